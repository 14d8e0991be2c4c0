import Casework
import Crypto
public import Kernel
import NIOPosix
public import Records

/// Somebody signed in: who, for which organisation and as what, with the names a page shows.
public struct SignedIn: Sendable, Equatable {
    public let author: Author
    public let name: String
    public let organisation: String
    /// Everything else they may act as.
    public let positions: [AccountRegister.Position]
    /// Whose own page they are on, for a customer and for a supporter.
    public var ownPage: OwnPageVisitor?

    public init(
        author: Author, name: String, organisation: String, positions: [AccountRegister.Position],
        ownPage: OwnPageVisitor? = nil
    ) {
        self.author = author
        self.name = name
        self.organisation = organisation
        self.positions = positions
        self.ownPage = ownPage
    }
}

/// How sign-in behaves. Ours.
public struct SignInSettings: Sendable {
    /// Wrong passwords in a row that shut an account for a while.
    public var failures = 5
    public var lockMinutes = 15
    /// Minutes without a request after which a session is over.
    public var idleMinutes = 120
    /// The same for a customer or a supporter, whose phone others may pick up.
    public var ownPageIdleMinutes = 30
    /// Days for which a customer or a supporter stays signed in who asks for it on a phone or computer of their own.
    public static let ownPageDays = 30
    public init() {}

    /// What somebody is told whose account is shut.
    var locked: Refusal {
        Refusal(
            "sign-in.locked",
            "This account is shut for a while after too many wrong passwords. Try again in \(lockMinutes) minutes, or ask an administrator."
        )
    }

    func idle(_ role: Role) -> Int { [.customer, .supporter].contains(role) ? ownPageIdleMinutes : idleMinutes }
}

extension Office {
    /// Opens an account with its positions.
    /// - Throws: `Refusal` for a short password or a user name that is taken.
    public func openAccount(
        _ person: Identifier<Person>, name: String, username: String, password: String,
        positions: [AccountRegister.Position], by actor: Identifier<Person>
    ) async throws {
        try await openAccount(
            person, name: name, username: username, password: password, cost: PasswordHash.cost, positions: positions,
            by: actor)
    }

    /// - Parameter cost: how long the password takes to try, as `PasswordHash` has it.
    func openAccount(
        _ person: Identifier<Person>, name: String, username: String, password: String, cost: Int,
        positions: [AccountRegister.Position], by actor: Identifier<Person>
    ) async throws {
        guard password.count >= 12 else {
            throw Refusal(
                "account.password", "A password has at least 12 characters. Choose a longer one: three words will do.",
                field: "password")
        }
        let username = username.trimmed.lowercased()
        guard !username.isEmpty, username.count <= 60,
            username.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".-_@".contains($0)) })
        else {
            throw Refusal(
                "account.username", "A user name is letters, digits, dots and dashes. Choose another.",
                field: "username")
        }
        let hash = try await hash(password, cost: cost)
        let now = clock.now
        do {
            try await database.write { connection in
                try AccountRegister.open(
                    .init(person: person, name: name, username: username, password: hash), by: actor, at: now,
                    in: connection)
                for position in positions { try AccountRegister.appoint(position, in: connection) }
            }
        } catch RecordsFault.constraint {
            throw Refusal(
                "account.taken", "There is already an account named “\(username)”. Choose another user name.",
                field: "username")
        }
    }

    /// Sets a new password and ends every session of the person.
    public func setPassword(_ password: String, of username: String, by actor: Identifier<Person>) async throws {
        guard password.count >= 12 else {
            throw Refusal(
                "account.password", "A password has at least 12 characters. Choose a longer one: three words will do.",
                field: "password")
        }
        let hash = try await hash(password)
        let now = clock.now
        try await database.write { connection in
            guard let account = try AccountRegister.account(named: username.trimmed.lowercased(), in: connection) else {
                throw Refusal("account.none", "There is no account named “\(username)”.", field: "username")
            }
            try AccountRegister.setPassword(hash, of: account.person, by: actor, at: now, in: connection)
            try SessionRegister.closeAll(of: account.person, in: connection)
        }
    }

    /// Signs somebody in as the first of their positions.
    /// - Returns: the token for their cookie; only its hash is stored.
    /// - Throws: `Refusal`, the same whether the name or the password is wrong; another while the account is shut.
    public func signIn(
        username: String, password: String, settings: SignInSettings = SignInSettings()
    ) async throws -> String {
        let wrong = Refusal("sign-in.wrong", "The user name or password is not right. Check both and try again.")
        let now = clock.now
        let username = String(username.trimmed.lowercased().prefix(100))
        let found = try await database.read { try AccountRegister.account(named: username, in: $0) }
        if let found, let until = found.lockedUntil, until > now {
            throw settings.locked
        }
        // A name nobody has takes as long as one somebody has.
        let matches = try await check(String(password.prefix(200)), against: found?.password ?? Self.nobody)
        guard let account = found, matches, account.active else {
            if let found {
                try await database.write { connection in
                    // Others may have tried since: the count is that of now, and a lock is not lifted.
                    guard let current = try AccountRegister.account(of: found.person, in: connection),
                        current.lockedUntil.map({ $0 <= now }) ?? true
                    else { return }
                    let failures = current.failures + 1
                    let locked = failures >= settings.failures ? now.adding(minutes: settings.lockMinutes) : nil
                    try AccountRegister.failed(
                        found.person, failures: locked == nil ? failures : 0, lockedUntil: locked, in: connection)
                }
            }
            throw wrong
        }
        let token = Self.newToken()
        let signedIn = try await telling { [database] in
            try await database.write { connection in
                if let until = try AccountRegister.account(of: account.person, in: connection)?.lockedUntil, until > now
                {
                    throw settings.locked
                }
                guard let position = try AccountRegister.positions(of: account.person, in: connection).first else {
                    return false
                }
                try AccountRegister.failed(account.person, failures: 0, lockedUntil: nil, in: connection)
                try SessionRegister.open(
                    .init(position: position, made: now, seen: now), tokenHash: Self.hash(token: token), in: connection)
                return true
            }
        }
        guard signedIn else {
            throw Refusal(
                "sign-in.no-position", "This account has no role at any organisation yet. Ask an administrator.")
        }
        return token
    }

    /// Whose session a token is; nil when it is over or never was.
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
            let organisation = try OrganisationRegister.find(session.position.organisation, in: connection)
            return (
                session,
                SignedIn(
                    author: session.position.author, name: account.name, organisation: organisation?.name ?? "",
                    positions: try AccountRegister.positions(of: account.person, in: connection))
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
            try AccountRegister.positions(of: person, in: connection).map {
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
                try AccountRegister.positions(of: position.person, in: connection).contains(position)
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
        try await database.write { try SessionRegister.close(tokenHash: hash, in: $0) }
    }

    private func hash(_ password: String, cost: Int = PasswordHash.cost) async throws -> String {
        try await hashing.runIfActive { try PasswordHash(of: password, cost: cost).text }
    }

    private func check(_ password: String, against hash: String) async throws -> Bool {
        try await hashing.runIfActive { try PasswordHash(text: hash).matches(password) }
    }

    private static let nobody = (try? PasswordHash(of: "nobody has this password").text) ?? ""

    static func newToken() -> String {
        SymmetricKey(size: .bits256).withUnsafeBytes { bytes in
            bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }

    static func hash(token: String) -> String {
        SHA256.hash(data: Array(token.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
