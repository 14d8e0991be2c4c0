import Casework
import HTTPTypes
import Kernel
import Office
import Records

extension Operation {
    /// Opening the record of somebody who is not here yet.
    static var registering: [Operation] {
        let description = FormDescription { form in
            _ = form.ticked("new")
            _ = try Registering(form, on: CalendarDay(year: 2012, month: 6, day: 21) ?? CalendarDay(number: 0))
        }
        return [
            Operation(
                method: .post, path: "/customers", id: "registerCustomer", summary: "Register a customer",
                about:
                    "One customer has one record: where somebody alike is registered the answer is 409, with those who are. Send `new` as true when it is none of them. Where it is the person and others keep the record, the form `take-up` of that record brings it to you. The record has the id of the command.",
                section: "Register", parameters: [.idempotencyKey], takes: SchemaType(json: description.schema),
                answers: Shape<CommandAnswered>.answer.type, status: .created, problems: [.conflict]
            ) { call in try await register(call) }
        ]
    }

    private static func register(_ call: APICall) async throws -> APIAnswer {
        try call.bearer.require(.registerCustomer)
        try Powers.require(.registerCustomer, of: call.actor.role, as: .none)
        let sent = try JSONForm(members: try await call.object())
        let id = try call.command
        let subject = Identifier<CaseFile>(id)
        let content = "register \(sent.content)"
        if let given = try await call.office.answer(to: id, asking: content, on: subject) {
            return opened(id, given, isRepeat: true)
        }
        let (new, insists) = try sent.read { form in
            let insists = form.ticked("new")
            return (try Registering(form, on: call.office.clock.today), insists)
        }
        if !insists {
            let alike = try await call.visit.alike(new.identity)
            guard alike.isEmpty else {
                var problem = Problem(
                    .conflict, "customer.alike",
                    "Somebody alike is registered. Look at the records in `alike`; send `new` as true if it is none of them."
                )
                problem.more = [JSON.Member("alike", Shape<IdentityRegister.Entry>.found.list(alike.prefix(20)))]
                throw problem
            }
        }
        let partner = try await call.visit.partner(new.partner)
        _ = try await call.office.perform(
            RegisterCustomer(identity: new.identity, partner: partner), on: subject, as: call.actor, id: id,
            content: content)
        guard let given = try await call.office.answer(to: id, asking: content, on: subject) else {
            throw Problem(.serviceUnavailable, "store.busy", "The answer could not be read. Ask for the record again.")
        }
        return opened(id, given, isRepeat: false)
    }

    private static func opened(_ id: Identifier<Command>, _ given: GivenAnswer, isRepeat: Bool) -> APIAnswer {
        var answer = answered(id, given, isRepeat: isRepeat)
        answer.status = .created
        answer.headers[.location] = "\(APIPath.root)/customers/\(id)"
        return answer
    }
}
