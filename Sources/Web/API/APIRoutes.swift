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
                do {
                    let bearer = try await site.bearer(of: request)
                    if let seconds = limit.with({ $0.take(bearer.token.id.description, at: site.office.clock.now) }) {
                        var problem = Problem(
                            .tooManyRequests, "rate.limited",
                            "Wait \(seconds == 1 ? "a second" : "\(seconds) seconds") and try again. Nothing was lost.")
                        problem.headers[.retryAfter] = String(seconds)
                        throw problem
                    }
                    try operation.check(request)
                    return try await operation.run(
                        APICall(site: site, request: request, context: context, bearer: bearer)
                    ).response
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
        }
    }

    /// - Throws: a problem when no token is shown, or one that lets nobody in.
    private func bearer(of request: Request) async throws -> Bearer {
        func refused(_ code: String, _ sentence: String) -> Problem {
            var problem = Problem(.unauthorized, code, sentence)
            problem.headers[.wwwAuthenticate] = "Bearer realm=\"Throughline\""
            return problem
        }
        let words = (request.headers[.authorization] ?? "").split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bearer" else {
            throw refused(
                "token.missing",
                "Show a token: send the header Authorization: Bearer and the token. /api says how to get one.")
        }
        guard words[1].utf8.count <= 200, let bearer = try await office.bearer(of: String(words[1])) else {
            throw refused(
                "token.unknown", "This token is not known here, has run out, or was revoked. Make a new one.")
        }
        return bearer
    }
}

extension Operation {
    /// Everything that can be asked of the API.
    static var all: [Operation] {
        lists + desks + deskCommands + registering + ofOneCustomer + partsOfOneCustomer + forms
    }
}
