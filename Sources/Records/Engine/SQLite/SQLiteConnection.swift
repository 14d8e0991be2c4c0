import GRDB
import GRDBSQLite

/// One transaction on a SQLite connection. Statements are prepared once for each connection and kept.
final class SQLiteConnection: Connection {
    let engine = Engine.sqlite
    private let database: GRDB.Database
    private var failure: RecordsFault?

    init(_ database: GRDB.Database) { self.database = database }

    @discardableResult
    func run(_ statement: SQL, _ values: [SQLValue]) throws -> Int {
        try attempt {
            let prepared = try bound(statement, values)
            let before = database.totalChangesCount
            try prepared.execute()
            return database.totalChangesCount == before ? 0 : database.changesCount
        }
    }

    func each(_ statement: SQL, _ values: [SQLValue], _ row: (any Row) throws -> Void) throws {
        let rows = try attempt { try GRDB.Row.fetchCursor(try bound(statement, values)) }
        // GRDB steps the statement; its row is not used, the columns are read from the statement itself.
        let current = SQLiteRow(statement: rows._statement.sqliteStatement)
        while try attempt({ try rows.next() != nil }) { try row(current) }
    }

    func script(_ statements: SQL) throws {
        if statements.goesBack { failure = nil }
        try attempt { try database.execute(sql: statements.text) }
    }

    /// Compiles a statement without running it, and keeps it.
    func prepare(_ statement: SQL) throws { try attempt { _ = try database.cachedStatement(sql: statement.text) } }

    /// PostgreSQL keeps nothing of a transaction in which a statement failed; neither does this.
    func requireWhole() throws { if let failure { throw failure } }

    private func attempt<Answer>(_ body: () throws -> Answer) throws -> Answer {
        try requireWhole()
        do {
            return try body()
        } catch {
            let fault = (error as? DatabaseError).map { RecordsFault($0) } ?? error
            failure = fault as? RecordsFault
            throw fault
        }
    }

    private func bound(_ sql: SQL, _ values: [SQLValue]) throws -> Statement {
        var statement = try database.cachedStatement(sql: sql.text)
        // A statement whose rows are being read further up cannot be run again; this is a second copy.
        if sqlite3_stmt_busy(statement.sqliteStatement) != 0 {
            statement = try database.makeStatement(sql: sql.text)
        }
        statement.setUncheckedArguments(StatementArguments())
        try values.bind(to: statement.sqliteStatement, of: sql)
        return statement
    }
}

extension SQL {
    /// Whether this undoes what failed: the only thing a transaction may do after a statement has failed.
    var goesBack: Bool { text.uppercased().hasPrefix("ROLLBACK TO") }
}
