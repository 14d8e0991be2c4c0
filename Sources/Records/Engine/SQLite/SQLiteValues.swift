import GRDBSQLite

extension [SQLValue] {
    /// Binds each value to the parameter of its number. SQLite takes `$2` for a name and numbers names as they appear;
    /// binding by the number in the name keeps what PostgreSQL means by it.
    func bind(to statement: OpaquePointer, of sql: SQL) throws {
        guard Int(sqlite3_bind_parameter_count(statement)) == count else {
            throw RecordsFault.fault("\(count) values for another number of places in: \(sql.text)")
        }
        for place in 0..<Int32(count) {
            let number = Self.number(ofParameterNamed: sqlite3_bind_parameter_name(statement, place + 1))
            guard let number, indices.contains(number - 1) else {
                throw RecordsFault.fault("A place that is not one of $1 to $\(count) in: \(sql.text)")
            }
            try self[number - 1].bind(to: statement, at: place + 1)
        }
    }

    private static func number(ofParameterNamed name: UnsafePointer<CChar>?) -> Int? {
        guard let name, name[0] == CChar(UInt8(ascii: "$")) else { return nil }
        return Int(String(cString: name + 1))
    }
}

extension SQLValue {
    fileprivate func bind(to statement: OpaquePointer, at place: Int32) throws {
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
        if utf8.contains(0) { throw RecordsFault.fault("A text with a NUL in it cannot be kept.") }
        return self
    }
}
