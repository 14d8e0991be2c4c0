import Hummingbird
import Kernel
import Logging
import Office

/// What a request carries from its session to its page.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The session's token.
    var session: String?
    var signedIn: SignedIn?
    /// The address the request came from; that of the proxy where there is one and it is not believed (`ProxyMiddleware`).
    var remote: String?
    /// The page that was asked for, with what is asked of it, without word of what was just done.
    var path = SiteURL.welcome.address

    /// What forms are sealed to: the session, and as whom it acts, so that what was opened in one role is not sent in another.
    var sealed: String? {
        session.map { session in
            signedIn.map { "\(session) \($0.author.person) \($0.author.organisation) \($0.author.role.rawValue)" }
                ?? session
        }
    }

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
        context.path = SiteURL.returning(to: request.uri.path, asked: request.uri.query)
        if let token = site.cookie.value(in: request), token.utf8.count <= 200 {
            context.session = token
            context.signedIn = try await site.office.signedIn(token: token)
        }
        return try await next(request, context)
    }
}
