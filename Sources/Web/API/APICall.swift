import Casework
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Office
import Records

/// One request of a program that showed its token.
struct APICall: Sendable {
    let site: Site
    let request: Request
    let context: SiteContext
    let bearer: Bearer

    var office: Office { site.office }
    var actor: Author { bearer.signedIn.author }
    var subject: Identifier<CaseFile> { get throws { try Identifier(context.parameters.get("case") ?? "") } }

    /// The same request as a page's visit, for what pages and the API share. It has no session and needs none.
    var visit: Visit {
        Visit(site: site, request: request, context: context, who: bearer.signedIn, session: "")
    }

    func query(_ name: String) -> String? {
        (try? request.asked())?[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Opens the case that the address names, with the look on record.
    func open(to act: Act = .readCase) async throws -> OpenedCase {
        try bearer.require(act)
        return try await office.open(subject, as: actor, to: act)
    }

    /// Reads a list, with the look on record.
    func list<Answer: Sendable>(
        _ act: Act, _ body: @escaping @Sendable (any Connection) throws -> Answer
    ) async throws -> Answer {
        try bearer.require(act)
        return try await office.list(act, as: actor, body)
    }

    /// The most bytes of a call, and of one with the largest file in base64.
    static let most = 64 * 1024
    static let mostWithFile = most + (Documents.largest + 2) / 3 * 4

    /// The JSON object that was sent.
    /// - Throws: a problem for another media type, too much of it, or what is no JSON object.
    func object(limit: Int = Self.most) async throws -> [JSON.Member] { try await request.object(limit: limit) }

    /// Reads what was sent as the form of a page is read.
    /// - Throws: what `object` does; `FormErrors` for everything wrong; otherwise what the closure throws.
    func read<Value>(_ body: (FormReader) throws -> Value) async throws -> Value {
        try JSONForm(members: try await object()).read(body)
    }
}

extension Request {
    /// The JSON object that was sent.
    /// - Throws: a problem for another media type, too much of it, or what is no JSON object.
    func object(limit: Int) async throws -> [JSON.Member] {
        let type = headers[.contentType]?.lowercased().prefix { $0 != ";" }.trimmingSpaces
        guard type == "application/json" else {
            throw Problem(.unsupportedMediaType, "json.wrong-type", "Send JSON, with Content-Type: application/json.")
        }
        let tooLarge = Problem(
            .contentTooLarge, "json.too-large",
            "Send at most \(limit / 1024) KB. Shorten the longest answer, or make the file smaller.")
        if let length = headers[.contentLength].flatMap(Int.init), length > limit { throw tooLarge }
        var bytes: [UInt8] = []
        for try await part in body {
            guard bytes.count + part.readableBytes <= limit else { throw tooLarge }
            bytes.append(contentsOf: part.readableBytesView)
        }
        let parsed: JSON
        do {
            parsed = try JSON(parsing: bytes)
        } catch let fault as JSONFault {
            throw Problem(.badRequest, "json.unreadable", "What was sent is \(fault). Check it and send it again.")
        }
        guard let members = parsed.members else {
            throw Problem(
                .unprocessableContent, "json.no-object", "Send a JSON object, whose members are the form's fields.")
        }
        return members
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String { String(self).trimmed }
}

/// What a call is answered with.
struct APIAnswer: Sendable {
    var status = HTTPResponse.Status.ok
    let body: JSON
    /// What is sent instead of the JSON.
    private var file: CopyFile?
    var headers: HTTPFields = [:]

    init(_ body: JSON, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) {
        self.body = body
        self.status = status
        self.headers = headers
    }

    /// A file to keep, as a page gives it.
    init(file: CopyFile) {
        body = .null
        self.file = file
    }

    var response: Response {
        if let file { return file.response }
        var headers = headers
        headers[.contentType] = "application/json"
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: body.text)))
    }
}
