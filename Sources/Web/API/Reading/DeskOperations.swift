import Casework
import HTTPTypes
import Hummingbird
import Kernel
import Office
import Records

extension Operation {
    /// What waits on the desks of one organisation: sessions with their registers, people sent down a chain, requests.
    static var desks: [Operation] {
        [
            Operation(
                method: .get, path: "/sessions", id: "readSessions", summary: "Information sessions",
                about:
                    "Those to come that you can invite to, the soonest first, then those your organisation held lately.",
                section: "Lists", answers: .list(Shape<ListedSession>.session.type)
            ) { call in
                try call.bearer.require(.readSessions)
                let (coming, held) = try await call.office.sessions(as: call.actor)
                return APIAnswer(Shape<ListedSession>.session.list(coming + held))
            },
            Operation(
                method: .get, path: "/sessions/{session}", id: "readSession", summary: "One session and its register",
                section: "Lists", parameters: [.path("session", "The session.")],
                answers: Shape<SessionOnPage>.register.type, problems: [.notFound]
            ) { call in
                try call.bearer.require(.readSessions)
                return APIAnswer(
                    Shape<SessionOnPage>.register.json(
                        try await call.office.session(
                            try Identifier(call.context.parameters.get("session") ?? ""), as: call.actor)))
            },
            Operation(
                method: .get, path: "/chain", id: "readDesk", summary: "Who was sent to you by a provider of a chain",
                about: "Waiting for your answer or for an adviser, the oldest first.", section: "Lists",
                answers: .list(Shape<DeskRow>.desk.type)
            ) { call in
                let organisation = call.actor.organisation
                return APIAnswer(
                    Shape<DeskRow>.desk.list(
                        try await call.list(.readInbox) { try DeskQuery.rows(of: organisation, in: $0) }))
            },
            Operation(
                method: .get, path: "/supply-chain", id: "readSupplyChain",
                summary: "Who works for your organisation, as what and for whom",
                about: "As whoever runs the site set it from a file, with partners of any day.", section: "Lists",
                answers: Shape<SupplyChainRead>.chain.type
            ) { call in
                let organisation = call.actor.organisation
                let read = try await call.list(.readInbox) { connection in
                    SupplyChainRead(
                        chain: try SupplyChainRegister.find(organisation, in: connection),
                        names: try OrganisationRegister.names(in: connection))
                }
                return APIAnswer(Shape<SupplyChainRead>.chain.json(read))
            },
            Operation(
                method: .get, path: "/requests", id: "readRequests",
                summary: "What people asked about records you keep, and wait for", section: "Lists",
                answers: .list(Shape<RequestRow>.waiting.type, atMost: 100)
            ) { call in
                let organisation = call.actor.organisation
                return APIAnswer(
                    Shape<RequestRow>.waiting.list(
                        try await call.list(.readRequests) { try RequestRow.waiting(at: organisation, in: $0) }))
            },
            Operation(
                method: .get, path: "/advisers", id: "readAdvisers",
                summary: "Who advises at your organisation, and what each can offer", section: "Lists",
                answers: .list(Shape<OfferingAdviser>.adviser.type)
            ) { call in
                try call.bearer.require(.readCaseload)
                return APIAnswer(
                    Shape<OfferingAdviser>.adviser.list(try await call.office.advisers(as: call.actor)))
            },
            Operation(
                method: .get, path: "/safety-notices", id: "readSafetyNotices",
                summary: "Safety notices that nobody has ended, the first to be looked at again first",
                about: "For the safeguarding lead: of those whom the organisation keeps or has.",
                section: "Lists", answers: .list(Shape<ListedNotice>.listed.type)
            ) { call in
                try call.bearer.require(.readSafety)
                return APIAnswer(
                    Shape<ListedNotice>.listed.list(try await call.office.safetyNotices(as: call.actor).notices))
            },
            Operation(
                method: .get, path: "/urgent-paths", id: "readUrgentPaths",
                summary: "Who may be in danger and nobody named has taken over, the oldest first",
                about: "For the safeguarding lead: of those whom the organisation keeps or has.",
                section: "Lists", answers: .list(Shape<ListedUrgentPath>.listed.type)
            ) { call in
                try call.bearer.require(.readSafety)
                return APIAnswer(
                    Shape<ListedUrgentPath>.listed.list(try await call.office.safetyNotices(as: call.actor).urgent))
            },
            Operation(
                method: .get, path: "/paper-files", id: "readPaperFiles",
                summary: "The paper files whose named officer you are",
                about: "Of somebody on paper alone nothing stands here but a reference, the area and payment lines.",
                section: "Lists", answers: .list(Shape<PaperFile>.paper.type)
            ) { call in
                try call.bearer.require(.readPaper)
                return APIAnswer(Shape<PaperFile>.paper.list(try await call.office.paperFiles(as: call.actor)))
            },
        ]
    }
}
