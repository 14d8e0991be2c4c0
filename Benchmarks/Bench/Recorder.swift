import Kernel
import Records

/// One statement that changed the store, and its values.
struct Written: Sendable {
    let statement: SQL
    let values: [SQLValue]
}

/// A store that remembers what each transaction wrote, so that the same rows can be written again in the same
/// transactions by something else.
final class Recorder: Database {
    private let store: any Database
    private let transactions = Locked<[[Written]]>([])

    init(_ store: any Database) { self.store = store }

    var engine: Engine { store.engine }

    /// The transactions since they were last taken.
    func take() -> [[Written]] {
        transactions.with { transactions in
            defer { transactions = [] }
            return transactions
        }
    }

    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        try await store.read(body)
    }

    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        let (answer, written) = try await store.write { connection in
            let recording = RecordingConnection(connection)
            return (try body(recording), recording.written)
        }
        transactions.with { $0.append(written) }
        return answer
    }

    func writeAlone<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        try await write(body)
    }

    func writeOver() async throws { try await store.writeOver() }
    func close() async throws { try await store.close() }
}

private final class RecordingConnection: Connection {
    private let connection: any Connection
    private(set) var written: [Written] = []

    init(_ connection: any Connection) { self.connection = connection }

    var engine: Engine { connection.engine }

    func run(_ statement: SQL, _ values: [SQLValue]) throws -> Int {
        written.append(Written(statement: statement, values: values))
        return try connection.run(statement, values)
    }

    func each(_ statement: SQL, _ values: [SQLValue], _ row: (any Row) throws -> Void) throws {
        try connection.each(statement, values, row)
    }

    func script(_ statements: SQL) throws { try connection.script(statements) }
}
