import Casework
import HTTPTypes
import Hummingbird
import Kernel
import Office

extension Operation {
    /// The questions of assessments, one assessment with what it came to, and its answers a part at a time. Beginning,
    /// finishing, settling and what the customer says of it are forms.
    static var assessing: [Operation] { [instruments, instrument, assessment, askPart, answerPart] }

    // MARK: The questions

    private static var instruments: Operation {
        Operation(
            method: .get, path: "/instruments", id: "readInstruments",
            summary: "The questions an assessment begins with",
            about: "The newest version of each. The form `assess` begins one.", section: "Assessments",
            answers: .list(Shape<Instrument>.offered.type), tokens: .all
        ) { call in APIAnswer(Shape<Instrument>.offered.list(call.office.tools.offered)) }
    }

    private static var instrument: Operation {
        Operation(
            method: .get, path: "/instruments/{instrument}/{version}", id: "readInstrument",
            summary: "Every question of one version, with where answers lead and what they count for",
            section: "Assessments",
            parameters: [
                .path("instrument", "Its id.", .text),
                .path("version", "Its version.", SchemaType(json: ["type": "integer", "minimum": 1])),
            ], answers: Shape<Instrument>.whole.type, problems: [.notFound], tokens: .all
        ) { call in
            let (id, version) = (call.context.parameters.get("instrument"), call.context.parameters.get("version"))
            guard let version = version.flatMap({ Int($0) }),
                let found = call.office.tools.instrument(id ?? "", version: version)
            else { throw Refusal("instrument.none", "There are no such questions here. /instruments lists them.") }
            return APIAnswer(Shape<Instrument>.whole.json(found))
        }
    }

    // MARK: One assessment

    private static let item = Parameter.path("item", "The assessment.")

    private static var assessment: Operation {
        Operation(
            method: .get, path: "/customers/{case}/assessments/{item}", id: "readAssessment",
            summary: "What one assessment came to, and why", section: "Assessments", parameters: [.customer, item],
            answers: Shape<Told<AssessmentRead>>.result.type, problems: [.notFound], tokens: .all
        ) { call in
            let opened = try await call.open()
            guard let all = opened.seen.assessments else { throw Problem(unseen: .assessment) }
            let found = try opened.assessment(try call.visit.identifier("item"))
            return APIAnswer(
                Shape<Told<AssessmentRead>>.result.json(
                    Told(AssessmentRead(found, of: all, tools: call.office.tools), opened)),
                headers: [.eTag: "\"\(opened.seen.sequence)\""])
        }
    }

    // MARK: Its answers

    private static let partPath = "/customers/{case}/assessments/{item}/sections/{section}"
    private static let partParameters: [Parameter] = [
        .customer, item, .path("section", "A part, by its id in the questions.", .text),
        .query(
            "mode", "Where you are, which decides what is asked: as the latest part was, unless it is given.",
            .coded(AssessmentMode.self)),
    ]
    /// What a question takes depends on the instrument, which says it, and so does GET.
    private static let partTakes = SchemaType(json: [
        "type": "object",
        "patternProperties": [
            "^q-.": [
                "type": ["string", "integer", "boolean", "array", "null"], "items": ["type": "string"],
                "description": "As the question’s `kind` says. `-` leaves it for another day, null takes it away.",
            ]
        ],
        "additionalProperties": false,
    ])

    private static var askPart: Operation {
        Operation(
            method: .get, path: partPath, id: "askAnswers", summary: "What a part of an assessment asks now",
            about:
                "What an answer leads to is asked once it is saved: ask again then. What was said the last time is `earlier` of the assessment, and not among the values: ask whether it is still so.",
            section: "Assessments",
            parameters: partParameters, answers: Self.askedType, problems: [.notFound]
        ) { call in
            try call.bearer.require(.readCase)
            let part = try await AssessmentPart.load(call.visit)
            try part.held.requireOpen()
            let asked = part.reached
            return Self.asked(
                part.section.title, sequence: part.opened.seen.sequence, initial: part.held.held.typed(asked),
                draw: { state in Fragment { ForEach(asked) { QuestionField(question: $0, state: state) } } }
            ) { form in for question in asked { _ = try form.answer(to: question) } }
        }
    }

    private static var answerPart: Operation {
        Operation(
            method: .post, path: partPath, id: "sendAnswers", summary: "Save answers of one part",
            about:
                "Each member is the `field` of a question of this part. What is left out stays as it was.",
            section: "Assessments", parameters: partParameters + [.seen, .idempotencyKey, .ifMatch], takes: partTakes,
            answers: Shape<CommandAnswered>.answer.type, problems: [.notFound, .conflict, .preconditionFailed]
        ) { call in
            try call.bearer.require(.assess)
            let members = try await call.object()
            let id = try call.command
            let part = try await AssessmentPart.load(call.visit)
            let subject = try call.subject
            let sent = try SentAnswers(members)
            let content = "answers \(part.held.id) \(part.section.id) \(part.mode.rawValue) \(sent.content)"
            return try await call.once(id, content, on: subject, at: part.opened) {
                let answers = try sent.read(part.section)
                do {
                    try await call.office.perform(
                        SaveAnswers(assessment: part.held.id, mode: part.mode, answers: answers), on: subject,
                        as: call.actor, id: id, seen: call.seen, content: content)
                } catch let refusal as Refusal {
                    // A rule names the question; the sender knows its field.
                    throw refusal.field.map { refusal.about(Question.field($0)) } ?? refusal
                }
            }
        }
    }
}

/// Answers as they were sent: those given, and those taken away by null.
private struct SentAnswers {
    let form: JSONForm
    let cleared: Set<String>

    init(_ members: [JSON.Member]) throws {
        form = try JSONForm(members: members.filter { $0.value != .null })
        cleared = Set(members.filter { $0.value == .null }.map(\.name))
    }

    var content: String { "\(form.content) \(cleared.sorted())" }

    /// - Throws: `FormErrors` for a question that is not of this part, and for what it does not take.
    func read(_ section: Instrument.Section) throws -> [String: Answer?] {
        let known = Set(section.questions.map(\.field))
        if let stranger = cleared.subtracting(known).min() {
            throw FormErrors([
                Refusal(
                    "form.unknown",
                    "There is no question “\(stranger.prefix(60))” in this part. Ask for it to see which there are.",
                    field: String(stranger.prefix(60)))
            ])
        }
        let given = Set(form.members.map(\.name))
        return try form.read { reader in
            var answers: [String: Answer?] = [:]
            for question in section.questions {
                if cleared.contains(question.field) {
                    answers.updateValue(nil, forKey: question.id)
                } else if given.contains(question.field) {
                    answers.updateValue(try reader.answer(to: question), forKey: question.id)
                }
            }
            return answers
        }
    }
}
