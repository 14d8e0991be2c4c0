import Casework
import HTTPTypes
import Hummingbird
import Kernel
import Office
import Records

extension OwnFormName {
    /// The codes that may stand in the address, where a form is about a kind of thing rather than one thing.
    var kinds: [String] { self == .tell ? ChangeKind.tellable.map(\.rawValue) : [] }
}

extension Operation {
    /// What customers, and those who act for them, do themselves: a token by their code, and the forms of their page.
    static var own: [Operation] { [ownToken, endOwnToken, readCode] + OwnForms.all.flatMap { Self.form($0) } }

    private static let section = "A customer’s own page"

    // MARK: Coming in

    private static let codeForm = FormDescription { form in _ = Self.code(form) }

    private static func code(_ form: FormReader) -> String { form.text("code", label: "Your code", max: 60) }

    private static var ownToken: Operation {
        Operation(
            method: .post, path: "/own/token", id: "makeOwnToken",
            summary: "A token for the code to somebody’s own page",
            about:
                "The code works once, here or on the page. The token is good for \(SignInSettings.ownTokenMinutes) minutes, for what that page can do. It ends when the page is closed, and with a supporter’s time. Twenty tries a minute, counted with those on the page; five wrong ones end a code.",
            section: section, takes: SchemaType(json: codeForm.schema), answers: Shape<OwnTokenMade>.made.type,
            status: .created,
            enter: { knock in
                let code = try JSONForm(members: try await knock.request.object(limit: 4096)).read { Self.code($0) }
                let made = try await knock.office.ownToken(code: code)
                return APIAnswer(
                    Shape<OwnTokenMade>.made.json(OwnTokenMade(secret: made.secret, bearer: made.bearer)),
                    status: .created, headers: [.cacheControl: "no-store"])
            }
        ) { _ in throw HTTPError(.notFound) }
    }

    private static var endOwnToken: Operation {
        Operation(
            method: .delete, path: "/own/token", id: "endOwnToken", summary: "End the token that is shown",
            section: section, answers: Shape<Bearer>.bearer.type, tokens: .own
        ) { call in
            if let secret = call.request.bearerToken { try await call.office.endOwnToken(secret) }
            return APIAnswer(Shape<Bearer>.bearer.json(call.bearer))
        }
    }

    private static var readCode: Operation {
        Operation(
            method: .get, path: "/customers/{case}/codes/{item}", id: "readCode",
            summary: "A code that you made, as long as it works",
            about: "For whoever made it, to print or to read out. What let somebody in is the id of the command.",
            section: section, parameters: [.customer, .path("item", "The way in.")],
            answers: Shape<WrittenCode>.code.type, problems: [.notFound], tokens: .all
        ) { call in
            try call.bearer.require(.readCase)
            let code = try await call.office.code(
                of: call.visit.identifier("item"), on: try call.subject, as: call.actor)
            return APIAnswer(Shape<WrittenCode>.code.json(code), headers: [.cacheControl: "no-store"])
        }
    }

    // MARK: Forms

    private static func form<Form: OwnForm>(_ form: Form.Type) -> [Operation] {
        let path = "/own/forms/\(Form.name.rawValue)\(Form.hasItem ? "/{item}" : "")"
        let parameters: [Parameter] =
            Form.hasItem ? [.path("item", "What it is about, as the record names it.", .text)] : []
        return [
            Operation(
                method: .get, path: path, id: "ask-own-\(Form.name.rawValue)", summary: "What “\(Form.title)” asks now",
                section: section, parameters: parameters, answers: Self.askedType, problems: [.notFound], tokens: .own
            ) { call in try await ask(form, call) },
            Operation(
                method: .post, path: path, id: "send-own-\(Form.name.rawValue)", summary: Form.title, section: section,
                parameters: parameters + [.seen, .idempotencyKey, .ifMatch], form: .own(Form.name),
                answers: Shape<CommandAnswered>.answer.type, problems: [.notFound, .conflict, .preconditionFailed],
                tokens: .own
            ) { call in try await send(form, call) },
        ]
    }

    private static func ask<Form: OwnForm>(_ form: Form.Type, _ call: APICall) async throws -> APIAnswer {
        let own = try await call.visit.own()
        let form = try await load(form, own)
        return asked(
            Form.title, sequence: own.seen.sequence, initial: form.initial, draw: form.fields(in:)
        ) { _ = try form.read($0) }
    }

    private static func send<Form: OwnForm>(_ form: Form.Type, _ call: APICall) async throws -> APIAnswer {
        try call.bearer.require(Form.Command.act)
        let sent = try JSONForm(
            members: try await call.object(limit: Form.file == nil ? APICall.most : APICall.mostWithFile),
            file: Form.file)
        let id = try call.command
        let own = try await call.visit.own(files: sent.files)
        let subject = own.visitor.subject
        let content = "own \(Form.name.rawValue) \(call.context.parameters.get("item") ?? "") \(sent.content)"
        return try await call.once(id, content, on: subject, at: own.opened) {
            let loaded = try await load(form, own)
            let command = try sent.read { try loaded.read($0) }
            _ = try await call.office.perform(
                command, on: subject, as: call.actor, id: id, seen: call.seen, documents: loaded.documents(command),
                content: content)
        }
    }

    /// - Refuses: what they may not do, and what there is nothing of.
    private static func load<Form: OwnForm>(_ form: Form.Type, _ own: OwnVisit) async throws -> Form {
        try Powers.require(Form.Command.act, of: own.visit.actor.role, as: own.opened.relation)
        return try await Form.load(own, item: own.visit.context.parameters.get("item"))
    }
}

/// A token of somebody's own, as it is told the one time.
private struct OwnTokenMade: Sendable {
    let secret: String
    let bearer: Bearer
}

extension Shape where Value == OwnTokenMade {
    fileprivate static var made: Shape {
        Shape(
            "OwnToken",
            [
                Member("token", .text, "Shown once; only a hash is kept.") { .string($0.secret) },
                Member("expires", .moment) { .text($0.bearer.token.expires) },
                Member("case", .reference, optional: true, "Whose record it is for.") {
                    .text(of: $0.bearer.signedIn.ownPage?.subject)
                },
                Member("role", .coded(Role.self), "A customer, or a supporter who acts for one.") {
                    .string($0.bearer.signedIn.author.role.rawValue)
                },
                Member("until", .day, optional: true, "The last day a supporter may act.") {
                    .text(of: $0.bearer.signedIn.ownPage?.until)
                },
                Member("rights", .list(.coded(SupporterRight.self)), optional: true, "What a supporter may do.") {
                    $0.bearer.signedIn.ownPage?.rights.map { .array($0.map { .string($0.rawValue) }) }
                },
            ])
    }
}

extension Shape where Value == WrittenCode {
    fileprivate static var code: Shape {
        Shape(
            "Code",
            [
                Member("code", .text) { .string($0.code) },
                Member("expires", .moment) { .text($0.expires) },
                Member("supporter", .text, optional: true, "Whom it lets in; left out for the person themselves.") {
                    .text(of: $0.supporter)
                },
                Member("language", .text, "The language they read: en or cy.") { .string($0.language.rawValue) },
            ])
    }
}
