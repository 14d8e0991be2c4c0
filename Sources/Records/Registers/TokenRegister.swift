public import Kernel

/// A key with which a program acts as one position of one person.
public enum AccessToken {}

/// The tokens of the API. Only a hash of each is kept, so the table lets nobody in.
public enum TokenRegister {
    public struct Token: Sendable, Equatable {
        public let id: Identifier<AccessToken>
        public let position: AccountRegister.Position
        /// What its owner calls it.
        public let name: String
        /// What it may be used for, by code.
        public let scopes: [String]
        public let made: Instant
        public let expires: Instant
        /// The last day on which it was used.
        public let used: CalendarDay?
        public let revoked: Instant?

        public init(
            id: Identifier<AccessToken>, position: AccountRegister.Position, name: String, scopes: [String],
            made: Instant, expires: Instant, used: CalendarDay? = nil, revoked: Instant? = nil
        ) {
            self.id = id
            self.position = position
            self.name = name
            self.scopes = scopes
            self.made = made
            self.expires = expires
            self.used = used
            self.revoked = revoked
        }

        public func isGood(at moment: Instant) -> Bool { revoked == nil && moment < expires }
    }

    public static func add(_ token: Token, hash: String, in connection: any Connection) throws {
        try connection.run(
            insert,
            [
                .text(of: token.id), .text(hash), .text(of: token.position.person),
                .text(of: token.position.organisation), .text(token.position.role.rawValue), .text(token.name),
                .text(token.scopes.joined(separator: " ")), .text(of: token.made), .text(of: token.expires),
            ])
    }

    public static func find(hash: String, in connection: any Connection) throws -> Token? {
        try connection.first(selectByHash, [.text(hash)], token)
    }

    /// A person's tokens, the latest first; 100 at most.
    public static func all(of person: Identifier<Person>, in connection: any Connection) throws -> [Token] {
        try connection.all(selectByPerson, [.text(of: person)], token)
    }

    public static func used(
        _ id: Identifier<AccessToken>, on day: CalendarDay, in connection: any Connection
    ) throws {
        try connection.run(updateUsed, [.text(of: day), .text(of: id)])
    }

    /// Ends a token of a person's at once.
    /// - Returns: false when they have no such token, or it had ended already.
    @discardableResult
    public static func revoke(
        _ id: Identifier<AccessToken>, of person: Identifier<Person>, at moment: Instant,
        in connection: any Connection
    ) throws -> Bool {
        try connection.run(updateRevoked, [.text(of: moment), .text(of: id), .text(of: person)]) > 0
    }

    private static func token(_ row: any Row) throws -> Token {
        guard let role = Role(rawValue: try row.text(3)) else {
            throw RecordsFault.fault("A token has a role this program does not know.")
        }
        return Token(
            id: try Identifier(row.text(0)),
            position: .init(person: try Identifier(row.text(1)), organisation: try Identifier(row.text(2)), role: role),
            name: try row.text(4), scopes: try row.text(5).split(separator: " ").map(String.init),
            made: try Instant(row.text(6)), expires: try Instant(row.text(7)),
            used: try row.optionalText(8).map { try CalendarDay($0) },
            revoked: try row.optionalText(9).map { try Instant($0) })
    }

    static let insert: SQL = """
        INSERT INTO tokens (id, token_hash, person, organisation, role, name, scopes, made, expires)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """
    static let selectByHash: SQL = """
        SELECT id, person, organisation, role, name, scopes, made, expires, used_on, revoked FROM tokens
        WHERE token_hash = $1
        """
    static let selectByPerson: SQL = """
        SELECT id, person, organisation, role, name, scopes, made, expires, used_on, revoked FROM tokens
        WHERE person = $1 ORDER BY id DESC LIMIT 100
        """
    static let updateUsed: SQL = "UPDATE tokens SET used_on = $1 WHERE id = $2"
    static let updateRevoked: SQL = "UPDATE tokens SET revoked = $1 WHERE id = $2 AND person = $3 AND revoked IS NULL"
}
