import Hummingbird
import Logging
import Office

/// What a request carries from its session to its page.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The session's token; what forms are sealed to.
    var session: String?
    var signedIn: SignedIn?
    /// The address the request came from; that of the proxy where there is one.
    var remote: String?
    /// The page that was asked for, with what is asked of it, without word of what was just done.
    var path = SiteURL.welcome.address
    /// Whether this browser has the keyboard shortcuts.
    var shortcuts = true

    init(source: some RequestContextSource) { coreContext = .init(source: source) }
    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remote = source.channel.remoteAddress?.ipAddress
    }
}

/// Finds who is asking, by the session cookie.
struct SessionMiddleware: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.shortcuts = ShortcutCookie.isOn(in: request)
        context.path = request.uri.path
        if let token = site.cookie.value(in: request), token.utf8.count <= 200 {
            context.session = token
            context.signedIn = try await site.office.signedIn(token: token)
        }
        return try await next(request, context)
    }
}
