import NIOPosix

/// Threads that may block on a database, as many as there are connections, so that no job waits for a connection.
final class BlockingThreads: Sendable {
    private let pool: NIOThreadPool

    init(count: Int) {
        pool = NIOThreadPool(numberOfThreads: count)
        pool.start()
    }

    /// Runs a job on one of the threads.
    /// - Throws: what the job throws; `RecordsFault.fault` after `finish`; `CancellationError` when the task is
    ///   cancelled before the job begins. A job that has begun is never interrupted.
    func run<Answer: Sendable>(_ job: @escaping @Sendable () throws -> Answer) async throws -> Answer {
        do {
            return try await pool.runIfActive(job)
        } catch is CancellationError where !Task.isCancelled {
            // A pool that has stopped calls every job cancelled.
            throw RecordsFault.fault("The store has been closed.")
        }
    }

    /// Waits for the jobs that have begun, and takes no more.
    func finish() async throws {
        try await pool.shutdownGracefully()
    }

    /// A pool must be told to stop before it goes; a store that is dropped without `close` does it here.
    deinit { pool.shutdownGracefully { _ in } }
}
