import Casework
import HTTPTypes
import Hummingbird
import Kernel
import Office

extension Operation {
    /// Every form about a customer, to be asked what it needs and to be sent.
    static var forms: [Operation] { CaseForms.all.flatMap { Self.form($0) } }

    /// The forms of staff that a customer's own token may use too: what they say of what was found out about them, and
    /// what they add to an answer about their record.
    private static let ofTheirs: Set<CaseFormName> = [.barriers, .sayOfAssessment, .statement]

    private static func form<Form: CaseForm>(_ form: Form.Type) -> [Operation] {
        let path = "/customers/{case}/forms/\(Form.name.rawValue)\(Form.hasItem ? "/{item}" : "")"
        let parameters: [Parameter] =
            [.customer] + (Form.hasItem ? [.path("item", "What it is about, as the record names it.", .text)] : [])
        let operations: [Operation] = [
            Operation(
                method: .get, path: path, id: "ask-\(Form.name.rawValue)", summary: "What “\(Form.title)” asks now",
                section: "Forms", parameters: parameters, answers: Self.askedType, problems: [.notFound]
            ) { call in try await ask(form, call) },
            Operation(
                method: .post, path: path, id: "send-\(Form.name.rawValue)", summary: Form.title,
                about:
                    "\(Form.Command.act.words.capitalisedFirst). Which members are asked for depends on the record and on who asks: GET the same address to see them.",
                section: "Forms", parameters: parameters + [.seen, .idempotencyKey, .ifMatch],
                form: .staff(Form.name),
                answers: Shape<CommandAnswered>.answer.type, problems: [.notFound, .conflict, .preconditionFailed]
            ) { call in try await send(form, call) },
        ]
        return operations.map { $0.taking(ofTheirs.contains(Form.name) ? .all : .staff) }
    }

    // MARK: Asking

    static let askedType = SchemaType(
        json: ["$ref": "#/components/schemas/Form"],
        components: [
            "Form": [
                "type": "object",
                "properties": [
                    "title": ["type": "string"],
                    "sequence": ["type": "integer", "description": "Send it back as `seen`."],
                    "values": ["type": "object", "description": "What stands in the fields at first."],
                    "schema": ["type": "object", "description": "The JSON Schema of what may be sent now."],
                ], "required": ["title", "sequence", "values", "schema"],
            ]
        ])

    private static func ask<Form: CaseForm>(_ form: Form.Type, _ call: APICall) async throws -> APIAnswer {
        try call.bearer.require(Form.opens)
        let (visit, form) = try await loaded(form, call.visit)
        return asked(
            Form.title, sequence: visit.opened.seen.sequence, initial: form.initial, draw: form.fields(in:)
        ) { _ = try form.read($0) }
    }

    /// What a form asks now.
    /// - Parameters:
    ///   - draw: draws it, for what the page says of each field.
    ///   - read: reads it, for what is asked.
    static func asked(
        _ title: String, sequence: Int, initial: FormFields, draw: (FormState) -> Fragment,
        read: (FormReader) throws -> Void
    ) -> APIAnswer {
        let description = FormDescription(of: read)
        let shown = FormNotes()
        var state = FormState(initial)
        state.notes = shown
        _ = draw(state).render()
        return APIAnswer([
            "title": .string(title), "sequence": .int(sequence), "values": description.values(initial),
            "schema": description.schema(exact: true, shown: shown.shown),
        ])
    }

    // MARK: Sending

    private static func send<Form: CaseForm>(_ form: Form.Type, _ call: APICall) async throws -> APIAnswer {
        try call.bearer.require(Form.Command.act)
        let sent = try JSONForm(
            members: try await call.object(limit: Form.file == nil ? APICall.most : APICall.mostWithFile),
            file: Form.file)
        let id = try call.command
        let subject = try call.subject
        let item = call.context.parameters.get("item") ?? ""
        let content = "\(Form.name.rawValue) \(item) \(sent.content)"
        // Only whoever may open the case is told what was answered there.
        let opened = try await call.office.open(subject, as: call.actor, to: Form.opens)
        return try await call.once(id, content, on: subject, at: opened) {
            let (_, loaded) = try await loaded(form, call.visit, opened, files: sent.files)
            let command = try sent.read { try loaded.read($0) }
            _ = try await call.office.perform(
                command, on: subject, as: call.actor, id: id, seen: call.seen, documents: loaded.documents(command),
                content: content)
        }
    }

    static func answered(_ id: Identifier<Command>, _ given: GivenAnswer, isRepeat: Bool) -> APIAnswer {
        APIAnswer(
            Shape<CommandAnswered>.answer.json(CommandAnswered(command: id, given: given)),
            headers: isRepeat ? [.idempotencyReplayed: "true"] : [:])
    }
}

/// What came of a command.
struct CommandAnswered: Sendable {
    let command: Identifier<Command>
    let given: GivenAnswer
}

extension Shape where Value == CommandAnswered {
    static var answer: Shape {
        Shape(
            "Answered",
            [
                Member("command", .reference, "Under which it is answered once; what it makes has this id.") {
                    .text($0.command)
                },
                Member("sequence", .whole, "How far the record went with it.") { .int($0.given.sequence) },
                Member("events", .list(.reference), "What it recorded.") { .array($0.given.events.map { .text($0) }) },
            ])
    }
}

extension Operation.Parameter {
    static let seen = query(
        "seen",
        "The sequence of the record you had before you. When what the form rests on changed since, it is refused.",
        SchemaType(json: ["type": "integer", "minimum": 0]))
    static let idempotencyKey = header(
        "Idempotency-Key", "A UUID of yours: the same again gets the first answer, and is done once.", .reference)
    static let ifMatch = header("If-Match", "The ETag of the record: sent only if nothing at all has changed.", .text)

    private static func header(_ name: String, _ about: String, _ type: SchemaType) -> Self {
        Self(name: name, place: .header, type: type, about: about)
    }
}

extension HTTPField.Name {
    static let idempotencyKey = Self("Idempotency-Key")!
    static let idempotencyReplayed = Self("Idempotency-Replayed")!
}

extension APICall {
    /// The id of the command: the sender's, or a new one.
    var command: Identifier<Command> {
        get throws {
            guard let text = request.headers[.idempotencyKey] else { return office.newCommand() }
            guard let id = try? Identifier<Command>(text) else {
                throw Problem(
                    .unprocessableContent, "command.id",
                    "Idempotency-Key is a UUID, as 0190a5c2-5d3e-7c52-8b1e-0d9f3a1c2b4d. Make a new one for each command."
                )
            }
            return id
        }
    }

    /// The sequence of the record that the sender had before them.
    var seen: Int? { query("seen").flatMap { Int($0) } }

    /// Answers a command: as it was answered before, or by having it done.
    /// - Parameters:
    ///   - content: what identifies the command, given to `perform` as well.
    ///   - opened: the record as the sender sees it, which they were let open.
    func once(
        _ id: Identifier<Command>, _ content: String, on subject: Identifier<CaseFile>, at opened: OpenedCase,
        _ perform: () async throws -> Void
    ) async throws -> APIAnswer {
        if let given = try await office.answer(to: id, asking: content, on: subject) {
            return Operation.answered(id, given, isRepeat: true)
        }
        try requireMatch(opened.seen.sequence)
        try await perform()
        guard let given = try await office.answer(to: id, asking: content, on: subject) else {
            throw Problem(.serviceUnavailable, "store.busy", "The answer could not be read. Ask for the record again.")
        }
        return Operation.answered(id, given, isRepeat: false)
    }

    /// - Throws: a problem when the sender asked for the record as it was, and it has changed since.
    func requireMatch(_ sequence: Int) throws {
        guard let tags = request.headers[.ifMatch], tags != "*" else { return }
        let wanted = tags.split(separator: ",").map { $0.filter { $0 != "\"" && $0 != " " } }
        guard !wanted.contains(String(sequence)) else { return }
        throw Problem(
            .preconditionFailed, "record.changed",
            "The record has changed since: it is at \(sequence) now. Read it again, and send this if it still holds.")
    }
}

extension FormDescription {
    /// What stands in the fields at first, in the JSON that the fields take.
    func values(_ initial: FormFields) -> JSON {
        .object(
            fields.compactMap { field in
                field.value(in: initial).map { JSON.Member(field.name, $0) }
            })
    }
}

extension AskedField {
    fileprivate func value(in initial: FormFields) -> JSON? {
        if case .choices = kind {
            let values = initial.values(name)
            return values.isEmpty ? nil : .array(values.map { .string($0) })
        }
        if case .day = kind {
            let notes = FormNotes()
            let reader = FormReader(initial, notes: notes)
            return reader.optionalDay(name, label: label).map { .text($0) }
        }
        guard let text = initial[name], !text.isEmpty else { return nil }
        if kind.isYesOrNo { return .bool(text == "yes") }
        if case .whole = kind { return Int(text).map { .int($0) } }
        return .string(text)
    }
}
