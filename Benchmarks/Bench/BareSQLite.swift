import GRDBSQLite
import Records

/// SQLite with nothing in front of it but prepared statements, opened as the product opens its writer.
final class BareSQLite {
    struct Fault: Error { let message: String }

    private struct Prepared {
        let statement: OpaquePointer
        /// For each place, which value goes there.
        let values: [Int]
    }

    private var connection: OpaquePointer?
    private var statements: [SQL: Prepared] = [:]

    init(path: String) throws {
        guard sqlite3_open(path, &connection) == SQLITE_OK else { throw fault }
        try execute("PRAGMA journal_mode = WAL")
        try execute("PRAGMA synchronous = FULL")
        try execute("PRAGMA cache_size = -65536")
        try execute("PRAGMA wal_autocheckpoint = 8000")
        try execute("PRAGMA foreign_keys = ON")
    }

    func close() {
        for prepared in statements.values { sqlite3_finalize(prepared.statement) }
        sqlite3_close(connection)
    }

    func write(_ transaction: [Written]) throws {
        try execute("BEGIN IMMEDIATE")
        for written in transaction {
            let prepared = try prepared(written.statement)
            sqlite3_reset(prepared.statement)
            for (place, value) in prepared.values.enumerated() {
                try bind(written.values[value], prepared.statement, Int32(place + 1))
            }
            guard sqlite3_step(prepared.statement) == SQLITE_DONE else { throw fault }
            sqlite3_reset(prepared.statement)
        }
        try execute("COMMIT")
    }

    private var fault: Fault { Fault(message: String(cString: sqlite3_errmsg(connection))) }

    private func execute(_ sql: String) throws {
        guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw fault }
    }

    private func prepared(_ sql: SQL) throws -> Prepared {
        if let known = statements[sql] { return known }
        var found: OpaquePointer?
        guard sqlite3_prepare_v2(connection, sql.text, -1, &found, nil) == SQLITE_OK, let found else { throw fault }
        let values = (0..<sqlite3_bind_parameter_count(found)).map { place in
            sqlite3_bind_parameter_name(found, place + 1).flatMap { Int(String(cString: $0 + 1)) } ?? 1
        }
        let prepared = Prepared(statement: found, values: values.map { $0 - 1 })
        statements[sql] = prepared
        return prepared
    }

    private func bind(_ value: SQLValue, _ statement: OpaquePointer, _ place: Int32) throws {
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        let code =
            switch value {
            case .null: sqlite3_bind_null(statement, place)
            case .int(let value): sqlite3_bind_int64(statement, place, Int64(value))
            case .bool(let value): sqlite3_bind_int64(statement, place, value ? 1 : 0)
            case .text(let value): sqlite3_bind_text(statement, place, value, -1, copied)
            case .bytes(let value):
                value.isEmpty
                    ? sqlite3_bind_zeroblob(statement, place, 0)
                    : sqlite3_bind_blob(statement, place, value, Int32(value.count), copied)
            }
        guard code == SQLITE_OK else { throw fault }
    }
}
