public import Casework
public import Kernel

/// The payment lines that fall due between two days, oldest first; `DueLineTotals` says what they come to.
public struct DueLinesQuery: Sendable {
    public enum Scope: Sendable, Hashable {
        case areas([Identifier<Area>])
        case provider(Identifier<Organisation>)
        case programme(String)
    }

    private let scope: Scope
    private let from: CalendarDay
    private let to: CalendarDay
    private let kind: LineKind?
    private let cursor: Cursor?
    private let limit: Int

    /// - Parameters:
    ///   - from: the first day on which a line may have fallen due.
    ///   - to: the last; give today, since a line may be known before its day.
    public init(
        _ scope: Scope, from: CalendarDay = .distantPast, to: CalendarDay, kind: LineKind? = nil,
        after cursor: Cursor? = nil, limit: Int = 50
    ) {
        self.scope = scope
        self.from = from
        self.to = to
        self.kind = kind
        self.cursor = cursor
        self.limit = limit
    }

    public func page(in connection: any Connection) throws -> Page<DueLineRow> {
        let isBackward = cursor?.isBackward ?? false
        let start = cursor ?? Cursor(key: from.description, id: "")
        var rows: [DueLineRow] = []
        for (statements, value) in parts {
            let edge = isBackward ? from : to
            rows += try connection.all(
                isBackward ? statements.before : statements.after,
                [
                    value, .text(start.key), .text(start.id), .text(of: edge), .text(kind?.rawValue ?? ""),
                    .int(limit + 1),
                ], DueLineRow.init)
        }
        rows.sort { isBackward ? $1.place < $0.place : $0.place < $1.place }
        return Page(Array(rows.prefix(limit + 1)), limit: limit, from: cursor) { row in
            (row.dueOn.description, row.key.description)
        }
    }

    private var parts: [(DueLineStatements, SQLValue)] {
        switch scope {
        case .areas(let areas): Set(areas).map { (.area, .text(of: $0)) }
        case .provider(let id): [(.provider, .text(of: id))]
        case .programme(let id): [(.programme, .text(id))]
        }
    }
}

extension DueLineRow {
    /// Where it stands in the list.
    fileprivate var place: (CalendarDay, LineKey) { (dueOn, key) }
}

/// The statements for lines of one area, provider or programme: those after a place, and those before one.
struct DueLineStatements: Sendable {
    let after: SQL
    let before: SQL

    static let area = DueLineStatements("area")
    static let provider = DueLineStatements("provider")
    static let programme = DueLineStatements("programme")

    private init(_ column: String) {
        after = SQL(
            stringLiteral: """
                SELECT \(DueLineRow.columns) FROM due_lines
                WHERE \(column) = $1 AND (due_on, line) > ($2, $3) AND due_on <= $4 AND ($5 = '' OR kind = $5)
                ORDER BY due_on, line LIMIT $6
                """)
        before = SQL(
            stringLiteral: """
                SELECT \(DueLineRow.columns) FROM due_lines
                WHERE \(column) = $1 AND (due_on, line) < ($2, $3) AND due_on >= $4 AND ($5 = '' OR kind = $5)
                ORDER BY due_on DESC, line DESC LIMIT $6
                """)
    }
}

extension CalendarDay {
    /// 1 January of the year 1, before every record.
    public static let distantPast = CalendarDay(number: -719_162)
}
