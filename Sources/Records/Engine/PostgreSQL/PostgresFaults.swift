import CPostgreSQL

extension RecordsFault {
    static let lostConnection = RecordsFault.storage("The connection to PostgreSQL was lost. Do it again.")

    /// What a failed statement means, by its SQLSTATE (PostgreSQL manual, appendix A). Of PostgreSQL's own messages only
    /// the first line is used, since the detail repeats the values of the row.
    init(_ result: OpaquePointer, _ text: String) {
        func field(_ code: Character) -> String {
            PQresultErrorField(result, Int32(code.asciiValue ?? 0)).map { String(cString: $0) } ?? ""
        }
        let state = field("C")
        let message = field("M")
        switch state {
        case "23505": self = .constraint(Self.key(table: field("t"), constraint: field("n"), detail: field("D")))
        case "23502": self = .constraint("\(field("t")).\(field("c"))")
        case "23503": self = .constraint("foreign key")
        case _ where state.hasPrefix("23"): self = .constraint(field("n"))
        case "40001", "40P01": self = .crossed
        case "53100": self = .storage("The disk that holds the store is full. Free some space, then do it again.")
        case "42501", "25006": self = .storage("PostgreSQL does not let this user write. \(message).")
        case "XX001", "XX002": self = .unreadable("The store is damaged. Restore it from a backup. \(message).")
        case _ where ["53", "57", "58", "08"].contains(state.prefix(2)):
            self = .storage("PostgreSQL cannot do it now. \(message).")
        default: self = .fault("\(message) (\(state)) in: \(text)")
        }
    }

    /// A server that could not be reached, in libpq's words without the password.
    init(connectingTo address: PostgresAddress, _ message: String) {
        var words = message.split(whereSeparator: \.isNewline).joined(separator: " ")
        if let password = address.password, !password.isEmpty { words.replace(password, with: "…") }
        self = .storage("The database \(address) cannot be reached: \(words)")
    }

    /// The columns of a unique key as SQLite names them, `table.column, table.column`; the name of an index on an
    /// expression. The columns are in the detail before the values: `Key (subject, sequence)=(…) already exists.`
    private static func key(table: String, constraint: String, detail: String) -> String {
        guard let open = detail.firstIndex(of: "("), let end = detail.firstRange(of: ")=(") else { return constraint }
        let columns = detail[detail.index(after: open)..<end.lowerBound]
        if columns.contains("(") || columns.contains("'") { return constraint }
        return columns.split(separator: ", ").map { "\(table).\($0)" }.joined(separator: ", ")
    }
}
