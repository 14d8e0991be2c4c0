import Foundation
import GRDB

/// A store in one SQLite file, kept in write-ahead-log mode with `synchronous = FULL`, so that an answered write is on
/// the disk.
///
/// There is one writer, which takes the write lock before it reads (BEGIN IMMEDIATE); readers do not wait for it. The
/// file is readable by its owner only. Another process that holds the write lock is waited for, for ten seconds.
public final class SQLiteDatabase: Database {
    public let engine = Engine.sqlite
    private let pool: DatabasePool
    private let writer = WriterStatements()
    private let threads: BlockingThreads

    /// Opens a store, or makes an empty file.
    /// - Parameter connections: how many reads may run at once.
    /// - Throws: `RecordsFault.storage` when the file cannot be opened or written, `.unreadable` when it is not SQLite.
    public init(path: String, connections: Int = 8) throws {
        do {
            Self.makePrivateFile(at: path)
            try Self.requireNoOtherFile(at: path)
            pool = try DatabasePool(path: path, configuration: Self.configuration(connections: connections))
            // DatabasePool sets NORMAL after `prepareDatabase` has run, so FULL is set here, on the writer.
            try pool.writeWithoutTransaction { try $0.execute(sql: Self.writing) }
        } catch let error as DatabaseError {
            throw RecordsFault(opening: path, error)
        }
        threads = BlockingThreads(count: connections)
    }

    public func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        // The synchronous read on a thread of our own has 2.3 times the rate of GRDB's asynchronous one.
        try await threads.run { [pool] in
            try mappingFaults { try pool.read { try body(SQLiteConnection($0)) } }
        }
    }

    public func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        do {
            return try await pool.write { [writer] database in
                let connection = SQLiteConnection(database, writer.statements)
                let answer = try body(connection)
                try connection.requireWhole()
                return answer
            }
        } catch let error as DatabaseError {
            throw RecordsFault(error)
        }
    }

    public func writeAlone<Answer: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        try await write(body)
    }

    /// Folds the log into the file and empties it. Deleted rows are written over as they go, by `secure_delete`; a reader
    /// that is at work keeps the log a little longer.
    public func writeOver() async throws {
        do {
            try await pool.writeWithoutTransaction { _ = try? $0.checkpoint(.truncate) }
        } catch let error as DatabaseError {
            throw RecordsFault(error)
        }
    }

    public func close() async throws {
        try await threads.finish()
        try mappingFaults { try closePool() }
    }

    private func closePool() throws {
        pool.writeWithoutTransaction { [writer] _ in writer.statements.forgetAll() }
        // The writer goes last, since only a connection that may write folds the log into the file.
        pool.releaseMemory()
        try pool.close()
    }

    /// The writer goes through every index of what it adds to, so it keeps 64 megabytes of pages, taken as they are
    /// needed; with SQLite's usual two it reads the same pages again for every command. The log is folded into the file
    /// every 32 megabytes, as a page that many commands change is then copied once for all of them.
    private static let writing = """
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA cache_size = -65536;
        PRAGMA wal_autocheckpoint = 8000;
        """

    private static func configuration(connections: Int) -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = connections
        configuration.prepareDatabase { database in
            // PostgreSQL's LIKE minds case; without this SQLite's would not, silently.
            try database.execute(sql: "PRAGMA case_sensitive_like = ON")
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        return configuration
    }

    /// SQLite itself would take a file of one byte for an empty one, and write over it.
    private static func requireNoOtherFile(at path: String) throws {
        guard let file = FileHandle(forReadingAtPath: path) else { return }
        defer { try? file.close() }
        // What cannot be read, such as a folder, SQLite itself has the words for.
        let heading = (try? file.read(upToCount: 16)) ?? Data()
        guard heading.isEmpty || heading == Data("SQLite format 3\0".utf8) else {
            throw DatabaseError(resultCode: .SQLITE_NOTADB)
        }
    }

    /// SQLite gives its log files the permissions of the file itself.
    private static func makePrivateFile(at path: String) {
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor >= 0 { _ = Foundation.close(descriptor) }
    }
}

/// The statements kept for the connection that writes.
///
/// Not checked by the compiler: they are touched only on the writer's own queue, which GRDB keeps to one job at a time.
private final class WriterStatements: @unchecked Sendable {
    let statements = SQLiteStatements()
}

private func mappingFaults<Answer>(_ body: () throws -> Answer) throws -> Answer {
    do {
        return try body()
    } catch let error as DatabaseError {
        throw RecordsFault(error)
    }
}
