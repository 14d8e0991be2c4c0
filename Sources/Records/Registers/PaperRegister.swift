public import Casework
public import Kernel

/// People who are on paper alone: a reference, the named officer and the area. No name, no reason, no case (K-001).
public enum PaperRegister {
    public struct Entry: Sendable, Equatable {
        public let reference: PaperReference
        public let officer: Identifier<Person>
        public let area: Identifier<Area>
        /// The first of the month in which it was entered.
        public let opened: CalendarDay
        /// The day the paper file was closed; nil while it is open.
        public let closed: CalendarDay?

        public init(
            reference: PaperReference, officer: Identifier<Person>, area: Identifier<Area>, opened: CalendarDay,
            closed: CalendarDay? = nil
        ) {
            self.reference = reference
            self.officer = officer
            self.area = area
            self.opened = opened
            self.closed = closed
        }
    }

    /// Enters a reference, or changes its officer or its closing; what it was is kept.
    public static func put(
        _ entry: Entry, by person: Identifier<Person>, at moment: Instant, in connection: any Connection
    ) throws {
        if let before = try find(entry.reference, in: connection) {
            guard before != entry else { return }
            let was: JSON = .fields([
                "officer": .text(before.officer), "area": .text(before.area), "opened": .text(before.opened),
                "closed": before.closed.map { .text($0) },
            ])
            try connection.run(
                insertHistory,
                [.text(entry.reference.description), .text(of: moment), .text(of: person), .text(was.text)])
        }
        try connection.run(
            upsert,
            [
                .text(entry.reference.description), .text(of: entry.officer), .text(of: entry.area),
                .text(of: entry.opened), .text(of: entry.closed),
            ])
    }

    public static func find(_ reference: PaperReference, in connection: any Connection) throws -> Entry? {
        try connection.first(selectOne, [.text(reference.description)], entry)
    }

    /// Every reference, in order.
    public static func all(in connection: any Connection) throws -> [Entry] { try connection.all(selectAll, [], entry) }

    /// The open references of one officer.
    public static func open(of officer: Identifier<Person>, in connection: any Connection) throws -> [Entry] {
        try connection.all(selectOpen, [.text(of: officer)], entry)
    }

    private static func entry(_ row: any Row) throws -> Entry {
        Entry(
            reference: try PaperReference(row.text(0)), officer: try Identifier(row.text(1)),
            area: try Identifier(row.text(2)), opened: try CalendarDay(row.text(3)),
            closed: try row.optionalText(4).map { try CalendarDay($0) })
    }

    static let upsert: SQL = """
        INSERT INTO paper_people (reference, officer, area, opened, closed) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (reference) DO UPDATE SET officer = excluded.officer, area = excluded.area,
            opened = excluded.opened, closed = excluded.closed
        """
    static let insertHistory: SQL = """
        INSERT INTO paper_people_history (reference, number, until, person, was)
        SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4 FROM paper_people_history WHERE reference = $1
        """
    static let selectOne: SQL = "SELECT reference, officer, area, opened, closed FROM paper_people WHERE reference = $1"
    static let selectAll: SQL = "SELECT reference, officer, area, opened, closed FROM paper_people ORDER BY reference"
    static let selectOpen: SQL = """
        SELECT reference, officer, area, opened, closed FROM paper_people
        WHERE officer = $1 AND closed IS NULL ORDER BY reference
        """
}
