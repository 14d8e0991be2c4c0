import HTTPTypes
public import Hummingbird
import Kernel
public import Logging

/// Turns whatever a handler throws into a page that says what is wrong and what to do next.
///
/// A `Refusal` is answered in its own words; anything unforeseen is logged with the request's id and answered calmly.
public struct ErrorPages<Context: RequestContext>: RouterMiddleware {
    private let statuses: RefusalStatuses
    private let methods: AllowedMethods
    private let logger: Logger
    private let render: @Sendable (ErrorPage, Request, Context) async -> Response

    /// - Parameters:
    ///   - methods: learnt from the router once its routes are added.
    ///   - logger: where the unforeseen is written.
    ///   - render: puts the frame around a page, or answers a program in its own form; the status is set afterwards.
    public init(
        statuses: RefusalStatuses = RefusalStatuses(), methods: AllowedMethods, logger: Logger,
        render: @escaping @Sendable (ErrorPage, Request, Context) async -> Response
    ) {
        self.statuses = statuses
        self.methods = methods
        self.logger = logger
        self.render = render
    }

    public func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let refusal as Refusal {
            return await answer(statuses.status(of: refusal), refusal.code, [refusal.sentence], request, context)
        } catch let errors as FormErrors {
            return await answer(
                .unprocessableContent, "form.refused", errors.refusals.map(\.sentence), request, context)
        } catch let limited as RateLimited {
            let wait = limited.seconds == 1 ? "a second" : "\(limited.seconds) seconds"
            var response = await answer(
                .tooManyRequests, "rate.limited", ["Wait \(wait) and try again. Nothing was lost."], request, context)
            response.headers[.retryAfter] = String(limited.seconds)
            return response
        } catch let error as HTTPError {
            return await answer(error, request, context)
        } catch {
            logger.error(
                "A request failed",
                metadata: [
                    "request": "\(context.reference)", "method": "\(request.method)",
                    "route": "\(context.endpointPath ?? "none")", "error": "\(String(reflecting: error))",
                ])
            return await answer(
                .internalServerError, "unforeseen",
                [
                    "Something went wrong here, and it is not your doing. It has been written down for us to put right."
                        + " Go back and try again in a few minutes; what was saved before is safe."
                ],
                request, context)
        }
    }

    private func answer(_ error: HTTPError, _ request: Request, _ context: Context) async -> Response {
        guard error.status == .notFound, context.endpointPath == "NotFound" else {
            return await answer(
                error.status, "http.\(error.status.code)",
                ["Go back, check the address or what was typed, and try again."], request, context)
        }
        let allowed = methods.at(request.uri.path)
        guard allowed.isEmpty else {
            var response = await answer(
                .methodNotAllowed, "http.405", ["Go back, reload the page and use its buttons and links."], request,
                context)
            response.headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
            return response
        }
        return await answer(
            .notFound, "http.404",
            ["Check the address if you typed it. If a link here brought you, the page has moved or was removed."],
            request, context)
    }

    private func answer(
        _ status: HTTPResponse.Status, _ code: String, _ sentences: [String], _ request: Request, _ context: Context
    ) async -> Response {
        let page = ErrorPage(
            status: status, title: ErrorPage.titles[status.code] ?? "Something went wrong", sentences: sentences,
            code: code, request: context.reference)
        var response = await render(page, request, context)
        response.status = status
        return response
    }
}

/// Which methods each address answers, so that a form sent to a page that only shows is told so (405, not 404).
public final class AllowedMethods: Sendable {
    private let routes = Locked<[(path: RouterPath, method: HTTPRequest.Method)]>([])

    public init() {}

    /// Learns the routes of a router; call it when all have been added.
    public func learn(from router: Router<some RequestContext>) {
        let found = router.routes.map { (path: $0.path, method: $0.method) }
        routes.with { $0 = found }
    }

    func at(_ path: String) -> [HTTPRequest.Method] {
        let parts = path.split(separator: "/")
        return routes.with { routes in
            routes.filter { Self.matches($0.path, parts) }.map(\.method)
        }
    }

    private static func matches(_ route: RouterPath, _ parts: [Substring]) -> Bool {
        if route.components.last?.description == "**" {
            return parts.count >= route.count - 1 && zip(route.components.dropLast(), parts).allSatisfy { $0 ~= $1 }
        }
        return route.count == parts.count && zip(route.components, parts).allSatisfy { $0 ~= $1 }
    }
}
