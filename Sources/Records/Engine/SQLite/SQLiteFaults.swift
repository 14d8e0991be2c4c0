import GRDB

extension RecordsFault {
    /// What a failure of SQLite means. Nothing bound to a statement is repeated in it.
    init(_ error: DatabaseError) {
        let message = error.message ?? ""
        switch error.resultCode {
        case .SQLITE_CONSTRAINT: self = .constraint(Self.constraint(in: message))
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .crossed
        case .SQLITE_FULL:
            self = .storage("The disk that holds the store is full. Free some space, then do it again.")
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            self = .storage("The store's file cannot be written. Check who may write to it and to its folder.")
        case .SQLITE_CANTOPEN:
            self = .storage("The store's file cannot be opened. Check that its folder is there and may be written to.")
        case .SQLITE_IOERR, .SQLITE_NOLFS:
            self = .storage(
                "The disk that holds the store gave an error (\(error.extendedResultCode)). Check the disk.")
        case .SQLITE_NOTADB: self = .unreadable("The file is not a Throughline store. Check its name.")
        case .SQLITE_CORRUPT: self = .unreadable("The store's file is damaged. Restore it from a backup.")
        default: self = .fault("\(message) (\(error.extendedResultCode)) in: \(error.sql ?? "no statement")")
        }
    }

    /// The same, met on opening a file.
    init(opening path: String, _ error: DatabaseError) {
        self =
            switch RecordsFault(error) {
            case .storage(let sentence): .storage("\(path): \(sentence)")
            case .unreadable(let sentence): .unreadable("\(path): \(sentence)")
            case .crossed: .storage("\(path): Another program is using the store. Stop it, then do this again.")
            case let other: other
            }
    }

    /// The columns of a broken key as `table.column, table.column`, or the name of a CHECK or of an index on an
    /// expression; the words PostgreSQL's faults are given too.
    private static func constraint(in message: String) -> String {
        if message.hasPrefix("FOREIGN KEY") { return "foreign key" }
        guard let colon = message.firstRange(of: "constraint failed: ") else { return message }
        let name = message[colon.upperBound...]
        guard name.hasPrefix("index '"), name.hasSuffix("'") else { return String(name) }
        return String(name.dropFirst("index '".count).dropLast())
    }
}
