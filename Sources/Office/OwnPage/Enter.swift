import Casework
import Kernel
import Records

extension GuardKind {
    /// The case that a supporter acts on.
    static let supporter = GuardKind("supporter", erasedWith: .support)
}

extension Office {
    /// Lets somebody in to a customer's own page by a code.
    /// - Parameter stays: whether they stay signed in for 30 days, until they sign out or the page is closed.
    /// - Returns: the token for their cookie.
    /// - Throws: `Refusal`, the same whatever is wrong with the code.
    public func enter(code: String, stays: Bool = false) async throws -> String {
        try await enter(EntrySecret(code: code), Self.wrongCode, stays: stays)
    }

    /// Lets somebody in by the link they were sent.
    public func enter(link: String, stays: Bool = false) async throws -> String {
        try await enter(EntrySecret(link: link), Self.wrongLink, stays: stays)
    }

    private static let wrongCode = Refusal(
        "sign-in.code",
        "This code does not let anybody in. It may have a slip in it, or be used or too old. Check it, or ask for another.",
        field: "code")
    private static let wrongLink = Refusal(
        "sign-in.link",
        "This link does not work any more. Each one works once, and not for long. Ask for a new one here.",
        field: "email")

    private enum Entrance {
        case refused(Refusal)
        case entered(String)
    }

    private func enter(_ secret: EntrySecret?, _ wrong: Refusal, stays: Bool) async throws -> String {
        guard let secret else { throw wrong }
        let now = clock.now
        let token = Self.newToken()
        // What is refused is told afterwards: a wrong try must be kept.
        let entrance = try await telling { [self] in
            try await database.write { [self] connection in
                try enter(secret, wrong, stays: stays, token: token, at: now, in: connection)
            }
        }
        switch entrance {
        case .entered(let token): return token
        case .refused(let refusal): throw refusal
        }
    }

    private func enter(
        _ secret: EntrySecret, _ wrong: Refusal, stays: Bool, token: String, at now: Instant,
        in connection: any Connection
    ) throws -> Entrance {
        for entry in try EntryRegister.at(secret.place, in: connection) {
            guard entry.used == nil, now < entry.expires, entry.tries < AccessLimits.wrongTries else { continue }
            guard entry.secretHash == secret.hash else {
                try EntryRegister.wrong(entry.invitation, in: connection)
                continue
            }
            // One who was let in to a record that is part of another now comes to that one.
            let file = try survivingFile(of: entry.subject, in: connection)
            guard let customer = file.customer else { continue }
            if entry.role == .supporter {
                if let ended = file.supporter(as: entry.person)?.refusal(on: now.day) { return .refused(ended) }
            } else if !file.access.isOpen {
                continue
            }
            guard try EntryRegister.use(entry.invitation, at: now, in: connection) else { continue }
            let position = AccountRegister.Position(
                person: entry.role == .customer ? Identifier(file.id) : entry.person,
                organisation: customer.jobcentre, role: entry.role)
            try SessionRegister.open(
                .init(
                    position: position, made: now, seen: now,
                    until: stays ? now.adding(minutes: SignInSettings.ownPageDays * 24 * 60) : nil),
                tokenHash: Self.hash(token: token), in: connection)
            return .entered(token)
        }
        return .refused(wrong)
    }

    /// Sends a new link to whoever gave this address and was let in before. Nothing says whether there is anybody.
    public func askForLink(to address: String) async throws {
        let address = address.trimmed
        guard (3...200).contains(address.count), address.contains("@") else { return }
        let found = try await database.read { [self] connection in
            try IdentityRegister.holders(ofEmail: address, keyring: keyring, in: connection).compactMap { subject in
                let file = try survivingFile(of: subject, in: connection)
                return file.customer.map { (file.id, home: $0.jobcentre) }
            }
        }
        var asked = Set<Identifier<CaseFile>>()
        for (subject, home) in found where asked.insert(subject).inserted {
            do {
                try await perform(AskForLink(), on: subject, as: .system(at: home), id: newCommand())
            } catch let refusal as Refusal where !refusal.code.hasPrefix("store.") {
                continue
            }
        }
    }
}

extension Supporter {
    /// What a supporter is told whose time has ended; nil while it has not.
    func refusal(on day: CalendarDay) -> Refusal? {
        guard !holds(on: day) else { return nil }
        let last = ended?.recorded.day ?? terms.until
        return Refusal("supporter.ended", AccessWords.ended(last), rule: "A-027")
    }
}
