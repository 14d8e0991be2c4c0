import CPostgreSQL
import Foundation

/// One connection to a PostgreSQL server, and the transaction under way on it. Each statement is prepared once and kept.
///
/// `@unchecked Sendable`: it is in the hands of one thread, or else lies in the pool of `PostgresDatabase`.
final class PostgresConnection: Connection, @unchecked Sendable {
    let engine = Engine.postgres
    private let server: OpaquePointer
    private var prepared: [String: PostgresStatement] = [:]
    private var arguments = PostgresArguments()
    /// What a statement of this transaction met; nothing more is sent, and nothing is kept.
    private(set) var failure: RecordsFault?

    init(_ address: PostgresAddress) throws {
        let options = [
            // What stands before the address may be changed by it.
            ("connect_timeout", "10"), ("tcp_user_timeout", "20000"), ("target_session_attrs", "read-write"),
            ("dbname", address.url), ("client_encoding", "UTF8"), ("fallback_application_name", "throughline"),
        ]
        server = try connect(options, to: address)
        _ = PQsetNoticeProcessor(server, { _, _ in }, nil)
        // An answered write is on the disk, whatever the server's own setting; a stricter one is left as it is.
        try command(
            "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'")
    }

    deinit { PQfinish(server) }

    /// Whether the connection stands and no transaction is left open on it.
    var isUsable: Bool { PQstatus(server) == CONNECTION_OK && PQtransactionStatus(server) == PQTRANS_IDLE }

    @discardableResult
    func run(_ statement: SQL, _ values: [SQLValue]) throws -> Int {
        let result = try execute(statement, values)
        defer { PQclear(result) }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    func each(_ statement: SQL, _ values: [SQLValue], _ row: (any Row) throws -> Void) throws {
        let result = try execute(statement, values)
        defer { PQclear(result) }
        for number in 0..<PQntuples(result) { try row(PostgresRow(result: result, number: number)) }
    }

    func script(_ statements: SQL) throws {
        if statements.goesBack { failure = nil }
        try attempt { try command(statements.text) }
    }

    func begin(_ command: String) throws { try self.command(command) }

    /// Keeps the transaction, unless a statement of it failed.
    func commit() throws {
        try attempt { try command("COMMIT") }
    }

    func rollBack() {
        if PQtransactionStatus(server) != PQTRANS_IDLE { try? command("ROLLBACK") }
        failure = nil
    }

    static let lockOnPostgres: SQL = "SELECT pg_advisory_xact_lock(6011845270347219)"

    private func attempt<Answer>(_ body: () throws -> Answer) throws -> Answer {
        if let failure { throw failure }
        do {
            return try body()
        } catch {
            failure = error as? RecordsFault
            throw error
        }
    }

    private func execute(_ sql: SQL, _ values: [SQLValue]) throws -> OpaquePointer {
        try attempt {
            let statement = try statement(sql)
            try arguments.take(values, for: statement)
            let result = arguments.withPointers { count, pointers, lengths, formats in
                PQexecPrepared(server, statement.name, count, pointers, lengths, formats, 1)
            }
            return try checked(result, sql.text)
        }
    }

    /// Compiles a statement without running it, and keeps it.
    func prepare(_ sql: SQL) throws { try attempt { _ = try statement(sql) } }

    private func statement(_ sql: SQL) throws -> PostgresStatement {
        if let known = prepared[sql.text] { return known }
        let name = "s\(prepared.count)"
        PQclear(try checked(PQprepare(server, name, sql.text, 0, nil), sql.text))
        let description = try checked(PQdescribePrepared(server, name), sql.text)
        defer { PQclear(description) }
        let types = (0..<PQnparams(description)).map { PQparamtype(description, $0) }
        let statement = PostgresStatement(name: name, text: sql.text, types: types)
        prepared[sql.text] = statement
        return statement
    }

    private func command(_ text: String) throws {
        PQclear(try checked(PQexec(server, text), text))
    }

    private func checked(_ result: OpaquePointer?, _ text: String) throws -> OpaquePointer {
        guard let result else { throw RecordsFault.lostConnection }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return result
        default:
            defer { PQclear(result) }
            throw PQstatus(server) == CONNECTION_OK ? RecordsFault(result, text) : RecordsFault.lostConnection
        }
    }
}

private func connect(_ options: [(String, String)], to address: PostgresAddress) throws -> OpaquePointer {
    let texts = options.map { (strdup($0.0), strdup($0.1)) }
    defer { for (key, value) in texts { free(key); free(value) } }
    let keys = texts.map { UnsafePointer($0.0) } + [nil]
    let values = texts.map { UnsafePointer($0.1) } + [nil]
    guard let server = PQconnectdbParams(keys, values, 1) else { throw RecordsFault.storage("No memory is left.") }
    guard PQstatus(server) == CONNECTION_OK else {
        defer { PQfinish(server) }
        throw RecordsFault(connectingTo: address, String(cString: PQerrorMessage(server)))
    }
    return server
}
