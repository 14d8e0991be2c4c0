public import Kernel

/// What the codes of an authenticator are made with; its id says which key, the keyring works the key out.
public enum SignInKey {}

/// Who signs in with one-time codes beside a password. Of recovery codes only hashes are kept.
public enum CodeRegister {
    public struct Codes: Sendable, Equatable {
        public let key: Identifier<SignInKey>
        public let since: Instant
        /// The step of the last code that was taken: neither that nor an earlier one is taken again (RFC 6238 §5.2).
        public let lastStep: Int

        public init(key: Identifier<SignInKey>, since: Instant, lastStep: Int) {
            self.key = key
            self.since = since
            self.lastStep = lastStep
        }
    }

    /// Turns somebody's codes on.
    /// - Parameter recovery: the hashes of their recovery codes.
    /// - Throws: `RecordsFault.constraint` when they are on already.
    public static func turnOn(
        _ codes: Codes, of person: Identifier<Person>, recovery: [String], in connection: any Connection
    ) throws {
        try connection.run(
            insert, [.text(of: person), .text(of: codes.key), .text(of: codes.since), .int(codes.lastStep)])
        for hash in recovery { try connection.run(insertRecovery, [.text(of: person), .text(hash)]) }
        try AccountRegister.note(person, "codes on", by: person, at: codes.since, in: connection)
    }

    /// Somebody's codes; nil where they have none.
    public static func codes(of person: Identifier<Person>, in connection: any Connection) throws -> Codes? {
        try connection.first(select, [.text(of: person)]) {
            Codes(key: try Identifier($0.text(0)), since: try Instant($0.text(1)), lastStep: try $0.int(2))
        }
    }

    /// Uses the code of a step up, and those before it.
    /// - Returns: false when it has been used meanwhile.
    public static func use(step: Int, of person: Identifier<Person>, in connection: any Connection) throws -> Bool {
        try connection.run(updateStep, [.int(step), .text(of: person)]) > 0
    }

    /// Uses a recovery code up.
    /// - Returns: false when it is none of theirs, or used already.
    public static func useRecovery(
        _ hash: String, of person: Identifier<Person>, at moment: Instant, in connection: any Connection
    ) throws -> Bool {
        let changed = try connection.run(updateRecovery, [.text(of: moment), .text(of: person), .text(hash)])
        guard changed > 0 else { return false }
        try AccountRegister.note(person, "recovery code used", by: person, at: moment, in: connection)
        return true
    }

    /// How many recovery codes somebody has that are not used.
    public static func recoveryLeft(of person: Identifier<Person>, in connection: any Connection) throws -> Int {
        try connection.first(countRecovery, [.text(of: person)]) { try $0.int(0) } ?? 0
    }

    /// Turns somebody's codes off.
    /// - Returns: false when they had none.
    public static func turnOff(
        of person: Identifier<Person>, by actor: Identifier<Person>, at moment: Instant, in connection: any Connection
    ) throws -> Bool {
        guard try connection.run(delete, [.text(of: person)]) > 0 else { return false }
        try connection.run(deleteRecovery, [.text(of: person)])
        try AccountRegister.note(person, "codes off", by: actor, at: moment, in: connection)
        return true
    }

    static let insert: SQL = "INSERT INTO sign_in_codes (person, key_id, since, last_step) VALUES ($1, $2, $3, $4)"
    static let insertRecovery: SQL = "INSERT INTO recovery_codes (person, code_hash) VALUES ($1, $2)"
    static let select: SQL = "SELECT key_id, since, last_step FROM sign_in_codes WHERE person = $1"
    static let updateStep: SQL = "UPDATE sign_in_codes SET last_step = $1 WHERE person = $2 AND last_step < $1"
    static let updateRecovery: SQL = """
        UPDATE recovery_codes SET used = $1 WHERE person = $2 AND code_hash = $3 AND used IS NULL
        """
    static let countRecovery: SQL = "SELECT count(*) FROM recovery_codes WHERE person = $1 AND used IS NULL"
    static let delete: SQL = "DELETE FROM sign_in_codes WHERE person = $1"
    static let deleteRecovery: SQL = "DELETE FROM recovery_codes WHERE person = $1"
}
