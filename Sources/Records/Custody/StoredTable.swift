import Kernel

/// A table of the store: what a backup does with it, and what an erasure takes from it. Every table is declared in
/// `StoredTable.all`; a test holds the list against the schema.
struct StoredTable: Sendable {
    enum Keeping: Sendable {
        /// Its rows are in every backup.
        case backedUp
        /// Made again from the streams by `rebuild`.
        case projection
        /// Good for a while only, such as sessions.
        case passing
    }

    enum Erasing: Sendable {
        /// No row of it says anything of a person that outlives the keys.
        case nothing
        /// The rows of a subject go, with the class of retention.
        case rows(of: RetentionClass)
        /// The rows of a person who is the subject go, with the class of retention: their account and what hangs on it.
        case rowsOfPerson(RetentionClass)
        /// Each row names its own class in a column `retention`, and goes with it.
        case rowsByTheirClass
    }

    struct Column: Sendable, Hashable {
        enum Kind: String, Sendable { case text, int, bool, bytes }
        let name: String
        let kind: Kind
    }

    let name: String
    /// Columns that are never null and by which no two rows are the same, in the order in which rows are written.
    let key: [String]
    var columns: [Column]
    let keeping: Keeping
    let erasing: Erasing

    /// - Parameter columns: the names, each with `:int`, `:bool` or `:bytes` after it when it is not text.
    init(
        _ name: String, key: String, columns: String, _ keeping: Keeping = .backedUp, erasing: Erasing = .nothing
    ) {
        self.name = name
        self.key = key.split(separator: " ").map(String.init)
        self.columns = columns.split(whereSeparator: \.isWhitespace).map { text in
            let parts = text.split(separator: ":").map(String.init)
            return Column(name: parts[0], kind: parts.count > 1 ? Column.Kind(rawValue: parts[1])! : .text)
        }
        self.keeping = keeping
        self.erasing = erasing
    }

    /// A table of which nothing is kept or erased here.
    init(_ keeping: Keeping, _ name: String) { self.init(name, key: "", columns: "", keeping) }
}

extension StoredTable {
    static var backedUp: [StoredTable] { all.filter { $0.keeping == .backedUp } }

    private var columnNames: String { columns.map(\.name).joined(separator: ", ") }

    /// The first rows, or those after one whose key is given.
    func selectPage(isFirst: Bool, limit: Int) -> SQL {
        let order = key.joined(separator: ", ")
        let places = (1...key.count).map { "$\($0)" }.joined(separator: ", ")
        return SQL(
            stringLiteral: """
                SELECT \(columnNames) FROM \(name) \(isFirst ? "" : "WHERE (\(order)) > (\(places))") \
                ORDER BY \(order) LIMIT \(limit)
                """)
    }

    func insert(rows: Int) -> SQL {
        let tuples = (0..<rows).map { row in
            "(" + (1...columns.count).map { "$\(row * columns.count + $0)" }.joined(separator: ", ") + ")"
        }
        return SQL(
            stringLiteral: "INSERT INTO \(name) (\(columnNames)) VALUES \(tuples.joined(separator: ", "))")
    }

    var selectAny: SQL { SQL(stringLiteral: "SELECT 1 FROM \(name) LIMIT 1") }

    /// Takes what an erasure of one class takes from this table.
    func erase(_ subject: String, _ retention: RetentionClass, in connection: any Connection) throws {
        switch erasing {
        case .rows(let own) where own == retention:
            try connection.run(SQL(stringLiteral: "DELETE FROM \(name) WHERE subject = $1"), [.text(subject)])
        case .rowsOfPerson(let own) where own == retention:
            try connection.run(SQL(stringLiteral: "DELETE FROM \(name) WHERE person = $1"), [.text(subject)])
        case .rowsByTheirClass:
            try connection.run(
                SQL(stringLiteral: "DELETE FROM \(name) WHERE subject = $1 AND retention = $2"),
                [.text(subject), .text(retention.rawValue)])
        case .nothing, .rows, .rowsOfPerson: break
        }
    }
}
