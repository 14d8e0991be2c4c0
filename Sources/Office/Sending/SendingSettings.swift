import Logging

/// How the outbox is worked through. Ours.
public struct SendingSettings: Sendable {
    /// Letters under way at once, so that one address that is slow to answer does not hold up the others.
    public var atOnce = 4
    /// Seconds between two looks at an outbox that had nothing due.
    public var pollSeconds = 2
    /// Minutes to wait after each try that failed; after as many tries as there are waits, and one more, it is given up.
    public var waits = [1, 5, 15, 60, 240]

    public init() {}

    /// Minutes until the next try; nil when it is given up.
    func wait(after attempt: Int) -> Int? { waits.indices.contains(attempt - 1) ? waits[attempt - 1] : nil }

    /// Works until the task is cancelled, a few at a time; a store that cannot be reached for a while is waited for.
    /// - Parameters:
    ///   - failed: what to log, before the fault, when it could not be worked through.
    ///   - next: takes one item and deals with it; false when nothing is due.
    func workThrough(_ logger: Logger, failed: String, _ next: @escaping @Sendable () async throws -> Bool) async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<atOnce {
                group.addTask {
                    while !Task.isCancelled {
                        do {
                            if try await next() { continue }
                        } catch {
                            if !Task.isCancelled { logger.error("\(failed): \(error)") }
                        }
                        try? await Task.sleep(for: .seconds(pollSeconds))
                    }
                }
            }
        }
    }
}
