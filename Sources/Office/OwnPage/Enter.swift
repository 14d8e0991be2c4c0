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

    /// Opens a session by a code, in the transaction that uses the code up.
    /// - Parameters:
    ///   - hash: the hash of its token.
    ///   - until: when it ends, however often it is used.
    /// - Throws: `Refusal`, the same whatever is wrong with the code.
    func enter(code: String, opening hash: String, at now: Instant, until: Instant?) async throws {
        try await enter(EntrySecret(code: code), Self.wrongCode, opening: hash, at: now, until: until)
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
        case entered
    }

    private func enter(_ secret: EntrySecret?, _ wrong: Refusal, stays: Bool) async throws -> String {
        let now = clock.now
        let token = Self.newToken()
        try await enter(
            secret, wrong, opening: Self.hash(token: token), at: now,
            until: stays ? now.adding(minutes: SignInSettings.ownPageDays * 24 * 60) : nil)
        return token
    }

    private func enter(
        _ secret: EntrySecret?, _ wrong: Refusal, opening hash: String, at now: Instant, until: Instant?
    ) async throws {
        guard let secret else { throw wrong }
        // What is refused is told afterwards: a wrong try must be kept.
        let entrance = try await telling { [self] in
            try await database.write { [self] connection in
                try enter(secret, wrong, opening: hash, at: now, until: until, in: connection)
            }
        }
        if case .refused(let refusal) = entrance { throw refusal }
    }

    private func enter(
        _ secret: EntrySecret, _ wrong: Refusal, opening hash: String, at now: Instant, until: Instant?,
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
                organisation: customer.keepers.leading, role: entry.role)
            try SessionRegister.open(
                .init(position: position, made: now, seen: now, until: until), tokenHash: hash, in: connection)
            return .entered
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
                return file.customer.map { (file.id, keeper: $0.keepers.leading) }
            }
        }
        var asked = Set<Identifier<CaseFile>>()
        for (subject, keeper) in found where asked.insert(subject).inserted {
            do {
                try await perform(AskForLink(), on: subject, as: .system(at: keeper), id: newCommand())
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
