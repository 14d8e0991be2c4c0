public import Casework
public import Kernel

/// Ways in to a customer's own page that work once. Only a hash of each secret is kept, so the table lets nobody in.
public enum EntryRegister {
    public struct Entry: Sendable, Equatable {
        public let invitation: Identifier<Invitation>
        public let subject: Identifier<CaseFile>
        /// Who comes in by it: the customer, or a supporter of theirs.
        public let person: Identifier<Person>
        public let role: Role
        /// The part that says which entry is meant; it is no secret.
        public let place: String
        public let secretHash: String
        public let made: Instant
        public let expires: Instant
        /// Wrong secrets given so far.
        public let tries: Int
        public let used: Instant?

        public init(
            invitation: Identifier<Invitation>, subject: Identifier<CaseFile>, person: Identifier<Person>, role: Role,
            place: String, secretHash: String, made: Instant, expires: Instant, tries: Int = 0, used: Instant? = nil
        ) {
            self.invitation = invitation
            self.subject = subject
            self.person = person
            self.role = role
            self.place = place
            self.secretHash = secretHash
            self.made = made
            self.expires = expires
            self.tries = tries
            self.used = used
        }
    }

    public static func add(_ entry: Entry, in connection: any Connection) throws {
        try connection.run(
            insert,
            [
                .text(of: entry.invitation), .text(of: entry.subject), .text(of: entry.person),
                .text(entry.role.rawValue), .text(entry.place), .text(entry.secretHash), .text(of: entry.made),
                .text(of: entry.expires), .int(entry.tries), .text(of: entry.used),
            ])
    }

    /// The entries of a place: one, save by a rare chance.
    public static func at(_ place: String, in connection: any Connection) throws -> [Entry] {
        try connection.all(selectByPlace, [.text(place)], entry)
    }

    public static func find(
        _ invitation: Identifier<Invitation>, in connection: any Connection
    ) throws -> Entry? {
        try connection.first(selectOne, [.text(of: invitation)], entry)
    }

    /// Counts a wrong secret.
    public static func wrong(_ invitation: Identifier<Invitation>, in connection: any Connection) throws {
        try connection.run(updateTries, [.text(of: invitation)])
    }

    /// Uses an entry up.
    /// - Returns: false when somebody has used it meanwhile.
    public static func use(
        _ invitation: Identifier<Invitation>, at moment: Instant, in connection: any Connection
    ) throws -> Bool {
        try connection.run(updateUsed, [.text(of: moment), .text(of: invitation)]) > 0
    }

    /// Takes away every entry of one person, or of everybody who comes to a customer's page.
    public static func removeAll(of person: Identifier<Person>, in connection: any Connection) throws {
        try connection.run(deleteOfPerson, [.text(of: person)])
    }

    public static func removeAll(to subject: Identifier<CaseFile>, in connection: any Connection) throws {
        try connection.run(deleteOfSubject, [.text(of: subject)])
    }

    /// Takes away entries that expired before a moment.
    @discardableResult
    public static func removeExpired(before moment: Instant, in connection: any Connection) throws -> Int {
        try connection.run(deleteExpired, [.text(of: moment)])
    }

    private static func entry(_ row: any Row) throws -> Entry {
        guard let role = Role(rawValue: try row.text(3)) else {
            throw RecordsFault.fault("An entry has a role this program does not know.")
        }
        return Entry(
            invitation: try Identifier(row.text(0)), subject: try Identifier(row.text(1)),
            person: try Identifier(row.text(2)), role: role, place: try row.text(4), secretHash: try row.text(5),
            made: try Instant(row.text(6)), expires: try Instant(row.text(7)), tries: try row.int(8),
            used: try row.optionalText(9).map { try Instant($0) })
    }

    static let insert: SQL = """
        INSERT INTO entries (id, subject, person, role, place, secret_hash, made, expires, tries, used)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """
    static let selectByPlace: SQL = """
        SELECT id, subject, person, role, place, secret_hash, made, expires, tries, used FROM entries WHERE place = $1
        ORDER BY id
        """
    static let selectOne: SQL = """
        SELECT id, subject, person, role, place, secret_hash, made, expires, tries, used FROM entries WHERE id = $1
        """
    static let updateTries: SQL = "UPDATE entries SET tries = tries + 1 WHERE id = $1"
    static let updateUsed: SQL = "UPDATE entries SET used = $1 WHERE id = $2 AND used IS NULL"
    static let deleteOfPerson: SQL = "DELETE FROM entries WHERE person = $1"
    static let deleteOfSubject: SQL = "DELETE FROM entries WHERE subject = $1"
    static let deleteExpired: SQL = "DELETE FROM entries WHERE expires < $1"
}
