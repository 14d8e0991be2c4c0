public import Kernel

/// Counts what this process records and has a checkpoint made when one may be due, so that no append need ask.
public actor Checkpointer {
    private let checkpoints: Checkpoints
    private let database: any Database
    private var counted = 0

    public init(_ checkpoints: Checkpoints, of database: any Database) {
        self.checkpoints = checkpoints
        self.database = database
    }

    /// Says that events have been recorded; call it after their transaction has been kept.
    public func recorded(_ events: Int, at moment: Instant) async throws {
        counted += events
        guard counted >= Checkpoints.events else { return }
        counted = 0
        try await checkpoints.makeIfDue(in: database, at: moment)
    }
}
