import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Testing
import Web

@Suite("Serving")
struct ServingTests {
    /// A small site: a page, a form, a way to sign in, and things that go wrong.
    private func site(https: Bool = false, log: LogLines = LogLines()) -> WebClient<PlainContext> {
        let router = Router(context: PlainContext.self)
        let methods = AllowedMethods()
        let logger = log.logger
        let formGuard = FormGuard(key: Array(repeating: 1, count: 32))
        router.addFrame(
            https: https, accessLog: logger,
            errors: ErrorPages(methods: methods, logger: logger) { error, _, _ in .page(Layout().render(error.page)) })
        router.addAssets()
        router.get("/name") { _, _ in
            let seal = FormSeal(csrf: formGuard.token(session: "s"), command: Identifier(high: 1, low: 2))
            return Response.page(
                Layout().render(
                    Page("Name") {
                        PostForm(to: "/name", seal: seal) {
                            TextField("given", label: "First names", in: FormState())
                            SubmitButton("Save the name")
                        }
                    }))
        }
        router.post("/name") { request, _ in
            let fields = try await request.form()
            try formGuard.check(fields, session: "s")
            let name = try FormReader.read(fields) { $0.text("given", label: "First names", max: 20) }
            var response = Response.afterForm(to: "/saved")
            SessionCookie.loopback.set("abc", on: &response)
            response.headers[HTTPField.Name("X-Name")!] = name
            return response
        }
        router.get("/saved") { request, _ in
            Response.page(
                Layout().render(
                    Page("Saved") {
                        p {
                            SessionCookie.loopback.value(in: request) ?? "nobody"; a(.href("/out")) { "Leave" }
                        }
                    }))
        }
        router.get("/out") { _, _ in
            var response = Response.afterForm(to: "/saved")
            SessionCookie.loopback.clear(on: &response)
            return response
        }
        router.get("/cases/:case") { _, context -> Response in
            let id = try context.parameters.require("case")
            throw Refusal("case.\(id)", "Not this one. Choose another.")
        }
        router.get("/broken") { _, _ -> Response in throw Broken() }
        methods.learn(from: router)
        return WebClient(router) { PlainContext(logger: $0) }
    }

    private struct Broken: Error {}

    @Test("A form is filled in, sent, answered by a redirect, and the cookie comes back")
    func journey() async throws {
        let client = site()
        try await client.get("/name")
        let sent = try await client.submit("Save the name", ["given": "Rosa"])
        #expect(sent.status == .seeOther)
        #expect(sent.header("X-Name") == "Rosa")
        #expect(try await client.get("/saved").page().root.first("p")?.text == "abcLeave")
        try await client.get("/name")
        #expect(try await client.submit("Save the name", ["given": "Tom"], following: true).text.contains("abc"))
        try await client.click("Leave")
        #expect(await client.cookie("throughline") == nil)
    }

    @Test("Every answer carries the headers that keep a page from running, being framed, sniffed or kept")
    func headers() async throws {
        for address in ["/name", "/nowhere", "/broken"] {
            let answer = try await site().get(address)
            #expect(
                answer.header("Content-Security-Policy")
                    == "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'")
            #expect(answer.header("X-Content-Type-Options") == "nosniff")
            #expect(answer.header("Referrer-Policy") == "same-origin")
            #expect(answer.header("Cache-Control") == "no-store")
            #expect(answer.header("X-Request-Id") == "request-1")
            #expect(answer.header("Strict-Transport-Security") == nil)
        }
        #expect(try await site(https: true).get("/name").header("Strict-Transport-Security") != nil)
    }

    @Test("The style sheet and the script are kept for ever under the hash of what is in them")
    func assets() async throws {
        for asset in Asset.all {
            let answer = try await site().get(asset.address)
            #expect(answer.status == .ok)
            #expect(answer.header("Cache-Control") == "public, max-age=31536000, immutable")
            #expect(answer.body == asset.bytes)
            #expect(answer.headers[.contentType] == asset.contentType)
        }
    }

    @Test(
        "A refusal is a page in its own words, with the status of its code",
        arguments: [
            ("not-found", 404), ("not-allowed", 403), ("changed", 409), ("anything-else", 422), ("conflict", 409),
        ])
    func refusals(_ code: String, _ status: Int) async throws {
        let answer = try await site().get("/cases/\(code)")
        #expect(answer.status.code == status)
        #expect(try answer.page().root.element(id: "main")?.text.contains("Not this one. Choose another.") == true)
    }

    @Test("A form without its token is refused with a page that says to go back, reload and try again")
    func stale() async throws {
        let answer = try await site().post("/name", [("given", "Rosa")])
        #expect(answer.status == .forbidden)
        #expect(answer.text.contains("Go back, reload the page and try again. Nothing was lost"))
    }

    @Test("A body that is too large is refused with a page that says what to do, however it is sent (413)")
    func tooLarge() async throws {
        let field = [("given", String(repeating: "x", count: 10_000_000))]
        let answer = try await site().post("/name", field)
        #expect(answer.status == .contentTooLarge)
        #expect(answer.text.contains("shorten the longest answer"))
        let body = Array("given=\(String(repeating: "x", count: 70_000))".utf8)
        let unannounced = try await site().ask(
            .post, "/name", headers: [.contentType: "application/x-www-form-urlencoded"], body: body)
        #expect(unannounced.status == .contentTooLarge)
        let json = try await site().ask(.post, "/name", headers: [.contentType: "application/json"], body: body)
        #expect(json.status == .unsupportedMediaType)
    }

    @Test("An address that leads nowhere is 404, and one that only shows is 405 and says what it answers")
    func noSuchPage() async throws {
        let nowhere = try await site().get("/nowhere")
        #expect(nowhere.status == .notFound)
        #expect(nowhere.text.contains("There is no such page"))
        let wrong = try await site().post("/cases/7", [])
        #expect(wrong.status == .methodNotAllowed)
        #expect(wrong.headers[.allow] == "GET")
    }

    @Test("What was not foreseen is a calm page with a reference, and the log has the error under it")
    func unforeseen() async throws {
        let log = LogLines()
        let answer = try await site(log: log).get("/broken")
        #expect(answer.status == .internalServerError)
        #expect(answer.text.contains("it is not your doing"))
        #expect(answer.text.contains("<code>request-1</code>"))
        #expect(!answer.text.contains("Broken"))
        let line = try #require(log.lines.first { $0.contains("A request failed") })
        #expect(line.contains("Broken"))
        #expect(line.contains("request-1"))
    }

    @Test("The access log has the pattern of the route and no address, name or reference of a person")
    func accessLog() async throws {
        let log = LogLines()
        let client = site(log: log)
        try await client.get("/cases/rosa-pritchard?nino=AB123456C")
        try await client.get("/rosa-pritchard")
        try await client.get("/name")
        try await client.submit("Save the name", ["given": "Rosa"])
        #expect(log.lines.count == 4)
        #expect(log.lines[0].contains("GET"))
        #expect(log.lines[0].contains("/cases/{case}"))
        #expect(log.lines[0].contains("422"))
        #expect(log.lines[3].contains("303"))
        for line in log.lines {
            for word in ["rosa", "Rosa", "AB123456C"] { #expect(!line.contains(word)) }
        }
    }

    @Test("The session cookie of a real service is bound to its host and hidden from scripts")
    func cookies() {
        var response = Response(status: .ok)
        SessionCookie.secure.set("abc", on: &response)
        SessionCookie.loopback.set("abc", on: &response)
        SessionCookie.secure.clear(on: &response)
        SessionCookie.secure.remember("language", "cy", on: &response)
        SessionCookie.loopback.remember("keys", nil, on: &response)
        #expect(
            response.headers[values: .setCookie] == [
                "__Host-throughline=abc; Path=/; HttpOnly; SameSite=Lax; Secure",
                "throughline=abc; Path=/; HttpOnly; SameSite=Lax",
                "__Host-throughline=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0",
                "language=cy; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=31536000",
                "keys=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0",
            ])
    }
}
