import HTTPTypes
public import Hummingbird
import Logging

/// The headers every answer carries: what a page may load, that nobody may frame it, and that it is not kept.
public struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    private let fields: HTTPFields

    /// - Parameter https: whether the site is only ever reached by https, which browsers then insist on for a year.
    public init(https: Bool) {
        var fields = HTTPFields()
        for (name, value) in Self.always { fields[HTTPField.Name(name)!] = value }
        if https { fields[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        self.fields = fields
    }

    /// Scripts and styles come from files of ours alone, so text that got into a page could still not run. `connect-src`
    /// lets the keyboard and draft scripts speak to this site and to no other.
    private static var always: [(String, String)] {
        [
            (
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
            ),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
        ]
    }

    public func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers.append(contentsOf: fields)
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        response.headers[.requestID] = context.reference
        return response
    }
}

extension HTTPField.Name {
    /// What a person quotes when asking for help, and the log knows.
    static let requestID = Self("X-Request-Id")!
}

extension RequestContext {
    /// The request's id; a logger that keeps no metadata has none to give.
    var reference: String { logger[metadataKey: "hb.request.id"]?.description ?? "none" }
}
