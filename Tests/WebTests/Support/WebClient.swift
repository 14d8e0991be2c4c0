import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore
import Testing

/// A person with a browser, without the browser or the network: it asks a router's responder, keeps cookies, reads
/// pages, and fills in and sends the forms it finds on them.
actor WebClient<Context: RequestContext> {
    private let responder: RouterResponder<Context>
    private let makeContext: @Sendable (Logger) -> Context
    private var cookies: [String: String] = [:]
    /// The page last read, and its address.
    private(set) var page: HTMLPage?
    private(set) var address = "/"

    init(_ router: Router<Context>, makeContext: @escaping @Sendable (Logger) -> Context) {
        responder = router.buildResponder()
        self.makeContext = makeContext
    }

    func cookie(_ name: String) -> String? { cookies[name] }
    func forgetCookies() { cookies = [:] }
    /// Takes a cookie as if a page had set it.
    func keep(_ cookie: String, _ value: String) { cookies[cookie] = value }

    /// Asks for an address.
    @discardableResult
    func get(_ address: String, following: Bool = false) async throws -> WebAnswer {
        try await ask(.get, address, following: following)
    }

    /// Goes back to a page that was read before, as the Back button does: it is not asked for again.
    func back(to page: HTMLPage?, at address: String) {
        self.page = page
        self.address = address
    }

    /// Sends a form made by hand.
    @discardableResult
    func post(_ address: String, _ fields: [(String, String)], following: Bool = false) async throws -> WebAnswer {
        try await ask(.post, address, body: Array(Self.encode(fields).utf8), following: following)
    }

    /// Fills in the form on the page last read that has a button of these words, and presses it.
    /// - Parameter values: what to type, by the names of the fields; the rest is sent as it stands.
    @discardableResult
    func submit(
        _ button: String, _ values: [String: String] = [:], file: (name: String, content: [UInt8])? = nil,
        following: Bool = false
    ) async throws -> WebAnswer {
        let forms = page?.root.all("form") ?? []
        let form = try #require(
            forms.first { $0.all("button").contains { $0.text == button } }, "no button “\(button)” on \(address)")
        var fields = Self.controls(form).filter { values[$0.0] == nil }
        if let name = form.first("button", where: { $0.text == button })?["name"] {
            fields.append((name, form.first("button") { $0.text == button }?["value"] ?? ""))
        }
        fields += values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let action = form["action"] ?? address
        if let file {
            try #require(form["enctype"] == "multipart/form-data", "no file can be sent from \(address)")
            let boundary = "----boundary7MA4YWxkTrZu0gW"
            return try await ask(
                .post, action, headers: [.contentType: "multipart/form-data; boundary=\(boundary)"],
                body: Self.multipart(fields.filter { $0.0 != file.name }, file, boundary), following: following)
        }
        return form["method"] == "post"
            ? try await post(action, fields, following: following)
            : try await get("\(action)?\(Self.encode(fields))", following: following)
    }

    /// Follows the first link of these words on the page last read.
    @discardableResult
    func click(_ words: String) async throws -> WebAnswer {
        let link = try #require(page?.root.first("a") { $0.text == words }, "no link “\(words)” on \(address)")
        return try await get(link["href"] ?? "/")
    }

    /// Sends any request.
    func ask(
        _ method: HTTPRequest.Method, _ address: String, headers: HTTPFields = [:], body: [UInt8]? = nil,
        following: Bool = false
    ) async throws -> WebAnswer {
        var headers = headers
        if !cookies.isEmpty {
            headers[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(
                separator: "; ")
        }
        if let body, headers[.contentType] == nil {
            headers[.contentType] = "application/x-www-form-urlencoded"
            headers[.contentLength] = String(body.count)
        }
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "localhost", path: address, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(bytes: body ?? [])))
        var logger = LogLines().logger
        logger[metadataKey: "hb.request.id"] = "request-1"
        let response = try await responder.respond(to: request, context: makeContext(logger))
        let writer = Collector()
        try await response.body.write(writer)
        keep(response.headers[values: .setCookie])
        let answer = WebAnswer(status: response.status, headers: response.headers, body: writer.bytes.with { $0 })
        if following, let next = answer.headers[.location] { return try await get(next, following: true) }
        // What is sent as a file to keep is not shown.
        if answer.headers[.contentType]?.hasPrefix("text/html") == true, answer.headers[.contentDisposition] == nil {
            page = try HTMLPage(answer.body)
            self.address = address
        }
        return answer
    }

    /// A body as a browser writes it (RFC 7578).
    static func multipart(
        _ fields: [(String, String)], _ file: (name: String, content: [UInt8]), _ boundary: String
    ) -> [UInt8] {
        var body: [UInt8] = []
        for (name, value) in fields {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
        }
        body +=
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.name)\"; filename=\"letter.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
            .utf8
        return body + file.content + "\r\n--\(boundary)--\r\n".utf8
    }

    private func keep(_ set: [String]) {
        for cookie in set {
            let parts = cookie.split(separator: ";").map { $0.drop { $0 == " " } }
            let pair = parts[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let ended = parts.contains("Max-Age=0")
            cookies[String(pair[0])] = ended || pair.count < 2 ? nil : String(pair[1])
        }
    }

    /// What a browser would send of a form left as it is (HTML Standard §4.10.22.4), without its buttons.
    private static func controls(_ form: HTMLNode) -> [(String, String)] {
        form.all().compactMap { node in
            guard let name = node["name"], node["disabled"] == nil else { return nil }
            switch node.name {
            case "input" where node["type"] == "radio" || node["type"] == "checkbox":
                return node["checked"] == nil ? nil : (name, node["value"] ?? "on")
            case "input": return (name, node["value"] ?? "")
            case "textarea": return (name, node.text)
            case "select":
                let options = node.all("option")
                let chosen = options.first { $0["selected"] != nil } ?? options.first
                return chosen.map { (name, $0["value"] ?? $0.text) }
            default: return nil
            }
        }
    }

    static func encode(_ fields: [(String, String)]) -> String {
        func escape(_ text: String) -> String {
            text.utf8.map { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2A, 0x2D, 0x2E, 0x5F: String(UnicodeScalar(byte))
                case 0x20: "+"
                default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
                }
            }.joined()
        }
        return fields.map { "\(escape($0.0))=\(escape($0.1))" }.joined(separator: "&")
    }
}

/// What came back.
struct WebAnswer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
    func page() throws -> HTMLPage { try HTMLPage(body) }
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}
