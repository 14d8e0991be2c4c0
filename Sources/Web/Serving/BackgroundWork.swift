import ServiceLifecycle

/// Work that goes on beside the site until the process is told to stop; it is cancelled then, and ends at once.
struct BackgroundWork: Service {
    private let work: @Sendable () async -> Void

    init(_ work: @escaping @Sendable () async -> Void) { self.work = work }

    func run() async { await cancelWhenGracefulShutdown { await work() } }
}
