import Casework
import HTTPTypes
import Hummingbird
import Kernel
import Office
import Records

extension Operation {
    /// What is recorded of the places of a session, by its register: whoever holds it reads a name of each person, and
    /// the record itself is not opened to them (C02).
    static var sessionPlaces: [Operation] { [recordPlace, withdrawPlace] }

    private static let placePath = "/sessions/{session}/places/{invitation}"
    private static let placeParameters: [Parameter] = [
        .path("session", "The session."), .path("invitation", "A place of its register."), .idempotencyKey,
    ]

    private static var recordPlace: Operation {
        let described = FormDescription { form in _ = Self.came(form) }
        return Operation(
            method: .post, path: placePath, id: "recordSessionPlace",
            summary: "Record whether somebody came to a session",
            about: "Once it has begun. What was recorded by mistake is withdrawn first.", section: "Desks",
            parameters: placeParameters, takes: SchemaType(json: described.schema),
            answers: Shape<SessionOnPage>.register.type, problems: [.notFound, .conflict]
        ) { call in
            let place = try await place(call)
            let came = try await call.read { Self.came($0) }
            return try await perform(RecordSession(invitation: place.invitation, came: came), of: place, call)
        }
    }

    private static func came(_ form: FormReader) -> Bool {
        form.choice("came", label: "Did they come?", of: ["yes", "no"]) == "yes"
    }

    private static var withdrawPlace: Operation {
        let described = FormDescription { form in _ = try Self.why(form) }
        return Operation(
            method: .post, path: "\(placePath)/withdraw", id: "withdrawSessionPlace",
            summary: "Withdraw what was recorded by mistake of whether somebody came",
            about: "The mistake and its correction are both kept, and whether they came can be recorded anew.",
            section: "Desks", parameters: placeParameters, takes: SchemaType(json: described.schema),
            answers: Shape<SessionOnPage>.register.type, problems: [.notFound, .conflict]
        ) { call in
            let place = try await place(call)
            let why = try await call.read { try Self.why($0) }
            return try await perform(WithdrawSessionRecord(invitation: place.invitation, why: why), of: place, call)
        }
    }

    private static func why(_ form: FormReader) throws -> Words { try form.neededWords(label: "What was wrong?") }

    private static func place(_ call: APICall) async throws -> SessionPlaceRow {
        try call.bearer.require(.recordSession)
        return try await register(call).place(call.context.parameters.get("invitation"))
    }

    private static func register(_ call: APICall) async throws -> SessionOnPage {
        try await call.office.session(
            try Identifier(call.context.parameters.get("session") ?? ""), as: call.actor)
    }

    /// - Returns: the register as it stands then.
    private static func perform(
        _ command: some CaseCommand, of place: SessionPlaceRow, _ call: APICall
    ) async throws -> APIAnswer {
        try await call.office.perform(command, on: place.subject, as: call.actor, id: try call.command)
        return APIAnswer(Shape<SessionOnPage>.register.json(try await register(call)))
    }
}
