import Kernel

/// A store on a PostgreSQL server, through libpq, which blocks on threads of our own: as fast as a client of events.
///
/// Writes are SERIALIZABLE; one that crosses another (40001, 40P01) is tried again eight times. Reads see one snapshot.
/// A connection that the server dropped while it was idle is replaced unseen. Of several hosts in the address, one that
/// takes writes is chosen.
public final class PostgresDatabase: Database {
    public let engine = Engine.postgres
    private let address: PostgresAddress
    private let idle = Locked<[PostgresConnection]>([])
    private let threads: BlockingThreads

    /// Opens a database that is there already.
    /// - Parameter connections: how many transactions may run at once.
    /// - Throws: `RecordsFault.storage` when the server cannot be reached.
    public init(_ address: PostgresAddress, connections: Int = 8) async throws {
        self.address = address
        threads = BlockingThreads(count: connections)
        let first = try await threads.run { try PostgresConnection(address) }
        idle.with { $0.append(first) }
    }

    public func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        try await transact("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body)
    }

    public func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        try await transact("BEGIN ISOLATION LEVEL SERIALIZABLE", body)
    }

    /// Each statement sees what was kept before it, and so what another program kept while this one waited.
    public func writeAlone<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        try await transact("BEGIN ISOLATION LEVEL READ COMMITTED") { connection in
            try connection.script(PostgresConnection.lockOnPostgres)
            return try body(connection)
        }
    }

    /// Nothing: the server's own vacuum writes over what was deleted, in its time.
    public func writeOver() async throws {}

    public func close() async throws {
        try await threads.finish()
        idle.with { $0 = [] }
    }

    private func transact<Answer: Sendable>(
        _ begin: String, _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        for attempt in 0... {
            do {
                return try await threads.run { try self.once(begin, body) }
            } catch is Crossed {
                guard attempt < 8 else { break }
                // A random wait, longer each time, lets those that crossed pass one by one. It is long enough for one
                // whose commit has doomed this attempt, and is not yet seen, to finish on a busy machine.
                try await Task.sleep(for: .microseconds(Int.random(in: (500 << attempt)...(4_000 << attempt))))
            }
        }
        throw RecordsFault.crossed
    }

    private func once<Answer>(_ begin: String, _ body: (any Connection) throws -> Answer) throws -> Answer {
        let connection = try begun(begin)
        defer { if connection.isUsable { idle.with { $0.append(connection) } } }
        do {
            let answer = try body(connection)
            try connection.commit()
            return answer
        } catch {
            // Whatever a closure made of it, a transaction that crossed another is tried again.
            let crossed = connection.failure == .crossed
            connection.rollBack()
            throw crossed ? Crossed() : error
        }
    }

    /// A connection with its transaction begun. Nothing has been done on it, so a broken one costs nothing to replace.
    private func begun(_ begin: String) throws -> PostgresConnection {
        while let connection = idle.with({ $0.popLast() }) {
            do {
                try connection.begin(begin)
                return connection
            } catch  where !connection.isUsable {
                continue
            }
        }
        let connection = try PostgresConnection(address)
        try connection.begin(begin)
        return connection
    }
}

/// Two transactions crossed, and this one may be tried again.
private struct Crossed: Error {}
