public import Hummingbird
public import Kernel

/// Thrown when somebody asks too often.
struct RateLimited: Error {
    let seconds: Int
}

/// Lets each key through as often as its bucket allows; `ErrorPages` around it says how long to wait.
public struct RateLimit<Context: RequestContext>: RouterMiddleware {
    private let buckets: Locked<TokenBuckets>
    private let now: @Sendable () -> Instant
    private let key: @Sendable (Request, Context) -> String?

    /// - Parameters:
    ///   - now: the clock; it may be of any day, as long as it goes forward.
    ///   - key: who is counted: a session, an address of the network, an account; nil lets the request through.
    public init(
        _ buckets: TokenBuckets, now: @escaping @Sendable () -> Instant,
        key: @escaping @Sendable (Request, Context) -> String?
    ) {
        self.init(sharing: Locked(buckets), now: now, key: key)
    }

    /// The same, counted in buckets that others count in too.
    public init(
        sharing buckets: Locked<TokenBuckets>, now: @escaping @Sendable () -> Instant,
        key: @escaping @Sendable (Request, Context) -> String?
    ) {
        self.buckets = buckets
        self.now = now
        self.key = key
    }

    public func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if let key = key(request, context), let seconds = buckets.with({ $0.take(key, at: now()) }) {
            throw RateLimited(seconds: seconds)
        }
        return try await next(request, context)
    }
}
