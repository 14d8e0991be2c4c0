public import Kernel

/// One look at a case, or at a list: who, for whom, as what, why they could (design §1.5).
public struct Look: Sendable, Hashable {
    public let at: Instant
    public let by: Author
    /// The case; nil for a list.
    public let subject: String?
    /// What they did: the act's name, or the list's.
    public let act: String
    public let reason: String
    /// The relation of their organisation to the case that let them see it.
    public let relation: String?

    public init(at: Instant, by: Author, subject: String?, act: String, reason: String, relation: String?) {
        self.at = at
        self.by = by
        self.subject = subject
        self.act = act
        self.reason = reason
        self.relation = relation
    }
}

/// The append-only log of looks. A look is not an event of a case.
public enum Looks {
    /// Writes a look down; this is done before what is looked at is sent.
    public static func record(_ look: Look, random: RandomSource, in connection: any Connection) throws {
        try connection.run(
            insert,
            [
                .text(of: Identifier<Look>(at: look.at, random: random)), .text(of: look.at),
                .text(of: look.by.person), .text(of: look.by.organisation), .text(look.by.role.rawValue),
                .text(of: look.subject), .text(look.act), .text(look.reason), .text(of: look.relation),
            ])
    }

    /// The looks at a case, the latest first, at most `limit` of them before the one with an id.
    public static func at<S>(
        _ subject: Identifier<S>, before: Identifier<Look>? = nil, limit: Int = 50, in connection: any Connection
    ) throws -> [(id: Identifier<Look>, look: Look)] {
        try connection.all(selectOfSubject, [.text(of: subject), .text(before?.description ?? "~"), .int(limit)], read)
    }

    /// The looks at a subject of everybody but one person, the latest first: what its own reader wants to know.
    public static func byOthers<S>(
        than person: Identifier<Person>, at subject: Identifier<S>, before: Identifier<Look>? = nil, limit: Int = 50,
        in connection: any Connection
    ) throws -> [(id: Identifier<Look>, look: Look)] {
        try connection.all(
            selectOfOthers,
            [.text(of: subject), .text(before?.description ?? "~"), .text(of: person), .int(limit)], read)
    }

    /// The looks of a person, the latest first.
    public static func by(
        _ person: Identifier<Person>, before: Identifier<Look>? = nil, limit: Int = 50, in connection: any Connection
    ) throws -> [(id: Identifier<Look>, look: Look)] {
        try connection.all(selectOfPerson, [.text(of: person), .text(before?.description ?? "~"), .int(limit)], read)
    }

    private static func read(_ row: any Row) throws -> (id: Identifier<Look>, look: Look) {
        guard let role = Role(rawValue: try row.text(4)) else {
            throw RecordsFault.unreadable("The log of looks holds an unknown role, “\(try row.text(4))”.")
        }
        let author = Author(
            person: try Identifier(try row.text(2)), organisation: try Identifier(try row.text(3)), role: role)
        return (
            try Identifier(try row.text(0)),
            Look(
                at: try Instant(try row.text(1)), by: author, subject: try row.optionalText(5),
                act: try row.text(6), reason: try row.text(7), relation: try row.optionalText(8))
        )
    }

    static let insert: SQL = """
        INSERT INTO looks (id, looked, person, organisation, role, subject, act, reason, relation)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """
    static let selectOfSubject: SQL = """
        SELECT id, looked, person, organisation, role, subject, act, reason, relation FROM looks
        WHERE subject = $1 AND id < $2 ORDER BY id DESC LIMIT $3
        """
    static let selectOfOthers: SQL = """
        SELECT id, looked, person, organisation, role, subject, act, reason, relation FROM looks
        WHERE subject = $1 AND id < $2 AND person <> $3 ORDER BY id DESC LIMIT $4
        """
    static let selectOfPerson: SQL = """
        SELECT id, looked, person, organisation, role, subject, act, reason, relation FROM looks
        WHERE person = $1 AND id < $2 ORDER BY id DESC LIMIT $3
        """
}
