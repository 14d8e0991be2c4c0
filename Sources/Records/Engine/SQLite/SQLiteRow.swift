import GRDBSQLite

/// The row a statement stands on; reading it allocates nothing but the value read.
struct SQLiteRow: Row {
    let statement: OpaquePointer

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL }

    func int(_ column: Int) throws -> Int {
        try require(SQLITE_INTEGER, column, "a whole number")
        return Int(sqlite3_column_int64(statement, Int32(column)))
    }

    func bool(_ column: Int) throws -> Bool { try int(column) != 0 }

    func text(_ column: Int) throws -> String {
        try require(SQLITE_TEXT, column, "a text")
        let start = sqlite3_column_text(statement, Int32(column))
        return String(decoding: buffer(start.map { UnsafeRawPointer($0) }, column), as: UTF8.self)
    }

    func bytes(_ column: Int) throws -> [UInt8] {
        try require(SQLITE_BLOB, column, "bytes")
        return Array(buffer(sqlite3_column_blob(statement, Int32(column)), column))
    }

    private func buffer(_ start: UnsafeRawPointer?, _ column: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
    }

    private func require(_ type: Int32, _ column: Int, _ wanted: String) throws {
        guard sqlite3_column_type(statement, Int32(column)) == type else {
            let text = String(cString: sqlite3_sql(statement))
            throw RecordsFault.fault("Column \(column) is null or of another kind than \(wanted) in: \(text)")
        }
    }
}
