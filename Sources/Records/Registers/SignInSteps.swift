public import Kernel

/// What somebody has still to show who gave the right password, or who sets codes up. It is no session: all that comes of
/// its token is the page on which they go on. Only a hash of the token is kept.
public enum SignInSteps {
    public struct Step: Sendable, Equatable {
        public let person: Identifier<Person>
        /// The key that is being set up; nil where a code of theirs is asked for.
        public let key: Identifier<SignInKey>?
        public let until: Instant

        public init(person: Identifier<Person>, key: Identifier<SignInKey>?, until: Instant) {
            self.person = person
            self.key = key
            self.until = until
        }
    }

    /// Begins a step, in place of an earlier one of the same token.
    public static func begin(_ step: Step, tokenHash: String, in connection: any Connection) throws {
        try connection.run(
            upsert, [.text(tokenHash), .text(of: step.person), .text(of: step.key), .text(of: step.until)])
    }

    /// The step of a token; nil when there is none, or its time is over.
    public static func find(tokenHash: String, at moment: Instant, in connection: any Connection) throws -> Step? {
        try connection.first(select, [.text(tokenHash), .text(of: moment)]) {
            Step(
                person: try Identifier($0.text(0)), key: try $0.optionalText(1).map { try Identifier($0) },
                until: try Instant($0.text(2)))
        }
    }

    /// Ends a step that was gone through.
    public static func end(tokenHash: String, in connection: any Connection) throws {
        try connection.run(deleteOne, [.text(tokenHash)])
    }

    /// Ends every step of a person.
    public static func endAll(of person: Identifier<Person>, in connection: any Connection) throws {
        try connection.run(deleteAll, [.text(of: person)])
    }

    /// Takes away steps whose time was over before a moment.
    public static func removeExpired(before moment: Instant, in connection: any Connection) throws {
        try connection.run(deleteExpired, [.text(of: moment)])
    }

    static let upsert: SQL = """
        INSERT INTO sign_in_steps (token_hash, person, key_id, until) VALUES ($1, $2, $3, $4)
        ON CONFLICT (token_hash) DO UPDATE
        SET person = excluded.person, key_id = excluded.key_id, until = excluded.until
        """
    static let select: SQL = "SELECT person, key_id, until FROM sign_in_steps WHERE token_hash = $1 AND until > $2"
    static let deleteOne: SQL = "DELETE FROM sign_in_steps WHERE token_hash = $1"
    static let deleteAll: SQL = "DELETE FROM sign_in_steps WHERE person = $1"
    static let deleteExpired: SQL = "DELETE FROM sign_in_steps WHERE until < $1"
}
