import GRDB
import GRDBSQLite

/// The statements of one SQLite connection, prepared once and kept.
///
/// Not to be shared between threads: whoever holds the connection holds its statements.
final class SQLiteStatements {
    /// A statement and, for each of its places in order, the number of the value that goes there, from 0.
    struct Prepared {
        let statement: Statement
        let values: [Int]
        let count: Int
    }

    private var kept: [SQL: Prepared] = [:]

    func prepared(_ sql: SQL, on database: GRDB.Database) throws -> Prepared {
        if let known = kept[sql] { return known }
        let prepared = try Prepared(database.cachedStatement(sql: sql.text), sql)
        kept[sql] = prepared
        return prepared
    }

    /// Lets go of a statement that failed: GRDB takes it for one that cannot be run again.
    func forget(_ sql: SQL) { kept[sql] = nil }

    /// Lets go of every statement, without which a connection cannot be closed.
    func forgetAll() { kept = [:] }
}

extension SQLiteStatements.Prepared {
    /// SQLite takes `$2` for a name and numbers names as they appear; binding by the number in the name keeps what
    /// PostgreSQL means by it.
    init(_ statement: Statement, _ sql: SQL) throws {
        // The values are bound below GRDB, which is told to run the statement without looking for any.
        statement.setUncheckedArguments(StatementArguments())
        self.statement = statement
        let count = Int(sqlite3_bind_parameter_count(statement.sqliteStatement))
        self.count = count
        values = try (0..<count).map { place in
            let name = sqlite3_bind_parameter_name(statement.sqliteStatement, Int32(place + 1))
            guard let name, name[0] == CChar(UInt8(ascii: "$")), let number = Int(String(cString: name + 1)),
                (1...count).contains(number)
            else { throw RecordsFault.fault("A place that is not one of $1 to $\(count) in: \(sql.text)") }
            return number - 1
        }
    }

    /// Makes the statement ready to be run with values.
    func bind(_ given: [SQLValue], of sql: SQL) throws {
        guard given.count == count else {
            throw RecordsFault.fault("\(given.count) values for another number of places in: \(sql.text)")
        }
        sqlite3_reset(statement.sqliteStatement)
        for (place, value) in values.enumerated() {
            try given[value].bind(to: statement.sqliteStatement, at: Int32(place + 1))
        }
    }
}
