import Kernel

/// What a form asks, found out by reading it with nothing at hand.
struct FormDescription: Sendable {
    /// Every field that may be asked for; required where it always is.
    private(set) var fields: [AskedField] = []

    init() {}

    /// Reads a form by its closure over answers that stand in for real ones, then again with each other answer to what
    /// may change what is asked.
    init(of body: (FormReader) throws -> Void) {
        let usual = Self.asked(StandIns(), body)
        fields = usual
        for field in usual {
            for other in StandIns.alternatives(to: field) {
                merge(Self.asked(StandIns(other: [field.name: other]), body))
            }
        }
    }

    private static func asked(_ standIns: StandIns, _ body: (FormReader) throws -> Void) -> [AskedField] {
        let notes = FormNotes(standIns: standIns)
        // What a rule says of stand-ins is of no interest.
        _ = try? FormReader(FormFields(), notes: notes).read(body)
        return notes.asked
    }

    /// Takes in what the same form asks of another reader, or after another answer.
    mutating func merge(_ others: [AskedField]) {
        guard !fields.isEmpty else {
            fields = others
            return
        }
        fields = fields.map { field in
            let other = others.first { $0.name == field.name }
            return AskedField(
                name: field.name, label: field.label,
                kind: other.map { field.kind.joined(with: $0.kind) } ?? field.kind,
                required: field.required && other?.required == true)
        }
        fields += others.filter { other in !fields.contains { $0.name == other.name } }.map {
            AskedField(name: $0.name, label: $0.label, kind: $0.kind, required: false)
        }
    }

    /// The form of the JSON object, whatever the record holds and whoever asks.
    var schema: JSON { schema(exact: false, shown: [:]) }

    /// - Parameters:
    ///   - exact: whether the answers that are offered are those there are, as they are for one record and reader.
    ///   - shown: what the page says of each field.
    func schema(exact: Bool, shown: [String: ShownField]) -> JSON {
        let plain = exact ? fields : fields.filter { $0.pattern == nil }
        let patterns = exact ? [] : fields.filter { $0.pattern != nil }
        let required = plain.filter(\.required).map { JSON.string($0.name) }
        return .fields([
            "type": "object",
            "properties": .object(
                plain.map { JSON.Member($0.name, $0.schema(exact: exact, shown: shown[$0.name])) }),
            "patternProperties": patterns.isEmpty
                ? nil
                : .object(
                    patterns.reduce(into: []) { found, field in
                        let pattern = field.pattern ?? ""
                        if !found.contains(where: { $0.name == pattern }) {
                            found.append(JSON.Member(pattern, field.schema(exact: false, shown: shown[field.name])))
                        }
                    }), "required": required.isEmpty ? nil : .array(required), "additionalProperties": false,
        ])
    }
}

extension AskedField.Kind {
    /// The kind that takes what either takes.
    fileprivate func joined(with other: AskedField.Kind) -> AskedField.Kind {
        switch (self, other) {
        case (.choice(let own, let isClosed), .choice(let others, let areClosed)):
            .choice(own + others.filter { !own.contains($0) }, closed: isClosed && areClosed)
        case (.choices(let own, let least), .choices(let others, let otherLeast)):
            .choices(own + others.filter { !own.contains($0) }, atLeast: min(least, otherLeast))
        case (.whole(let own), .whole(let others)):
            .whole(min(own.lowerBound, others.lowerBound)...max(own.upperBound, others.upperBound))
        case (.day, .day) where self != other: .day(nil)
        default: self
        }
    }
}

extension AskedField {
    /// A name with a reference in it is another one for each record: the names it may have, as a regular expression.
    fileprivate var pattern: String? {
        let letters = Array(name)
        guard letters.count >= 36 else { return nil }
        for start in 0...(letters.count - 36)
        where (try? Identifier<Never>(String(letters[start..<start + 36]))) != nil {
            return "^\(String(letters[..<start]))[0-9a-f-]{36}\(String(letters[(start + 36)...]))$"
        }
        return nil
    }

    fileprivate func schema(exact: Bool, shown: ShownField?) -> JSON {
        let title = label == name ? shown?.choices.first?.text ?? label : label
        var members: [JSON.Member] = [JSON.Member("title", .string(pattern == nil || exact ? title : "One of several"))]
        if let hint = shown?.hint, exact { members.append(JSON.Member("description", .string(hint))) }
        return .object(members + form(exact: exact, shown: shown))
    }

    private func form(exact: Bool, shown: ShownField?) -> [JSON.Member] {
        func text(_ more: JSON.Member...) -> [JSON.Member] { [JSON.Member("type", "string")] + more }
        if kind.isYesOrNo { return [JSON.Member("type", "boolean")] }
        switch kind {
        case .text(let most, _):
            return text(JSON.Member("maxLength", .int(most)))
                + (required ? [JSON.Member("minLength", 1), JSON.Member("pattern", "\\S")] : [])
        case .file:
            return text(JSON.Member("contentEncoding", "base64"))
        case .parsed(let example):
            return text() + (example.map { [JSON.Member("examples", [.string($0)])] } ?? [])
        case .money:
            return text(JSON.Member("pattern", #"^[0-9]{1,9}(\.[0-9]{2})?$"#), JSON.Member("examples", ["12.50"]))
        case .day(let range):
            let between = exact ? range.map { "From \($0.lowerBound) to \($0.upperBound)." } : nil
            return text(JSON.Member("format", "date")) + (between.map { [JSON.Member("$comment", .string($0))] } ?? [])
        case .whole(let range):
            return [
                JSON.Member("type", "integer"), JSON.Member("minimum", .int(range.lowerBound)),
                JSON.Member("maximum", .int(range.upperBound)),
            ]
        case .choice(let answers, let closed):
            return text() + Self.offered(answers, asEnum: exact || closed, exact: exact, shown: shown)
        case .choices(let answers, let least):
            return [
                JSON.Member("type", "array"),
                JSON.Member(
                    "items",
                    .object(text() + Self.offered(answers, asEnum: exact, exact: exact, shown: shown))),
            ] + (least > 0 ? [JSON.Member("minItems", .int(least))] : [])
        case .reference: return text(JSON.Member("format", "uuid"))
        case .tick: return [JSON.Member("type", "boolean")]
        }
    }

    /// The answers: those there are for one record, and where they differ from record to record some that there may be,
    /// without any that is a reference.
    private static func offered(
        _ answers: [String], asEnum: Bool, exact: Bool, shown: ShownField?
    ) -> [JSON.Member] {
        guard !asEnum else {
            guard !answers.isEmpty else { return [JSON.Member("not", .object([]))] }
            let titles = exact ? shown?.choices.filter { answers.contains($0.value) } ?? [] : []
            guard !titles.isEmpty, titles.count == answers.count else {
                return [JSON.Member("enum", .array(answers.map { .string($0) }))]
            }
            return [
                JSON.Member(
                    "oneOf",
                    .array(
                        titles.map { choice in
                            .fields([
                                "const": .string(choice.value), "title": .string(choice.text),
                                "description": choice.hint.map { .string($0) },
                            ])
                        }))
            ]
        }
        let hasReferences = answers.contains { $0.count >= 36 }
        let note = JSON.Member(
            "description", "One of the answers that are offered; GET the address of a customer’s form to see its own.")
        return answers.isEmpty || hasReferences
            ? [note] : [note, JSON.Member("examples", .array(answers.prefix(20).map { .string($0) }))]
    }
}
