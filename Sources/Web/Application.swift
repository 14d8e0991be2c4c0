import Casework
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore
public import Office
import Records
import ServiceLifecycle

/// How the site is served.
public struct ServeOptions: Sendable {
    public var host = "127.0.0.1"
    /// 0 for any free one.
    public var port = 8080
    /// Whether a proxy in front speaks https: cookies are then bound to it.
    public var https = false
    /// The header in which that proxy says where a request came from, as `X-Forwarded-For`; nil to go by the address of the
    /// connection. Whoever reaches the site past the proxy could write it, so name one only where nobody does.
    public var proxyHeader: String?
    /// The address people reach the site by, for links in letters; nil for the host and port it listens on.
    public var address: String?
    /// Whether every page says that its people are made up.
    public var isDemonstration = false
    /// How staff sign in, and who of them must have codes.
    public var signIn = SignInSettings()
    /// What takes letters on their way by e-mail; nil where there is no mail server, and then none are offered.
    public var courier: (any Courier)?
    /// Told the port, once requests are answered.
    public var onListening: (@Sendable (Int) -> Void)?

    public init() {}
}

/// Serves the site until the process is told to stop.
public func serve(_ office: Office, options: ServeOptions) async throws {
    let site = Site(office, options: options)
    office.address.with { $0 = options.address ?? "http://\(options.host):\(options.port)" }
    let logger = {
        var logger = Logger(label: "throughline")
        logger.logLevel = .notice
        return logger
    }()
    var app = Application(
        router: site.router(logger: logger),
        configuration: .init(address: .hostname(options.host, port: options.port), serverName: nil),
        onServerRunning: { channel in
            let port = channel.localAddress?.port ?? options.port
            if options.address == nil { office.address.with { $0 = "http://\(options.host):\(port)" } }
            options.onListening?(port)
        },
        logger: logger)
    app.addServices(
        BackgroundWork { await RoundWorker(office, sendsMail: options.courier != nil, logger: logger).run() })
    if let courier = options.courier {
        app.addServices(BackgroundWork { await SendingWorker(office, courier, logger: logger).run() })
    }
    let caller = CurlCaller(isMadeUp: options.isDemonstration)
    app.addServices(
        BackgroundWork {
            await CallWorker(office, caller, isMadeUp: options.isDemonstration, logger: logger).run()
        })
    try await app.runService()
}

extension Site {
    /// Every route of the site.
    func router(logger: Logger) -> Router<SiteContext> {
        let router = Router(context: SiteContext.self)
        let methods = AllowedMethods()
        let site = self
        let errors = ErrorPages(
            statuses: RefusalStatuses(
                byCode: [
                    "power.none": .forbidden, "case.none": .notFound, "referral.area": .notFound,
                    "sign-in.locked": .tooManyRequests, "supporter.ended": .forbidden,
                    "power.not-chosen": .forbidden, "access.code-gone": .notFound,
                ]),
            methods: methods, logger: logger
        ) { page, request, context in await site.errorPage(page, request, context) }
        router.addFrame(https: cookie.isSecure, accessLog: logger, errors: errors)
        if let proxyHeader { router.add(middleware: ProxyMiddleware(header: proxyHeader)) }
        router.addAssets()
        router.get(RouterPath(SiteURL.Route.health.rawValue)) { _, _ in try await site.health() }
        addAPI(to: router, Operation.all)
        router.add(middleware: SessionMiddleware(site: self))
        router.add(middleware: LanguageMiddleware(site: self))
        // What is refused on a customer’s page is told in the language the page was being written in.
        router.add(middleware: errors)
        addDescription(to: router, Operation.all)
        addRoutes(to: router)
        methods.learn(from: router)
        return router
    }

    private func errorPage(_ page: ErrorPage, _ request: Request, _ context: SiteContext) async -> Response {
        if APIPath.holds(request.uri.path) { return Problem(page).response(context) }
        var context = context
        if let token = cookie.value(in: request) {
            context.session = token
            context.signedIn = try? await office.signedIn(token: token)
        }
        let isTheirs = context.signedIn?.ownPage != nil || SiteURL.isWelcome(request.uri.path)
        func shown(_ context: SiteContext) -> Response {
            var shown = page.page
            if isTheirs { shown.audience = .customer }
            return response(shown, context)
        }
        if Speech.current != nil { return shown(context) }
        let answer = try? await inTheirLanguage(request, context) { [context] _ in shown(context) }
        return answer ?? shown(context)
    }

    /// 200 when the store's tables are those of this program and it can be written.
    private func health() async throws -> Response {
        do {
            let version = try await Migrator.version(of: office.database)
            guard version == Schema.migrations.count else {
                throw RecordsFault.newer(found: version, known: Schema.migrations.count)
            }
            try await office.database.write { try Settings.set("health", to: "checked", in: $0) }
            return Response(
                status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: "ok\n")))
        } catch {
            return Response(
                status: .serviceUnavailable, headers: [.contentType: "text/plain; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: "The store cannot be written.\n")))
        }
    }
}
