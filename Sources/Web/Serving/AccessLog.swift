public import Hummingbird
public import Logging

/// Writes a line for each request: what was asked for by the pattern of its route, never by its address, which names
/// people. Neither addresses of the network nor anything typed is written.
public struct AccessLog<Context: RequestContext>: RouterMiddleware {
    private let logger: Logger

    public init(_ logger: Logger) { self.logger = logger }

    public func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        do {
            let response = try await next(request, context)
            write(request, context, status: response.status.code, clock.now - start)
            return response
        } catch {
            write(request, context, status: 500, clock.now - start)
            throw error
        }
    }

    private func write(_ request: Request, _ context: Context, status: Int, _ took: Duration) {
        let (seconds, rest) = took.components
        logger.info(
            "request",
            metadata: [
                "method": "\(request.method)", "route": "\(context.endpointPath ?? "none")", "status": "\(status)",
                "ms": "\(seconds * 1000 + rest / 1_000_000_000_000_000)", "request": "\(context.reference)",
            ])
    }
}
