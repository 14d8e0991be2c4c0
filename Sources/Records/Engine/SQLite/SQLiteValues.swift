import GRDBSQLite

extension SQLValue {
    /// Gives the value to one of a statement's places, numbered from 1.
    func bind(to statement: OpaquePointer, at place: Int32) throws {
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)  // SQLITE_TRANSIENT
        let code =
            switch self {
            case .null: sqlite3_bind_null(statement, place)
            case .int(let value): sqlite3_bind_int64(statement, place, Int64(value))
            case .bool(let value): sqlite3_bind_int64(statement, place, value ? 1 : 0)
            case .bytes(let value):
                // A blob of no length and no address would be taken for null.
                value.isEmpty
                    ? sqlite3_bind_zeroblob(statement, place, 0)
                    : sqlite3_bind_blob64(statement, place, value, UInt64(value.count), copied)
            case .text(let value):
                try value.withoutNUL().withCString {
                    sqlite3_bind_text64(statement, place, $0, UInt64(value.utf8.count), copied, UInt8(SQLITE_UTF8))
                }
            }
        guard code == SQLITE_OK else { throw RecordsFault.fault("A value too large to keep.") }
    }
}

extension String {
    /// PostgreSQL cannot keep a text that has a NUL in it, so neither engine does.
    func withoutNUL() throws -> String {
        var text = self
        if text.withUTF8({ $0.contains(0) }) { throw RecordsFault.fault("A text with a NUL in it cannot be kept.") }
        return text
    }
}
