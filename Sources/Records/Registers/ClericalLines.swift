public import Casework
public import Kernel

/// Payment lines that a named officer entered from a paper file. One that was a mistake is withdrawn and kept.
public enum ClericalLines {
    /// Enters a line.
    /// - Returns: false when there is such a line already.
    public static func add(_ line: ClericalLine, in connection: any Connection) throws -> Bool {
        guard try connection.first(selectKey, [.text(line.key)], { try $0.text(0) }) == nil else { return false }
        try connection.run(
            insert,
            [
                .text(line.key), .text(line.reference.description), .text(line.programme), .text(line.kind.rawValue),
                .int(line.ordinal), .text(line.group), .text(of: line.provider), .text(of: line.area),
                .text(of: line.dueOn), .int(line.amount.pence), .text(of: line.officer), .text(of: line.entered),
            ])
        return true
    }

    /// Takes a mistake out of every list; its key is not given again.
    public static func withdraw(_ key: String, on day: CalendarDay, in connection: any Connection) throws {
        try connection.run(setWithdrawn, [.text(of: day), .text(key)])
    }

    public static func find(_ key: String, in connection: any Connection) throws -> ClericalLine? {
        try connection.first(selectOne, [.text(key)], line)
    }

    /// The standing lines of a programme due by a day, in order of their keys.
    public static func due(
        programme: String, by day: CalendarDay, in connection: any Connection
    ) throws -> [ClericalLine] {
        try connection.all(selectProgramme, [.text(programme), .text(of: day)], line)
    }

    /// The standing lines due between two days, the oldest first.
    public static func due(
        from: CalendarDay, to: CalendarDay, in connection: any Connection
    ) throws -> [ClericalLine] {
        try connection.all(selectPeriod, [.text(of: from), .text(of: to)], line)
    }

    /// The standing lines of one paper file.
    public static func lines(
        of reference: PaperReference, in connection: any Connection
    ) throws -> [ClericalLine] {
        try connection.all(selectReference, [.text(reference.description)], line)
    }

    private static func line(_ row: any Row) throws -> ClericalLine {
        guard let kind = LineKind(rawValue: try row.text(2)) else {
            throw RecordsFault.fault("A clerical line is of a kind this program does not know: \(try row.text(2)).")
        }
        return ClericalLine(
            reference: try PaperReference(row.text(0)), programme: try row.text(1), kind: kind,
            ordinal: try row.int(3), group: try row.text(4), provider: try Identifier(row.text(5)),
            area: try Identifier(row.text(6)), dueOn: try CalendarDay(row.text(7)),
            amount: Money(pence: try row.int(8)), officer: try Identifier(row.text(9)),
            entered: try CalendarDay(row.text(10)))
    }

    static let columns =
        "reference, programme, kind, ordinal, payment_group, provider, area, due_on, pence, entered_by, entered_on"
    static let selectKey: SQL = "SELECT line FROM clerical_lines WHERE line = $1"
    static let insert: SQL = """
        INSERT INTO clerical_lines (line, reference, programme, kind, ordinal, payment_group, provider, area, due_on,
            pence, entered_by, entered_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """
    static let setWithdrawn: SQL = "UPDATE clerical_lines SET withdrawn_on = $1 WHERE line = $2"
    static let selectOne = SQL(
        stringLiteral: "SELECT \(columns) FROM clerical_lines WHERE line = $1 AND withdrawn_on IS NULL")
    static let selectProgramme = SQL(
        stringLiteral: """
            SELECT \(columns) FROM clerical_lines
            WHERE programme = $1 AND due_on <= $2 AND withdrawn_on IS NULL ORDER BY line
            """)
    static let selectPeriod = SQL(
        stringLiteral: """
            SELECT \(columns) FROM clerical_lines
            WHERE due_on >= $1 AND due_on <= $2 AND withdrawn_on IS NULL ORDER BY due_on, line
            """)
    static let selectReference = SQL(
        stringLiteral: """
            SELECT \(columns) FROM clerical_lines WHERE reference = $1 AND withdrawn_on IS NULL ORDER BY due_on, line
            """)
}
