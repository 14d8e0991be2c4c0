import Casework
import HTTPTypes
import Kernel
import Office
import Records

extension Operation {
    /// What can be read of one customer: by the person too, as far as they see it.
    static var ofOneCustomer: [Operation] {
        let operations: [Operation] = [
            Operation(
                method: .get, path: "/customers/{case}", id: "readCustomer", summary: "A customer's record",
                about: "As much of it as you may see, with the reason for each part. The look is recorded.",
                section: "One customer", parameters: [.customer], answers: Shape<Told<SeenCase>>.customer.type,
                problems: [.notFound]
            ) { call in
                let opened = try await call.open()
                return APIAnswer(
                    Shape<Told<SeenCase>>.customer.json(Told(opened.seen, opened)),
                    headers: [.eTag: "\"\(opened.seen.sequence)\""])
            },
            Operation(
                method: .get, path: "/customers/{case}/journey", id: "readJourney",
                summary: "What happened, newest first",
                about:
                    "With a token of the person's own, or of somebody who acts for them, in the words of their page: no note between staff is in it.",
                section: "One customer", parameters: [.customer, .at, .limit],
                answers: Shape<ListAnswer<Told<SaidEntry>>>.page(of: .entry).type, problems: [.notFound]
            ) { call in try await journey(call) },
            Operation(
                method: .get, path: "/customers/{case}/appointments", id: "readAppointments",
                summary: "Their appointments",
                section: "One customer", parameters: [.customer],
                answers: .list(Shape<Told<Appointment>>.appointment.type),
                problems: [.notFound]
            ) { call in
                let opened = try await call.open()
                try require(.appointments, opened)
                return APIAnswer(Told(opened.seen, opened).json(opened.seen.appointments, .appointment))
            },
            Operation(
                method: .get, path: "/customers/{case}/plan", id: "readPlan", summary: "Their one plan",
                section: "One customer",
                parameters: [
                    .customer,
                    .query(
                        AgreedVersion.asked, "The number of an agreed version: the plan as it stood then.",
                        SchemaType(json: ["type": "integer", "minimum": 1])),
                ], answers: Shape<Told<Plan>>.plan.type, problems: [.notFound]
            ) { call in
                let opened = try await call.open()
                try require(.plan, opened)
                guard let number = call.query(AgreedVersion.asked) else {
                    return APIAnswer(Shape<Told<Plan>>.plan.json(Told(opened.seen.plan ?? Plan(), opened)))
                }
                guard let plan = opened.agreed(number)?.plan else {
                    throw Problem(
                        .notFound, "plan-version.not-found",
                        "The plan has no such version. Read it without `version`: `versions` lists those there are.")
                }
                return APIAnswer(Shape<Told<Plan>>.plan.json(Told(plan, opened)))
            },
            Operation(
                method: .get, path: "/customers/{case}/sharing", id: "readSharing",
                summary: "Who sees the record, and what the person agreed to", section: "One customer",
                parameters: [.customer], answers: Shape<Told<SharingRead>>.sharing.type, problems: [.notFound]
            ) { call in
                let opened = try await call.open()
                try require(.sharing, opened)
                let commissioning = try await CommissioningBodies.load(of: opened.seen, in: call.office)
                return APIAnswer(
                    Shape<Told<SharingRead>>.sharing.json(
                        Told(SharingRead(opened, commissioning: commissioning, by: call.office.sharing), opened)))
            },
            Operation(
                method: .get, path: "/customers/{case}/people", id: "readPeople",
                summary: "Who helps them, and how each is reached", section: "One customer",
                parameters: [.customer], answers: .list(Shape<Told<Helper>>.helper.type), problems: [.notFound]
            ) { call in
                let opened = try await call.open()
                try require(.referral, opened)
                let places = try await HelpingOrganisations.load(of: opened.seen, in: call.office)
                return APIAnswer(
                    Told(opened.seen, opened).json(
                        Helper.all(of: opened.seen, on: opened.today, places: places), .helper))
            },
            Operation(
                method: .get, path: "/customers/{case}/looks", id: "readLooks",
                summary: "Who looked, and why they could",
                section: "One customer",
                parameters: [.customer, .query("at", "A look to go on after, as `next` gave it.", .reference)],
                answers: Shape<ListAnswer<SeenLook>>.page(of: .look).type, problems: [.notFound]
            ) { call in
                let opened = try await call.open(to: .readLooks)
                let before: Identifier<Look>? = try call.query("at").map { try Identifier($0) }
                let found = try await SeenLook.read(opened.seen.id, before: before, office: call.office)
                return APIAnswer(
                    Shape<ListAnswer<SeenLook>>.page(of: .look).json(
                        ListAnswer(rows: found.looks, next: found.earlier?.description, previous: nil)))
            },
        ]
        return operations.map { $0.taking(.all) }
    }

    /// - Throws: a problem that says the section is not for this reader.
    private static func require(_ category: Casework.Category, _ opened: OpenedCase) throws {
        guard opened.seen.sight.sees(category) else { throw Problem(unseen: category) }
    }

    private static func journey(_ call: APICall) async throws -> APIAnswer {
        let opened = try await call.open()
        let office = call.office
        let entries = Casework.Timeline.entries(
            opened.events, through: opened.seen.sight, names: opened.names, programmes: office.programmes,
            tools: office.tools)
        let first = call.query("at").flatMap { Int($0) }
        if call.query("at") != nil, !entries.contains(where: { $0.sequence == first }) {
            throw Refusal("list.place", "There is no such place in this journey. Begin at its start.", field: "at")
        }
        let start = first.flatMap { first in entries.firstIndex { $0.sequence == first } } ?? 0
        let size = call.limit
        let shown = entries[start..<min(start + size, entries.count)]
        func place(_ index: Int) -> String? {
            entries.indices.contains(index) ? String(entries[index].sequence) : nil
        }
        let said = call.said(Array(shown), of: opened)
        return APIAnswer(
            Shape<ListAnswer<Told<SaidEntry>>>.page(of: .entry).json(
                ListAnswer(
                    rows: said.map { Told($0, opened) }, next: place(shown.endIndex),
                    previous: start > 0 ? place(max(0, start - size)) : nil)))
    }
}

extension APICall {
    /// How many rows a page of a list has.
    var limit: Int { query("limit").flatMap { Int($0) } ?? 50 }
}
