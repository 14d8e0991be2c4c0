public import Casework
public import Kernel

/// The one place where names, birth dates and contacts stand in clear (design §3.5). Erased with the record.
public enum IdentityRegister {
    /// A person as a search answers.
    public struct Entry: Sendable, Equatable {
        public let subject: Identifier<CaseFile>
        public let given: String
        public let family: String
        public let born: CalendarDay
        public let number: String?

        public var name: String { "\(given) \(family)" }

        /// The same words as they lead to another record, which this one became part of.
        public func on(_ subject: Identifier<CaseFile>) -> Entry {
            Entry(subject: subject, given: given, family: family, born: born, number: number)
        }
    }

    /// Writes who a person is now; what stood before goes to the history.
    /// - Throws: `RecordsFault.constraint` when another person has the national insurance number.
    public static func put(
        _ identity: Identity, for subject: Identifier<CaseFile>, by person: Identifier<Person>, at moment: Instant,
        keyring: Keyring, in connection: any Connection
    ) throws {
        let before = try connection.first(select, [.text(of: subject)]) { row in
            JSON.fields([
                "given": .string(try row.text(0)), "family": .string(try row.text(1)), "born": .string(try row.text(2)),
                "number": try row.optionalText(3).map { .string($0) },
                "address": try row.optionalText(4).map { .string($0) },
                "phone": try row.optionalText(5).map { .string($0) },
                "email": try row.optionalText(6).map { .string($0) },
            ])
        }
        if let before {
            try connection.run(
                insertHistory, [.text(of: subject), .text(of: moment), .text(of: person), .text(before.text)])
        }
        try connection.run(
            upsert,
            [
                .text(of: subject), .text(identity.given), .text(identity.family), .text(of: identity.born),
                .text(of: identity.nationalInsurance?.spaced), .text(of: identity.address), .text(of: identity.phone),
                .text(of: identity.email), .text(FoldedName.fold("\(identity.family) \(identity.given)")),
                .text(FoldedName.fold("\(identity.given) \(identity.family)")),
                .text(keyring.lookupHash(.birthDate, identity.born.description)),
                .text(
                    of: identity.nationalInsurance.map { keyring.lookupHash(.nationalInsuranceNumber, $0.description) }),
                .text(of: identity.email.map { keyring.lookupHash(.email, $0) }),
            ])
    }

    /// Whoever has a national insurance number, if anybody.
    public static func holder(
        of number: NationalInsuranceNumber, keyring: Keyring, in connection: any Connection
    ) throws -> Identifier<CaseFile>? {
        try connection.first(selectByNumber, [.text(keyring.lookupHash(.nationalInsuranceNumber, number.description))])
        {
            try Identifier($0.text(0))
        }
    }

    /// People by the start of a name (either order), a birth date or a national insurance number; 20 at most.
    public static func find(_ search: Search, keyring: Keyring, in connection: any Connection) throws -> [Entry] {
        switch search {
        case .number(let number):
            return try connection.all(
                selectEntryByNumber, [.text(keyring.lookupHash(.nationalInsuranceNumber, number.description))], entry)
        case .born(let day):
            return try connection.all(
                selectEntryByBorn, [.text(keyring.lookupHash(.birthDate, day.description))], entry)
        case .name(let name):
            let prefix = FoldedName.fold(name)
            guard !prefix.isEmpty else { return [] }
            let range: [SQLValue] = [.text(prefix), .text(FoldedName.end(ofPrefix: prefix))]
            let byFamily = try connection.all(selectEntryByFamily, range, entry)
            let byGiven = try connection.all(selectEntryByGiven, range, entry)
            var seen = Set<Identifier<CaseFile>>()
            return Array((byFamily + byGiven).filter { seen.insert($0.subject).inserted }.prefix(20))
        }
    }

    /// People who may be the same as somebody about to be registered: the same number, or the same birth date with the
    /// same family or first name.
    public static func possibleDuplicates(
        of identity: Identity, keyring: Keyring, in connection: any Connection
    ) throws -> [Entry] {
        var found: [Entry] = []
        if let number = identity.nationalInsurance {
            found += try find(.number(number), keyring: keyring, in: connection)
        }
        let (given, family) = (FoldedName.fold(identity.given), FoldedName.fold(identity.family))
        found += try find(.born(identity.born), keyring: keyring, in: connection).filter {
            FoldedName.fold($0.given) == given || FoldedName.fold($0.family) == family
        }
        var seen = Set<Identifier<CaseFile>>()
        return found.filter { seen.insert($0.subject).inserted }
    }

    /// Somebody by the reference of their record.
    public static func entry(
        of subject: Identifier<CaseFile>, in connection: any Connection
    ) throws -> Entry? {
        try connection.first(selectEntry, [.text(of: subject)], entry)
    }

    /// Makes a person findable by their e-mail address, who was registered before that was kept.
    public static func findable(
        _ subject: Identifier<CaseFile>, byEmail address: String?, keyring: Keyring, in connection: any Connection
    ) throws {
        try connection.run(
            updateEmailHash, [.text(of: address.map { keyring.lookupHash(.email, $0) }), .text(of: subject)])
    }

    /// Those who gave an e-mail address, whatever capitals it is written in; ten at most.
    public static func holders(
        ofEmail address: String, keyring: Keyring, in connection: any Connection
    ) throws -> [Identifier<CaseFile>] {
        try connection.all(selectByEmail, [.text(keyring.lookupHash(.email, address))]) { try Identifier($0.text(0)) }
    }

    /// Names for a list of cases.
    public static func names(
        of subjects: [Identifier<CaseFile>], in connection: any Connection
    ) throws -> [Identifier<CaseFile>: String] {
        var names: [Identifier<CaseFile>: String] = [:]
        for subject in subjects {
            names[subject] = try connection.first(select, [.text(of: subject)]) {
                "\(try $0.text(0)) \(try $0.text(1))"
            }
        }
        return names
    }

    /// Forgets what somebody's details were since a moment: another person's were among them.
    public static func forget(
        _ subject: Identifier<CaseFile>, since moment: Instant, in connection: any Connection
    ) throws {
        try connection.run(deleteLater, [.text(of: subject), .text(of: moment)])
    }

    /// Takes a person out of the register and its history.
    public static func erase(_ subject: Identifier<CaseFile>, in connection: any Connection) throws {
        try connection.run(delete, [.text(of: subject)])
        try connection.run(deleteHistory, [.text(of: subject)])
    }

    public enum Search: Sendable, Equatable {
        case name(String)
        case born(CalendarDay)
        case number(NationalInsuranceNumber)

        /// Reads what somebody typed in one box: a number if it is one, a day if it is one, else a name.
        public init(typed text: String) {
            if let number = try? NationalInsuranceNumber(text) {
                self = .number(number)
            } else if let day = try? CalendarDay(text.trimmed) {
                self = .born(day)
            } else {
                self = .name(text)
            }
        }
    }

    private static func entry(_ row: any Row) throws -> Entry {
        Entry(
            subject: try Identifier(row.text(0)), given: try row.text(1), family: try row.text(2),
            born: try CalendarDay(row.text(3)), number: try row.optionalText(4))
    }

    static let select: SQL =
        "SELECT given, family, born, number, address, phone, email FROM identity WHERE subject = $1"
    static let insertHistory: SQL = """
        INSERT INTO identity_history (subject, number, until, person, was)
        SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4 FROM identity_history WHERE subject = $1
        """
    static let upsert: SQL = """
        INSERT INTO identity (subject, given, family, born, number, address, phone, email, by_family, by_given, born_hash,
            number_hash, email_hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        ON CONFLICT (subject) DO UPDATE SET given = excluded.given, family = excluded.family, born = excluded.born,
            number = excluded.number, address = excluded.address, phone = excluded.phone, email = excluded.email,
            by_family = excluded.by_family, by_given = excluded.by_given, born_hash = excluded.born_hash,
            number_hash = excluded.number_hash, email_hash = excluded.email_hash
        """
    static let selectByNumber: SQL = "SELECT subject FROM identity WHERE number_hash = $1"
    static let updateEmailHash: SQL = "UPDATE identity SET email_hash = $1 WHERE subject = $2"
    static let selectByEmail: SQL = "SELECT subject FROM identity WHERE email_hash = $1 ORDER BY subject LIMIT 10"
    static let selectEntry: SQL = "SELECT subject, given, family, born, number FROM identity WHERE subject = $1"
    static let selectEntryByNumber: SQL =
        "SELECT subject, given, family, born, number FROM identity WHERE number_hash = $1"
    static let selectEntryByBorn: SQL = """
        SELECT subject, given, family, born, number FROM identity WHERE born_hash = $1 ORDER BY by_family, subject LIMIT 50
        """
    static let selectEntryByFamily: SQL = """
        SELECT subject, given, family, born, number FROM identity WHERE by_family >= $1 AND by_family < $2
        ORDER BY by_family, subject LIMIT 20
        """
    static let selectEntryByGiven: SQL = """
        SELECT subject, given, family, born, number FROM identity WHERE by_given >= $1 AND by_given < $2
        ORDER BY by_given, subject LIMIT 20
        """
    static let delete: SQL = "DELETE FROM identity WHERE subject = $1"
    static let deleteLater: SQL = "DELETE FROM identity_history WHERE subject = $1 AND until > $2"
    static let deleteHistory: SQL = "DELETE FROM identity_history WHERE subject = $1"
}
