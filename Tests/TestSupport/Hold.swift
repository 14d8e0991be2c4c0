/// Where something that a test has begun stands still until the test lets it go on. Each side is waited for by one task.
public struct Hold: Sendable {
    private let arrived = AsyncStream<Void>.makeStream()
    private let released = AsyncStream<Void>.makeStream()

    public init() {}

    /// Says that it has come here, and goes on.
    public func pass() { arrived.continuation.finish() }

    /// Says that it has come here, and stays until it is released.
    public func stand() async {
        pass()
        for await _ in released.stream {}
    }

    /// Waits until it has come here.
    public func reached() async { for await _ in arrived.stream {} }

    public func release() { released.continuation.finish() }
}
