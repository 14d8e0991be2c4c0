import HTTPTypes
import Hummingbird
import Kernel
import Office
import Records

/// Where the API is.
enum APIPath {
    static let root = "/api/v1"

    /// Whether an address is the API's, so that what goes wrong there is told to a program.
    static func holds(_ path: String) -> Bool { path == root || path.hasPrefix(root + "/") }
}

extension Site {
    /// Every operation of the API. A cookie is not looked at here: a program shows its token, and nothing else will do.
    func addAPI(to router: Router<SiteContext>, _ operations: [Operation]) {
        let site = self
        let limit = Locked(TokenBuckets(burst: 240, perMinute: 1200))
        for operation in operations {
            let path = APIPath.root + operation.path.replacing("{", with: ":").replacing("}", with: "")
            router.on(RouterPath(path), method: operation.method) { request, context in
                try await site.answering(context) {
                    if let enter = operation.enter {
                        // Counted with those on the page.
                        let tries = site.entries
                        if let seconds = tries.with({ $0.take(context.entryKey, at: site.office.clock.now) }) {
                            throw Problem(waiting: seconds)
                        }
                        try operation.check(request)
                        return try await enter(Knock(office: site.office, request: request))
                    }
                    let bearer = try await site.bearer(of: request)
                    if let seconds = limit.with({ $0.take(bearer.token.id.description, at: site.office.clock.now) }) {
                        throw Problem(waiting: seconds)
                    }
                    try operation.check(request)
                    try operation.admit(bearer)
                    return try await operation.run(
                        APICall(site: site, request: request, context: context, bearer: bearer))
                }
            }
        }
    }

    /// What comes of a call, as a program is told it.
    private func answering(
        _ context: SiteContext, _ body: () async throws -> APIAnswer
    ) async throws -> Response {
        do {
            return try await body().response
        } catch let problem as Problem {
            return problem.response(context)
        } catch let errors as FormErrors {
            return Problem(errors).response(context)
        } catch let refusal as Refusal {
            return Problem(refusal).response(context)
        } catch let error as HTTPError where error.status == .notFound {
            return Problem(.notFound, "http.404", "There is nothing here that you can open.").response(context)
        }
    }

    /// - Throws: a problem when no token is shown, or one that lets nobody in.
    private func bearer(of request: Request) async throws -> Bearer {
        func refused(_ code: String, _ sentence: String) -> Problem {
            var problem = Problem(.unauthorized, code, sentence)
            problem.headers[.wwwAuthenticate] = "Bearer realm=\"Throughline\""
            return problem
        }
        guard let shown = request.bearerToken else {
            throw refused(
                "token.missing",
                "Show a token: send the header Authorization: Bearer and the token. /api says how to get one.")
        }
        guard shown.utf8.count <= 200, let bearer = try await office.bearer(of: shown) else {
            throw refused(
                "token.unknown", "This token is not known here, has run out, or was revoked. Make a new one.")
        }
        return bearer
    }
}

extension Request {
    /// The token that the request shows; nil when it shows none.
    var bearerToken: String? {
        let words = (headers[.authorization] ?? "").split(separator: " ")
        return words.count == 2 && words[0].lowercased() == "bearer" ? String(words[1]) : nil
    }
}

extension Problem {
    /// Says how long to wait.
    init(waiting seconds: Int) {
        self.init(
            .tooManyRequests, "rate.limited",
            "Wait \(seconds == 1 ? "a second" : "\(seconds) seconds") and try again. Nothing was lost.")
        headers[.retryAfter] = String(seconds)
    }
}

extension Operation {
    /// Everything that can be asked of the API.
    static var all: [Operation] {
        [
            lists, desks, deskCommands, [moveToPaper], areas, registering, ofOneCustomer, partsOfOneCustomer, merging,
            assessing, [assessmentReport], rights, retention, forms, own,
        ].flatMap { $0 }
    }
}
