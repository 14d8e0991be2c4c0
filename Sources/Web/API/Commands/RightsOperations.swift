import Casework
import HTTPTypes
import Kernel
import Office

extension Operation {
    /// What a person asks about their own record, and its answers. Refusing, putting right and a statement are forms.
    static var rights: [Operation] { [askRight, request, copyData, copyPage, review, giveCopy, erase, erasures] }

    private static let section = "A person’s rights"
    private static let item = Parameter.path("item", "The request.")
    private static let requestPath = "/customers/{case}/requests/{item}"

    // MARK: Asking

    private static var askRight: Operation {
        let described = FormDescription { form in
            _ = try AskedRight(form, isOneself: false, on: CalendarDay(number: 15_490))
        }
        // The person themselves is asked for no more than the kind: they ask here and now.
        let schema = described.schema.adding("required", ["kind"])
        return Operation(
            method: .post, path: "/customers/{case}/requests", id: "askRight",
            summary: "Ask for a copy of a record, a correction, or to be erased",
            about:
                "By the person themselves, or by whoever helps them and says when (`on`) and how they asked. A copy that nobody has to read through first is given out at once. The request has the id of the command.",
            section: section, parameters: [.customer, .idempotencyKey, .ifMatch], takes: SchemaType(json: schema),
            answers: Shape<CommandAnswered>.answer.type, problems: [.notFound, .conflict, .preconditionFailed],
            tokens: .all
        ) { call in
            try call.bearer.require(.askRight)
            let sent = try JSONForm(members: try await call.object())
            let (id, subject) = (try call.command, try call.subject)
            let opened = try await call.office.open(subject, as: call.actor)
            try Powers.require(.askRight, of: call.actor.role, as: opened.relation)
            let right = try sent.read {
                try AskedRight($0, isOneself: opened.relation == .oneself, on: opened.today)
            }
            let known = Self.content(ofAsking: sent)
            func ask() async throws -> Performed {
                try await call.office.perform(
                    AskRight(right.asked, words: right.words), on: subject, as: call.actor, id: id, content: known)
            }
            let answer = try await call.once(id, known, on: subject, at: opened) { _ = try await ask() }
            // Asked again, it is known by what was sent and answered as before. So a copy that was not given out, because
            // something failed between the two, is given now.
            if right.asked.kind == .access {
                _ = try await call.office.giveAtOnce(try await ask().file, Identifier(id), CopyDocument.writing)
            }
            return answer
        }
    }

    /// What a command that asks for a right is known by: as it was sent, whatever the day.
    static func content(ofAsking sent: JSONForm) -> String { "\(AskRight.act.rawValue) \(sent.content)" }

    // MARK: One request

    private static var request: Operation {
        Operation(
            method: .get, path: requestPath, id: "readRequest", summary: "One request, and what waits to be decided",
            about: "Whoever answers it reads here the texts of a copy that may speak of somebody else.",
            section: section, parameters: [.customer, item], answers: Shape<RequestRead>.request.type,
            problems: [.notFound], tokens: .all
        ) { call in
            try call.bearer.require(.readCase)
            let page = try await RequestPage.load(call.visit)
            return APIAnswer(
                Shape<RequestRead>.request.json(RequestRead(page)),
                headers: [.eTag: "\"\(page.opened.seen.sequence)\""])
        }
    }

    private static var copyData: Operation {
        Operation(
            method: .get, path: "\(requestPath)/copy", id: "readCopy", summary: "The copy, as data",
            about: "The file that its page gives, byte for byte; a draft, for whoever reads it through.",
            section: section, parameters: [.customer, item], answers: SchemaType(json: ["type": "object"]),
            problems: [.notFound], tokens: .all
        ) { call in try await copy(call, asPage: false) }
    }

    private static var copyPage: Operation {
        Operation(
            method: .get, path: "\(requestPath)/copy/page", id: "readCopyPage",
            summary: "The copy, as a page to read or to print", section: section, parameters: [.customer, item],
            answers: .text, media: "text/html", problems: [.notFound], tokens: .all
        ) { call in try await copy(call, asPage: true) }
    }

    private static func copy(_ call: APICall, asPage: Bool) async throws -> APIAnswer {
        try call.bearer.require(.readCopy)
        let copy = try await call.office.copy(
            of: try call.subject, answering: call.visit.identifier("item"), as: call.actor)
        return APIAnswer(file: CopyFile(copy, asPage: asPage))
    }

    // MARK: Answering

    private static var review: Operation {
        Operation(
            method: .post, path: "\(requestPath)/review", id: "reviewCopy",
            summary: "Decide which texts of a copy stay, and which are covered",
            about: "In parts, and again, until it is given out. The reason says which it is.", section: section,
            parameters: [.customer, item, .idempotencyKey, .ifMatch], takes: SentDecisions.type,
            answers: Shape<CommandAnswered>.answer.type, problems: [.notFound, .conflict, .preconditionFailed]
        ) { call in
            try call.bearer.require(.answerRight)
            let sent = try SentDecisions(try await call.object())
            let (id, subject) = (try call.command, try call.subject)
            let request: Identifier<RightsRequest> = try call.visit.identifier("item")
            let opened = try await call.office.open(subject, as: call.actor)
            let content = "review \(request) \(sent.content)"
            return try await call.once(id, content, on: subject, at: opened) {
                try await call.office.perform(
                    ReviewCopy(request: request, decisions: sent.decisions), on: subject, as: call.actor, id: id,
                    content: content)
            }
        }
    }

    private static var giveCopy: Operation {
        Operation(
            method: .post, path: "\(requestPath)/release", id: "giveCopy", summary: "Give the copy out",
            about: "Once every text has been decided on. Its digests go on record. A request is answered once.",
            section: section, parameters: [.customer, item], answers: Shape<CopyRelease>.release.type,
            problems: [.notFound, .conflict]
        ) { call in
            try call.bearer.require(.answerRight)
            let subject = try call.subject
            let request: Identifier<RightsRequest> = try call.visit.identifier("item")
            _ = try await call.office.open(subject, as: call.actor)
            let performed = try await call.office.giveCopy(
                of: subject, answering: request, writing: CopyDocument.writing, as: call.actor,
                command: call.office.newCommand())
            guard let release = performed.file.rights.find(request)?.release else {
                throw Problem(.serviceUnavailable, "store.busy", "The answer could not be read. Read the request.")
            }
            return APIAnswer(Shape<CopyRelease>.release.json(release.copy))
        }
    }

    private static var erase: Operation {
        let described = FormDescription { form in _ = SentErasure(form) }
        return Operation(
            method: .post, path: "\(requestPath)/erase", id: "erase", summary: "Erase the person, as they asked",
            about:
                "Nothing brings it back. `seen` is the sequence of the record that was read; what came since stops it. Classes left out: all that may go now. The proof is read again at `/customers/{case}/erasures`.",
            section: section, parameters: [.customer, item], takes: SchemaType(json: described.schema),
            answers: Shape<Erased>.erased.type, problems: [.notFound, .conflict]
        ) { call in
            try call.bearer.require(.eraseRecord)
            let sent = try JSONForm(members: try await call.object()).read { SentErasure($0) }
            let page = try await RequestPage.load(call.visit)
            try Powers.require(.eraseRecord, of: call.actor.role, as: page.opened.relation)
            guard sent.isSure else {
                throw Refusal(
                    "erase.sure", "Tell the person what goes and what stays, then say so: `sure` is true.",
                    field: "sure")
            }
            _ = try page.opened.seen.rights?.waiting(page.request.id, for: .erasure)
            let erased = try await call.office.erase(
                try call.subject, sent.classes.isEmpty ? nil : sent.classes, seen: sent.seen, by: call.actor)
            return APIAnswer(Shape<Erased>.erased.json(erased))
        }
    }

    private static var erasures: Operation {
        Operation(
            method: .get, path: "/customers/{case}/erasures", id: "readErasures",
            summary: "What was erased of a record, with the proof of each", section: section,
            parameters: [.customer], answers: .list(Shape<ErasureProof>.proof.type), problems: [.notFound]
        ) { call in
            let opened = try await call.open()
            try Powers.require(.eraseRecord, of: call.actor.role, as: opened.relation)
            return APIAnswer(
                Shape<ErasureProof>.proof.list(try await call.office.erasureProofs(of: opened.seen.id)))
        }
    }
}
