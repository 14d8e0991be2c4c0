import Crypto
public import Kernel
public import Records

extension Office {
    /// Whose session a token is; nil when it is over or never was, or when they may not act in its role any longer.
    public func signedIn(token: String, settings: SignInSettings = SignInSettings()) async throws -> SignedIn? {
        let hash = Self.hash(token: token)
        let now = clock.now
        let found = try await database.read { connection -> (SessionRegister.Session, SignedIn)? in
            guard let session = try SessionRegister.find(tokenHash: hash, in: connection),
                (session.until ?? session.seen.adding(minutes: settings.idle(session.position.role))) > now
                    || self.clock.isMoved
            else { return nil }
            if [.customer, .supporter].contains(session.position.role) {
                return try self.ownPageVisitor(session, in: connection).map { (session, $0) }
            }
            guard let account = try AccountRegister.account(of: session.position.person, in: connection), account.active
            else { return nil }
            let positions = try AccountRegister.mayActAs(account.person, in: connection)
            guard positions.contains(session.position) else { return nil }
            let organisation = try OrganisationRegister.find(session.position.organisation, in: connection)
            return (
                session,
                SignedIn(
                    author: session.position.author, name: account.name, organisation: organisation?.name ?? "",
                    positions: positions)
            )
        }
        guard let (session, signedIn) = found else { return nil }
        if session.seen.adding(minutes: 5) < now {
            // A store that cannot be written just now shortens the session and is no reason to refuse a page.
            try? await database.write { try SessionRegister.touch(tokenHash: hash, at: now, in: $0) }
        }
        return signedIn
    }

    /// Everything a person may act as, each with the name of its organisation.
    public func positions(of person: Identifier<Person>) async throws -> [(
        AccountRegister.Position, organisation: String
    )] {
        try await database.read { connection in
            try AccountRegister.mayActAs(person, in: connection).map {
                ($0, try OrganisationRegister.find($0.organisation, in: connection)?.name ?? "")
            }
        }
    }

    /// Goes on with a session in another of the person's positions, and in that alone.
    /// - Throws: `Refusal` when the position is not theirs.
    public func act(as position: AccountRegister.Position, token: String) async throws {
        let hash = Self.hash(token: token)
        try await database.write { connection in
            guard let session = try SessionRegister.find(tokenHash: hash, in: connection),
                session.position.person == position.person,
                try AccountRegister.mayActAs(position.person, in: connection).contains(position)
            else {
                throw Refusal(
                    "sign-in.not-yours", "You do not have that role now. Choose one of those on this page.",
                    field: "role")
            }
            try SessionRegister.change(tokenHash: hash, to: position, in: connection)
        }
    }

    public func signOut(token: String) async throws {
        let hash = Self.hash(token: token)
        try await database.write { connection in
            try SessionRegister.close(tokenHash: hash, in: connection)
            try SignInSteps.end(tokenHash: Self.setUpHash(session: token), in: connection)
        }
    }

    static func newToken() -> String {
        SymmetricKey(size: .bits256).withUnsafeBytes { bytes in
            bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }

    static func hash(token: String) -> String {
        SHA256.hash(data: Array(token.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
