public import Kernel

/// Who may sign in, as what, and where.
public enum AccountRegister {
    public struct Account: Sendable, Equatable {
        public let person: Identifier<Person>
        public let name: String
        public let username: String
        /// The salted, slow hash of the password, with its parameters.
        public let password: String
        public let active: Bool
        /// Wrong tries at its password or codes since the last time somebody signed in.
        public let failures: Int
        public let lockedUntil: Instant?

        public init(
            person: Identifier<Person>, name: String, username: String, password: String, active: Bool = true,
            failures: Int = 0, lockedUntil: Instant? = nil
        ) {
            self.person = person
            self.name = name
            self.username = username
            self.password = password
            self.active = active
            self.failures = failures
            self.lockedUntil = lockedUntil
        }

        /// Whether it is shut for a while after too many wrong tries.
        public func isLocked(at moment: Instant) -> Bool { lockedUntil.map { $0 > moment } ?? false }
    }

    /// One role of one person at one organisation.
    public struct Position: Sendable, Hashable {
        public let person: Identifier<Person>
        public let organisation: Identifier<Organisation>
        public let role: Role

        public init(person: Identifier<Person>, organisation: Identifier<Organisation>, role: Role) {
            self.person = person
            self.organisation = organisation
            self.role = role
        }

        public var author: Author { Author(person: person, organisation: organisation, role: role) }
    }

    /// Opens an account.
    /// - Throws: `RecordsFault.constraint` when the user name is taken.
    public static func open(
        _ account: Account, by person: Identifier<Person>, at moment: Instant, in connection: any Connection
    ) throws {
        try connection.run(
            insert,
            [
                .text(of: account.person), .text(account.name), .text(account.username), .text(account.password),
                .bool(account.active), .int(account.failures), .text(of: account.lockedUntil),
            ])
        try note(account.person, "opened", by: person, at: moment, in: connection)
    }

    public static func account(named username: String, in connection: any Connection) throws -> Account? {
        try connection.first(selectByUsername, [.text(username)], account)
    }

    public static func account(of person: Identifier<Person>, in connection: any Connection) throws -> Account? {
        try connection.first(selectByPerson, [.text(of: person)], account)
    }

    /// Every account, by user name, after one of that name.
    public static func accounts(after username: String = "", in connection: any Connection) throws -> [Account] {
        try connection.all(selectAfter, [.text(username)], account)
    }

    /// Keeps how many wrong tries there have been, and until when the account is shut where those were too many.
    public static func failed(
        _ person: Identifier<Person>, failures: Int, lockedUntil: Instant?, in connection: any Connection
    ) throws {
        try connection.run(updateFailures, [.int(failures), .text(of: lockedUntil), .text(of: person)])
    }

    /// Sets a new password and lets a locked account in again.
    public static func setPassword(
        _ password: String, of person: Identifier<Person>, by actor: Identifier<Person>, at moment: Instant,
        in connection: any Connection
    ) throws {
        try connection.run(updatePassword, [.text(password), .text(of: person)])
        try note(person, "password set", by: actor, at: moment, in: connection)
    }

    public static func setActive(
        _ active: Bool, of person: Identifier<Person>, by actor: Identifier<Person>, at moment: Instant,
        in connection: any Connection
    ) throws {
        try connection.run(updateActive, [.bool(active), .text(of: person)])
        try note(person, active ? "let in" : "shut", by: actor, at: moment, in: connection)
    }

    public static func appoint(_ position: Position, in connection: any Connection) throws {
        try connection.run(
            insertPosition,
            [.text(of: position.person), .text(of: position.organisation), .text(position.role.rawValue)])
    }

    public static func positions(of person: Identifier<Person>, in connection: any Connection) throws -> [Position] {
        try connection.all(selectPositions, [.text(of: person)], position)
    }

    /// What somebody may act as: what they were appointed to, and after it what they may stand in for. Where nobody of an
    /// organisation answers for what is kept about people, its team managers may, so that what a person asks about their
    /// record always reaches somebody (UK GDPR article 12; who it falls to is ours).
    public static func mayActAs(_ person: Identifier<Person>, in connection: any Connection) throws -> [Position] {
        let held = try positions(of: person, in: connection)
        let standing = try held.filter { position in
            try position.role == .teamManager
                && staff(of: position.organisation, role: .informationGovernanceLead, in: connection).isEmpty
        }
        return held
            + standing.map {
                Position(person: person, organisation: $0.organisation, role: .informationGovernanceLead)
            }
    }

    /// People with a role at an organisation, with their names, by name.
    public static func staff(
        of organisation: Identifier<Organisation>, role: Role, in connection: any Connection
    ) throws -> [(person: Identifier<Person>, name: String)] {
        try connection.all(selectStaff, [.text(of: organisation), .text(role.rawValue)]) {
            (try Identifier($0.text(0)), try $0.text(1))
        }
    }

    public static func name(of person: Identifier<Person>, in connection: any Connection) throws -> String? {
        try connection.first(selectName, [.text(of: person)]) { try $0.text(0) }
    }

    /// Keeps what was done with an account, when and by whom.
    static func note(
        _ person: Identifier<Person>, _ what: String, by actor: Identifier<Person>, at moment: Instant,
        in connection: any Connection
    ) throws {
        try connection.run(insertHistory, [.text(of: person), .text(of: moment), .text(of: actor), .text(what)])
    }

    private static func account(_ row: any Row) throws -> Account {
        Account(
            person: try Identifier(row.text(0)), name: try row.text(1), username: try row.text(2),
            password: try row.text(3), active: try row.bool(4), failures: try row.int(5),
            lockedUntil: try row.optionalText(6).map { try Instant($0) })
    }

    private static func position(_ row: any Row) throws -> Position {
        guard let role = Role(rawValue: try row.text(2)) else {
            throw RecordsFault.fault("A position has a role this program does not know: \(try row.text(2)).")
        }
        return Position(person: try Identifier(row.text(0)), organisation: try Identifier(row.text(1)), role: role)
    }

    static let insert: SQL = """
        INSERT INTO accounts (person, name, username, password, active, failures, locked_until)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """
    static let selectByUsername: SQL = """
        SELECT person, name, username, password, active, failures, locked_until FROM accounts WHERE username = $1
        """
    static let selectByPerson: SQL = """
        SELECT person, name, username, password, active, failures, locked_until FROM accounts WHERE person = $1
        """
    static let selectAfter: SQL = """
        SELECT person, name, username, password, active, failures, locked_until FROM accounts WHERE username > $1
        ORDER BY username LIMIT 50
        """
    static let updateFailures: SQL = "UPDATE accounts SET failures = $1, locked_until = $2 WHERE person = $3"
    static let updatePassword: SQL = """
        UPDATE accounts SET password = $1, failures = 0, locked_until = NULL WHERE person = $2
        """
    static let updateActive: SQL = "UPDATE accounts SET active = $1 WHERE person = $2"
    static let insertHistory: SQL = """
        INSERT INTO accounts_history (person, number, at, by_whom, what)
        SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4 FROM accounts_history WHERE person = $1
        """
    static let insertPosition: SQL = """
        INSERT INTO positions (person, organisation, role) VALUES ($1, $2, $3)
        ON CONFLICT (person, organisation, role) DO NOTHING
        """
    static let selectPositions: SQL = """
        SELECT person, organisation, role FROM positions WHERE person = $1 ORDER BY organisation, role
        """
    static let selectStaff: SQL = """
        SELECT p.person, a.name FROM positions p JOIN accounts a ON a.person = p.person
        WHERE p.organisation = $1 AND p.role = $2 AND a.active ORDER BY a.name, p.person
        """
    static let selectName: SQL = "SELECT name FROM accounts WHERE person = $1"
}
