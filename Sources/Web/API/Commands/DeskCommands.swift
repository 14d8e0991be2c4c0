import Casework
import HTTPTypes
import Hummingbird
import Kernel
import Office

extension Operation {
    /// What is recorded on desks: sessions put on or called off and who came, what advisers offer, lines from paper.
    static var deskCommands: [Operation] {
        [holdSession, callOffSession] + sessionPlaces + [setOffers, enterLine, withdrawLine]
    }

    private static var holdSession: Operation {
        let described = FormDescription { form in
            _ = try InformationSession(
                form, id: Identifier(high: 0, low: 0), host: Identifier(high: 0, low: 0),
                programmes: ["pathways-to-work-2003"])
        }
        return Operation(
            method: .post, path: "/sessions", id: "holdSession", summary: "Put an information session on",
            about: "For a programme that people join by choice. The session has the id of the command.",
            section: "Desks", parameters: [.idempotencyKey],
            takes: SchemaType(json: described.schema), answers: Shape<SessionOnPage>.register.type, status: .created
        ) { call in
            try call.bearer.require(.holdSession)
            let programmes = call.office.programmes.values.filter {
                $0.isJoinedByChoice && $0.runs.contains(call.office.clock.today)
            }
            let id = Identifier<InformationSession>(try call.command)
            let session = try await call.read { form in
                try InformationSession(
                    form, id: id, host: call.actor.organisation, programmes: programmes.map(\.id).sorted())
            }
            try await call.office.hold(session, as: call.actor)
            return APIAnswer(
                Shape<SessionOnPage>.register.json(try await call.office.session(id, as: call.actor)),
                status: .created, headers: [.location: "\(APIPath.root)/sessions/\(id)"])
        }
    }

    private static var callOffSession: Operation {
        Operation(
            method: .delete, path: "/sessions/{session}", id: "callOffSession", summary: "Call a session off",
            about: "Your own organisation's, to which nobody is invited.", section: "Desks",
            parameters: [.path("session", "The session.")], answers: Shape<SessionOnPage>.register.type,
            problems: [.notFound]
        ) { call in
            try call.bearer.require(.holdSession)
            let id = try Identifier<InformationSession>(call.context.parameters.get("session") ?? "")
            try await call.office.callOff(id, as: call.actor)
            return APIAnswer(
                Shape<SessionOnPage>.register.json(try await call.office.session(id, as: call.actor)))
        }
    }

    private static var setOffers: Operation {
        let described = FormDescription { form in _ = Self.offers(form) }
        return Operation(
            method: .put, path: "/advisers/{person}", id: "setOffers", summary: "Say what an adviser can offer",
            section: "Desks", parameters: [.path("person", "An adviser of your organisation.")],
            takes: SchemaType(json: described.schema), answers: Shape<OfferingAdviser>.adviser.type,
            problems: [.notFound]
        ) { call in
            try call.bearer.require(.setOffers)
            let person = try Identifier<Person>(call.context.parameters.get("person") ?? "")
            let offers = try await call.read(offers)
            let adviser = try await call.office.setOffers(offers, of: person, as: call.actor)
            return APIAnswer(Shape<OfferingAdviser>.adviser.json(adviser))
        }
    }

    private static func offers(_ form: FormReader) -> Set<AdviserOffer> {
        Set(
            form.choices("offers", label: "What they can offer", of: AdviserOffer.allCases.map(\.rawValue))
                .compactMap(AdviserOffer.init(rawValue:)))
    }

    private static var enterLine: Operation {
        let described = FormDescription { form in
            _ = try NewClericalLine(
                form, references: ["P-2012/14"], groups: ["work-programme-2011/2"],
                providers: [Identifier<Organisation>(high: 0, low: 0).description],
                until: CalendarDay(number: 1_000_000))
        }
        return Operation(
            method: .post, path: "/paper-files/lines", id: "enterClerical",
            summary: "Enter a payment line from a paper file",
            about: "Once each: the same line again is refused (`clerical.twice`). `group` is `programme/group`.",
            section: "Desks", takes: SchemaType(json: described.schema),
            answers: Shape<ClericalLine>.clerical.type, status: .created
        ) { call in
            try call.bearer.require(.enterClerical)
            let page = try await PaperPage.load(call.visit)
            let line = try await call.office.enterClerical(try await call.read(page.line), as: call.actor)
            return APIAnswer(Shape<ClericalLine>.clerical.json(line), status: .created)
        }
    }

    private static var withdrawLine: Operation {
        let described = FormDescription { form in _ = form.text("key", label: "The line's key", max: 200) }
        return Operation(
            method: .post, path: "/paper-files/lines/withdraw", id: "withdrawClerical",
            summary: "Take out a line that was a mistake", section: "Desks",
            takes: SchemaType(json: described.schema), answers: .list(Shape<PaperFile>.paper.type)
        ) { call in
            try call.bearer.require(.enterClerical)
            let key = try await call.read { form in form.text("key", label: "The line's key", max: 200) }
            try await call.office.withdrawClerical(key, as: call.actor)
            return APIAnswer(Shape<PaperFile>.paper.list(try await call.office.paperFiles(as: call.actor)))
        }
    }
}
