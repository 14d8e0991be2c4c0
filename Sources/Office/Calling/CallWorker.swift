import Kernel
public import Logging
import Records

/// Takes calls out of the outbox and makes them, a few at a time, until its task is cancelled.
///
/// When one receiver does not take a call, everything else that waits for it is put off with that call, so that it keeps
/// a worker for no longer than one try; letters have workers of their own.
public struct CallWorker: Sendable {
    let office: Office
    let caller: any Caller
    let isMadeUp: Bool
    let settings: SendingSettings
    let logger: Logger

    /// - Parameter isMadeUp: whether the store's people are made up.
    public init(
        _ office: Office, _ caller: any Caller, isMadeUp: Bool, settings: SendingSettings = SendingSettings(),
        logger: Logger
    ) {
        self.office = office
        self.caller = caller
        self.isMadeUp = isMadeUp
        self.settings = settings
        self.logger = logger
    }

    /// Works until its task is cancelled; a store that cannot be reached for a while is waited for.
    public func run() async {
        await settings.workThrough(logger, failed: "The calls could not be made") { try await callNext() }
    }

    /// Makes every call that is due now, one after another.
    /// - Returns: how many items it dealt with, made or not.
    @discardableResult
    public func callAll() async throws -> Int {
        var count = 0
        while try await callNext() { count += 1 }
        return count
    }

    /// Takes one item and deals with it.
    /// - Returns: false when nothing is due.
    func callNext() async throws -> Bool {
        let now = office.clock.now
        let database = office.database
        guard try await database.read({ try Outbox.waits(.calls, now: now, in: $0) }),
            let item = try await database.write({ try Outbox.take(1, .calls, now: now, in: $0).first })
        else { return false }
        let prepared = try await database.read { [office, isMadeUp] in
            try office.call(item, isMadeUp: isMadeUp, at: now, in: $0)
        }
        let end = await end(of: prepared)
        // Said even while stopping: what has been taken must not be called again.
        try await Task { try await settle(item, end) }.value
        return true
    }

    private enum End {
        case taken
        case withheld(String)
        case notNow(String)
    }

    private func end(of prepared: PreparedCall) async -> End {
        guard case .ready(let call) = prepared else {
            guard case .withheld(let reason) = prepared else { return .taken }
            return .withheld(reason)
        }
        switch await caller.call(call) {
        case .taken: return .taken
        case .notNow(let reason): return .notNow(reason)
        }
    }

    private func settle(_ item: OutboxItem, _ end: End) async throws {
        let now = office.clock.now
        let isStopping = Task.isCancelled
        let wait = settings.wait(after: item.attempt)
        try await office.database.write { connection in
            switch end {
            case .taken: try Outbox.sent(item, at: now, in: connection)
            case .withheld(let reason): try Outbox.withheld(item, reason, at: now, in: connection)
            case .notNow(let reason):
                let retry = isStopping ? now : wait.map { now.adding(minutes: $0) }
                try Outbox.failed(item, reason, retryAt: retry, at: now, in: connection)
                let hold = now.adding(minutes: wait ?? settings.waits.last ?? 0)
                if !isStopping { try Outbox.hold(item.kind, until: hold, in: connection) }
            }
        }
        if case .notNow(let reason) = end { logger.notice("Call \(item.kind) of event \(item.event): \(reason)") }
    }
}
