import GRDB
import GRDBSQLite

/// One transaction on a SQLite connection.
final class SQLiteConnection: Connection {
    let engine = Engine.sqlite
    private let database: GRDB.Database
    private let statements: SQLiteStatements
    private var failure: RecordsFault?

    /// - Parameter statements: those that have been prepared on this connection, when it keeps them.
    init(_ database: GRDB.Database, _ statements: SQLiteStatements = SQLiteStatements()) {
        self.database = database
        self.statements = statements
    }

    @discardableResult
    func run(_ statement: SQL, _ values: [SQLValue]) throws -> Int {
        try attempt(statement) {
            let prepared = try bound(statement, values)
            let before = database.totalChangesCount
            try prepared.execute()
            return database.totalChangesCount == before ? 0 : database.changesCount
        }
    }

    func each(_ statement: SQL, _ values: [SQLValue], _ row: (any Row) throws -> Void) throws {
        let prepared = try attempt(statement) { try bound(statement, values) }
        // Stepped here, and not by a cursor of GRDB's, which makes a row of its own for each statement that is run.
        let current = SQLiteRow(statement: prepared.sqliteStatement)
        defer { sqlite3_reset(prepared.sqliteStatement) }
        while try attempt(statement, { try step(prepared) }) { try row(current) }
    }

    func script(_ statements: SQL) throws {
        if statements.goesBack { failure = nil }
        try attempt(statements) { try database.execute(sql: statements.text) }
    }

    /// Compiles a statement without running it, and keeps it.
    func prepare(_ statement: SQL) throws {
        try attempt(statement) { _ = try statements.prepared(statement, on: database) }
    }

    /// PostgreSQL keeps nothing of a transaction in which a statement failed; neither does this.
    func requireWhole() throws { if let failure { throw failure } }

    private func attempt<Answer>(_ statement: SQL, _ body: () throws -> Answer) throws -> Answer {
        try requireWhole()
        do {
            return try body()
        } catch {
            statements.forget(statement)
            let fault = (error as? DatabaseError).map { RecordsFault($0) } ?? error
            failure = fault as? RecordsFault
            throw fault
        }
    }

    private func bound(_ sql: SQL, _ values: [SQLValue]) throws -> Statement {
        var prepared = try statements.prepared(sql, on: database)
        // A statement whose rows are being read further up cannot be run again; this is a second copy.
        if sqlite3_stmt_busy(prepared.statement.sqliteStatement) != 0 {
            prepared = try SQLiteStatements.Prepared(database.makeStatement(sql: sql.text), sql)
        }
        try prepared.bind(values, of: sql)
        return prepared.statement
    }

    /// - Returns: whether the statement stands on a row.
    private func step(_ statement: Statement) throws -> Bool {
        switch sqlite3_step(statement.sqliteStatement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage, sql: statement.sql)
        }
    }
}

extension SQL {
    /// Whether this undoes what failed: the only thing a transaction may do after a statement has failed.
    var goesBack: Bool { text.uppercased().hasPrefix("ROLLBACK TO") }
}
