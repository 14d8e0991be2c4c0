import Casework
import Kernel

/// What was decided of the texts of a copy, as it was sent.
struct SentDecisions: Sendable {
    /// As many as a page sends, several times over.
    private static let most = 200

    let decisions: [CopyDecision]
    let content: String

    /// - Throws: `FormErrors` for what is not of the described form.
    init(_ members: [JSON.Member]) throws {
        let list = members.first { $0.name == "decisions" }?.value.array ?? []
        guard members.count == 1, (1...Self.most).contains(list.count) else {
            throw Self.wrong("Send “decisions” alone: a list of 1 to \(Self.most).")
        }
        decisions = try list.map { one in
            guard one.members?.count == 3,
                let event = one["event"]?.string.flatMap({ try? Identifier<Event<CaseFile>>($0) }),
                let path = one["text"]?.string, (1...200).contains(path.utf8.count),
                let reason = one["reason"]?.string.flatMap(CopyReason.init(rawValue:))
            else { throw Self.wrong("Each decision has an “event”, a “text” and a “reason”, and no more.") }
            return CopyDecision(
                place: CopyPlace(event: event, path: path), isCovered: reason.covers, reason: reason)
        }
        content = JSON.array(list).text
    }

    private static func wrong(_ sentence: String) -> FormErrors {
        FormErrors([Refusal("form.type", sentence, field: "decisions")])
    }

    private static let one: JSON = [
        "type": "object",
        "properties": [
            "event": ["type": "string", "format": "uuid"],
            "text": ["type": "string", "minLength": 1, "maxLength": 200],
            "reason": SchemaType.coded(CopyReason.self).json,
        ],
        "required": ["event", "text", "reason"], "additionalProperties": false,
    ]
    private static let list: JSON = ["type": "array", "minItems": 1, "maxItems": .int(most), "items": one]

    static let type = SchemaType(json: [
        "type": "object", "properties": ["decisions": list], "required": ["decisions"], "additionalProperties": false,
    ])
}
