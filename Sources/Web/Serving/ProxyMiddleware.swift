import HTTPTypes
import Hummingbird

/// Takes where a request came from out of the header in which a proxy in front says so, for whoever is counted by it.
///
/// The last address in it counts: what the proxy itself added. Those before it are what somebody claims.
struct ProxyMiddleware: RouterMiddleware {
    let header: HTTPField.Name

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        let said = request.headers[values: header].last?.split { $0 == "," || $0 == " " }.last
        if let said, said.utf8.count <= 64 { context.remote = String(said) }
        return try await next(request, context)
    }
}
