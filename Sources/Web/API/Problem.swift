import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// What a program is told when it cannot have what it asked for (RFC 9457).
struct Problem: Error {
    let status: HTTPResponse.Status
    /// The refusal's code, which never changes; the sentence may.
    let code: String
    let sentence: String
    var rule: String?
    /// What is wrong with each field.
    var fields: [Refusal] = []
    var headers: HTTPFields = [:]
    /// More that a program can use, as the records that may be the same person.
    var more: [JSON.Member] = []

    init(_ status: HTTPResponse.Status, _ code: String, _ sentence: String) {
        self.status = status
        self.code = code
        self.sentence = sentence
    }

    init(_ page: ErrorPage) {
        self.init(page.status, page.code, page.sentences.joined(separator: " "))
    }

    init(_ refusal: Refusal) {
        self.init(Self.statuses.status(of: refusal), refusal.code, refusal.sentence)
        rule = refusal.rule
        if refusal.field != nil { fields = [refusal] }
    }

    init(_ errors: FormErrors) {
        self.init(
            .unprocessableContent, "form.refused",
            errors.refusals.count == 1
                ? "Something is wrong with what was sent: `errors` says what. Put it right and send it again."
                : "\(errors.refusals.count) things are wrong with what was sent: `errors` says what. Put them right and send it again."
        )
        fields = errors.refusals
    }

    /// A rule's no is 422: understood, and no. What is about the record having moved on is 409.
    private static let statuses = RefusalStatuses(
        byCode: [
            "power.none": .forbidden, "power.not-shared": .forbidden, "power.not-chosen": .forbidden,
            "supporter.ended": .forbidden, "token.scope": .forbidden,
            "case.none": .notFound, "document.none": .notFound, "access.code-gone": .notFound,
            "assessment.none": .notFound, "assessment.section": .notFound, "instrument.none": .notFound,
            "rights.none": .notFound, "form.stale": .conflict, "erase.stale": .conflict, "erase.letter": .conflict,
            "command.used-already": .conflict, "list.place": .unprocessableContent,
        ])

    func response(_ context: SiteContext) -> Response {
        let body = JSON.object(
            [
                JSON.Member("title", .string(ErrorPage.titles[status.code] ?? status.reasonPhrase)),
                JSON.Member("status", .int(status.code)), JSON.Member("detail", .string(sentence)),
                JSON.Member("code", .string(code)), JSON.Member("request", .string(context.reference)),
            ] + (rule.map { [JSON.Member("rule", .string($0))] } ?? [])
                + (fields.isEmpty ? [] : [JSON.Member("errors", .array(fields.map(Self.json)))]) + more)
        var headers = headers
        headers[.contentType] = "application/problem+json"
        return Response(
            status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: body.text)))
    }

    private static func json(_ refusal: Refusal) -> JSON {
        .fields([
            "field": refusal.field.map { .string($0) }, "code": .string(refusal.code),
            "detail": .string(refusal.sentence),
        ])
    }

    /// The form of a problem, for the description.
    static var type: SchemaType {
        let error = SchemaType(json: [
            "type": "object",
            "properties": ["field": ["type": "string"], "code": ["type": "string"], "detail": ["type": "string"]],
            "required": ["code", "detail"],
        ])
        return SchemaType(
            json: ["$ref": "#/components/schemas/Problem"],
            components: [
                "Problem": [
                    "type": "object",
                    "description":
                        "What is wrong and what to do next (RFC 9457). The code never changes; the sentence may.",
                    "properties": [
                        "title": ["type": "string"], "status": ["type": "integer"], "detail": ["type": "string"],
                        "code": ["type": "string"], "request": ["type": "string"],
                        "rule": ["type": "string", "description": "Where the rule comes from."],
                        "errors": ["type": "array", "items": error.json],
                        "alike": [
                            "type": "array", "items": ["type": "object"],
                            "description": "Records that may be of the same person.",
                        ],
                    ],
                    "required": ["title", "status", "detail", "code", "request"],
                ]
            ])
    }
}
