public import Kernel

/// Who is signed in. Only a hash of the cookie's token is kept, so the table lets nobody in.
public enum SessionRegister {
    public struct Session: Sendable, Equatable {
        public let position: AccountRegister.Position
        public let made: Instant
        public let seen: Instant
        /// Until when it lasts, however long nothing is looked at; nil when it ends with being idle.
        public let until: Instant?

        public init(position: AccountRegister.Position, made: Instant, seen: Instant, until: Instant? = nil) {
            self.position = position
            self.made = made
            self.seen = seen
            self.until = until
        }
    }

    public static func open(_ session: Session, tokenHash: String, in connection: any Connection) throws {
        try connection.run(
            insert,
            [
                .text(tokenHash), .text(of: session.position.person), .text(of: session.position.organisation),
                .text(session.position.role.rawValue), .text(of: session.made), .text(of: session.seen),
                .text(of: session.until),
            ])
    }

    public static func find(tokenHash: String, in connection: any Connection) throws -> Session? {
        try connection.first(select, [.text(tokenHash)]) { row in
            guard let role = Role(rawValue: try row.text(2)) else {
                throw RecordsFault.fault("A session has a role this program does not know.")
            }
            return Session(
                position: .init(
                    person: try Identifier(row.text(0)), organisation: try Identifier(row.text(1)), role: role),
                made: try Instant(row.text(3)), seen: try Instant(row.text(4)),
                until: try row.optionalText(5).map { try Instant($0) })
        }
    }

    public static func touch(tokenHash: String, at moment: Instant, in connection: any Connection) throws {
        try connection.run(updateSeen, [.text(of: moment), .text(tokenHash)])
    }

    /// Goes on with the session in another of the person's positions.
    public static func change(
        tokenHash: String, to position: AccountRegister.Position, in connection: any Connection
    ) throws {
        try connection.run(
            updatePosition, [.text(of: position.organisation), .text(position.role.rawValue), .text(tokenHash)])
    }

    public static func close(tokenHash: String, in connection: any Connection) throws {
        try connection.run(deleteOne, [.text(tokenHash)])
    }

    /// Closes every session of a person, as when a password changes, and every sign-in that is not finished.
    public static func closeAll(of person: Identifier<Person>, in connection: any Connection) throws {
        try connection.run(deleteAll, [.text(of: person)])
        try SignInSteps.endAll(of: person, in: connection)
    }

    /// Closes every session of a person but one, as when they turn codes on, and every sign-in that is not finished.
    public static func closeOthers(
        of person: Identifier<Person>, but tokenHash: String, in connection: any Connection
    ) throws {
        try connection.run(deleteOthers, [.text(of: person), .text(tokenHash)])
        try SignInSteps.endAll(of: person, in: connection)
    }

    /// Removes sessions not seen since a time, but for those that last longer.
    /// - Returns: how many there were.
    @discardableResult
    public static func closeIdle(since moment: Instant, in connection: any Connection) throws -> Int {
        try connection.run(deleteIdle, [.text(of: moment)])
    }

    static let insert: SQL = """
        INSERT INTO sessions (token_hash, person, organisation, role, made, seen, until)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """
    static let select: SQL = "SELECT person, organisation, role, made, seen, until FROM sessions WHERE token_hash = $1"
    static let updateSeen: SQL = "UPDATE sessions SET seen = $1 WHERE token_hash = $2"
    static let updatePosition: SQL = "UPDATE sessions SET organisation = $1, role = $2 WHERE token_hash = $3"
    static let deleteOne: SQL = "DELETE FROM sessions WHERE token_hash = $1"
    static let deleteAll: SQL = "DELETE FROM sessions WHERE person = $1"
    static let deleteOthers: SQL = "DELETE FROM sessions WHERE person = $1 AND token_hash <> $2"
    static let deleteIdle: SQL = "DELETE FROM sessions WHERE seen < $1 AND (until IS NULL OR until < $1)"
}
