public import Casework
public import Kernel

/// The payment lines that fall due between two days, oldest first, and what they come to.
public struct DueLinesQuery: Sendable {
    public enum Scope: Sendable, Hashable {
        case areas([Identifier<Area>])
        case provider(Identifier<Organisation>)
        case programme(String)
    }

    /// What the lines of one kind and group come to.
    public struct Total: Sendable, Equatable {
        public let kind: LineKind
        public let group: String
        /// How many lines there are, those unpriced included.
        public let count: Int
        /// How many of them have no price: nothing is added for these.
        public let unpriced: Int
        public let amount: Money
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

    /// The next lines; there is no way back but to the start.
    public func page(in connection: any Connection) throws -> Page<DueLineRow> {
        var rows: [DueLineRow] = []
        for (statement, value) in parts({ $0.select }) {
            rows += try connection.all(
                statement,
                [
                    value, .text(cursor?.key ?? from.description), .text(cursor?.id ?? ""), .text(of: to),
                    .text(kind?.rawValue ?? ""), .int(limit + 1),
                ], DueLineRow.init)
        }
        rows.sort { ($0.dueOn, $0.key) < ($1.dueOn, $1.key) }
        return Page(
            rows: Array(rows.prefix(limit)),
            next: rows.count > limit
                ? Cursor(key: rows[limit - 1].dueOn.description, id: rows[limit - 1].key.description) : nil)
    }

    /// What they come to, by kind in the order in which it is earned and by group. It reads every line between the days.
    public func totals(in connection: any Connection) throws -> [Total] {
        var totals: [Total] = []
        for (statement, value) in parts({ $0.total }) {
            let found = try connection.all(
                statement, [value, .text(of: from), .text(of: to), .text(kind?.rawValue ?? "")], Total.init)
            for next in found {
                if let place = totals.firstIndex(where: { $0.kind == next.kind && $0.group == next.group }) {
                    totals[place] = totals[place] + next
                } else {
                    totals.append(next)
                }
            }
        }
        let order = LineKind.allCases
        return totals.sorted {
            (order.firstIndex(of: $0.kind)!, $0.group) < (order.firstIndex(of: $1.kind)!, $1.group)
        }
    }

    private func parts(_ choose: (DueLineStatements) -> SQL) -> [(SQL, SQLValue)] {
        switch scope {
        case .areas(let areas): Set(areas).map { (choose(.area), .text(of: $0)) }
        case .provider(let id): [(choose(.provider), .text(of: id))]
        case .programme(let id): [(choose(.programme), .text(id))]
        }
    }
}

extension DueLinesQuery.Total {
    fileprivate init(_ row: any Row) throws {
        guard let kind = LineKind(rawValue: try row.text(0)) else {
            throw RecordsFault.fault("A payment line is of a kind this program does not know: \(try row.text(0)).")
        }
        self.kind = kind
        group = try row.text(1)
        count = try row.int(2)
        unpriced = count - (try row.int(3))
        amount = Money(pence: try row.int(4))
    }

    fileprivate static func + (left: Self, right: Self) -> Self {
        Self(
            kind: left.kind, group: left.group, count: left.count + right.count,
            unpriced: left.unpriced + right.unpriced, amount: left.amount + right.amount)
    }
}

/// The statements for lines of one area, provider or programme.
struct DueLineStatements: Sendable {
    let select: SQL
    let total: SQL

    static let area = DueLineStatements("area")
    static let provider = DueLineStatements("provider")
    static let programme = DueLineStatements("programme")

    private init(_ column: String) {
        select = SQL(
            stringLiteral: """
                SELECT \(DueLineRow.columns) FROM due_lines
                WHERE \(column) = $1 AND (due_on, line) > ($2, $3) AND due_on <= $4 AND ($5 = '' OR kind = $5)
                ORDER BY due_on, line LIMIT $6
                """)
        total = SQL(
            stringLiteral: """
                SELECT kind, payment_group, count(*), count(pence), CAST(coalesce(sum(pence), 0) AS BIGINT)
                FROM due_lines
                WHERE \(column) = $1 AND due_on >= $2 AND due_on <= $3 AND ($4 = '' OR kind = $4)
                GROUP BY kind, payment_group
                """)
    }
}

extension CalendarDay {
    /// 1 January of the year 1, before every record.
    public static let distantPast = CalendarDay(number: -719_162)
}
