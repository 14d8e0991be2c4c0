public import Casework
public import Kernel

/// What the payment lines that fell due between two days come to, parted by how far their amounts can be trusted.
public struct DueLineTotals: Sendable {
    /// Lines of one kind, one payment group and one standing.
    public struct Part: Sendable, Equatable {
        public let kind: LineKind
        public let group: String
        /// nil for lines that no tariff prices: nothing is added for these.
        public let status: FigureStatus?
        public let count: Int
        public let amount: Money
    }

    /// By kind in the order in which it is earned, then by group and standing.
    public let parts: [Part]

    /// Reads every line between the days, `to` included.
    public init(
        _ scope: DueLinesQuery.Scope, from: CalendarDay, to: CalendarDay, kind: LineKind? = nil,
        in connection: any Connection
    ) throws {
        let asked: [(column: String, value: SQLValue)] =
            switch scope {
            case .areas(let areas): Set(areas).map { ("area", .text(of: $0)) }
            case .provider(let id): [("provider", .text(of: id))]
            case .programme(let id): [("programme", .text(id))]
            }
        var sums: [Standing: (count: Int, pence: Int)] = [:]
        for (column, value) in asked {
            guard let statement = Self.statements[column] else { throw RecordsFault.fault("A total has no statement.") }
            let found = try connection.all(
                statement, [value, .text(of: from), .text(of: to), .text(kind?.rawValue ?? "")]
            ) { (try Standing($0), try $0.int(3), try $0.int(4)) }
            for (standing, count, pence) in found {
                let before = sums[standing] ?? (0, 0)
                sums[standing] = (before.count + count, before.pence + pence)
            }
        }
        parts = sums.sorted { $0.key < $1.key }.map { standing, sum in
            Part(
                kind: standing.kind, group: standing.group, status: FigureStatus(rawValue: standing.status),
                count: sum.count, amount: Money(pence: sum.pence))
        }
    }

    private struct Standing: Hashable, Comparable {
        let kind: LineKind
        let group: String
        let status: String

        init(_ row: any Row) throws {
            guard let kind = LineKind(rawValue: try row.text(0)) else {
                throw RecordsFault.fault("A payment line is of a kind this program does not know: \(try row.text(0)).")
            }
            self.kind = kind
            group = try row.text(1)
            status = try row.text(2)
        }

        private var order: (Int, String, String) { (LineKind.allCases.firstIndex(of: kind) ?? 0, group, status) }
        static func < (left: Standing, right: Standing) -> Bool { left.order < right.order }
    }

    static let statements = Dictionary(
        uniqueKeysWithValues: ["area", "provider", "programme"].map { column in
            (
                column,
                SQL(
                    stringLiteral: """
                        SELECT kind, payment_group, status, count(*), CAST(coalesce(sum(pence), 0) AS BIGINT)
                        FROM due_lines
                        WHERE \(column) = $1 AND due_on >= $2 AND due_on <= $3 AND ($4 = '' OR kind = $4)
                        GROUP BY kind, payment_group, status
                        """)
            )
        })
}
