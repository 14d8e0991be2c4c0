/// Withholds counts so small that they could tell of a person, and as many more as keep them from being worked out.
///
/// Every count under five is withheld, none included: “none of these” is also news of each of them. Then, while a row or
/// a column with its total has exactly one count withheld, the smallest other one is withheld as well, because the one
/// could be had by subtraction.
public struct SmallCells: Sendable, Equatable {
    public static let least = 5

    /// nil where withheld; row by row.
    public let cells: [[Int?]]
    public let rowTotals: [Int?]
    public let columnTotals: [Int?]
    public let total: Int?

    /// - Parameter counts: rows of one length.
    public init(_ counts: [[Int]]) {
        let width = counts.first?.count ?? 0
        // The totals stand as one more row and column, since they are published with the rest.
        var table = counts.map { $0 + [$0.reduce(0, +)] }
        table.append((0...width).map { column in table.reduce(0) { $0 + $1[column] } })
        var shown = table.map { $0.map { $0 >= SmallCells.least } }
        let rows = table.indices
        let columns = 0...width
        var lines = rows.map { row in columns.map { (row, $0) } }
        lines += columns.map { column in rows.map { ($0, column) } }
        var settled = false
        while !settled {
            settled = true
            for line in lines where line.count(where: { !shown[$0.0][$0.1] }) == 1 {
                let next = line.filter { shown[$0.0][$0.1] }.min { table[$0.0][$0.1] < table[$1.0][$1.1] }
                guard let next else { continue }
                shown[next.0][next.1] = false
                settled = false
            }
        }
        let kept = rows.map { row in columns.map { shown[row][$0] ? table[row][$0] : nil } }
        cells = kept.dropLast().map { Array($0.dropLast()) }
        rowTotals = kept.dropLast().map { $0[width] }
        columnTotals = Array(kept[counts.count].dropLast())
        total = kept[counts.count][width]
    }
}
