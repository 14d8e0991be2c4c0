import Casework
import HTTPTypes
import Kernel
import Office
import Records

extension Operation {
    /// Lists of customers and of what is due.
    static var lists: [Operation] {
        [
            Operation(
                method: .get, path: "/me", id: "readMe", summary: "Whom the token acts as", section: "Begin here",
                answers: Shape<Bearer>.bearer.type, tokens: .all
            ) { call in APIAnswer(Shape<Bearer>.bearer.json(call.bearer)) },
            Operation(
                method: .get, path: "/customers", id: "findCustomers", summary: "Find customers",
                about:
                    "By one of the three, 20 at most. Whoever may not register people finds only those they have a tie to.",
                section: "Lists",
                parameters: [
                    .query("name", "The start of a name, either order.", .text),
                    .query("born", "A birth date.", .day),
                    .query("number", "A national insurance number.", .text),
                ], answers: .list(Shape<IdentityRegister.Entry>.found.type, atMost: 20)
            ) { call in
                try call.bearer.require(.findCustomer)
                return APIAnswer(
                    Shape<IdentityRegister.Entry>.found.list(
                        try await call.office.find(try search(call), as: call.actor).prefix(20)))
            },
            Operation(
                method: .get, path: "/caseload", id: "readCaseload", summary: "The customers in your reach",
                section: "Lists",
                parameters: [
                    .query("name", "The start of a name; the family name, where the list is not one adviser's.", .text),
                    .query("state", "Those who stand so alone.", .coded(CaseloadState.self)),
                    .query("sort", "By the next appointment unless given.", .coded(CaseloadQuery.Sort.self)),
                    .query("order", "`down` for the last first.", .coded(["up", "down"])), .whose, .at, .limit,
                ], answers: Shape<ListAnswer<CaseloadLine>>.page(of: .caseloadRow).type
            ) { call in
                let (actor, limit, at) = (call.actor, call.limit, try call.query("at").map { try Cursor($0) })
                let (name, down) = (call.query("name"), call.query("order") == "down")
                let reader = call.office.listReader(actor)
                let state = call.query("state").flatMap(CaseloadState.init(rawValue:))
                let sort = call.query("sort").flatMap(CaseloadQuery.Sort.init(rawValue:)) ?? .nextAppointment
                let (office, asked) = (call.office, call.query(TeamLists.name))
                let answer = try await call.list(.readCaseload) { connection in
                    let lists = try TeamLists(actor, asked: asked, in: connection)
                    let scope = try CaseloadQuery.Scope(actor, for: reader, lists: lists, in: connection)
                    let page = try CaseloadQuery(
                        scope, for: reader, state: state, sort: sort, descending: down, search: name, after: at,
                        limit: limit
                    ).page(in: connection)
                    return ListAnswer(
                        page, try office.talks(of: page.rows, on: lists, of: scope, as: actor, in: connection),
                        in: scope)
                }
                return APIAnswer(Shape<ListAnswer<CaseloadLine>>.page(of: .caseloadRow).json(answer))
            },
            Operation(
                method: .get, path: "/today", id: "readToday", summary: "Your day: who comes, and what waits for whom",
                section: "Lists", parameters: [.whose, .at], answers: Shape<TodayPage>.today.type
            ) { call in
                try call.bearer.require(.readCaseload)
                return APIAnswer(Shape<TodayPage>.today.json(try await TodayPage.load(call.visit)))
            },
            Operation(
                method: .get, path: "/shared", id: "readShared",
                summary: "Who lets your organisation see something by their own choice",
                about: "Whoever shared last first, 50 at a time. Whoever stops is gone at once.", section: "Lists",
                parameters: [.at], answers: Shape<ListAnswer<SharedPage.Item>>.page(of: .sharedItem).type
            ) { call in
                try call.bearer.require(.readCaseload)
                let page = try await SharedPage.load(call.visit)
                return APIAnswer(
                    Shape<ListAnswer<SharedPage.Item>>.page(of: .sharedItem).json(
                        ListAnswer(
                            rows: page.items, next: page.next?.description, previous: page.previous?.description)))
            },
            Operation(
                method: .get, path: "/inbox", id: "readInbox", summary: "Referrals to acknowledge or to assign",
                section: "Lists", parameters: [.at, .limit],
                answers: Shape<ListAnswer<CaseloadLine>>.page(of: .caseloadRow).type
            ) { call in
                let (actor, limit, at) = (call.actor, call.limit, try call.query("at").map { try Cursor($0) })
                let page = try await call.list(.readInbox) { connection in
                    try InboxQuery(actor.organisation, after: at, limit: limit).page(in: connection)
                }
                return APIAnswer(
                    Shape<ListAnswer<CaseloadLine>>.page(of: .caseloadRow).json(ListAnswer(page, [:], in: nil)))
            },
            Operation(
                method: .get, path: "/payments", id: "readPayments", summary: "Lines that fell due",
                about: "The last twelve months unless a period is given. No names.", section: "Lists",
                parameters: [
                    .query("from", "The first day.", .day), .query("until", "The last day.", .day),
                    .query("kind", "One kind alone.", .coded(LineKind.self)), .at, .limit,
                ], answers: Shape<ListAnswer<DueLineRow>>.page(of: .dueLine).type
            ) { call in try await payments(call) },
            Operation(
                method: .get, path: "/payments/line", id: "readLine",
                summary: "One payment, opened down to the weeks and the events that prove it", section: "Lists",
                parameters: [.query("key", "The line, as a list names it.", .text).needed],
                answers: Shape<LinePage>.opened.type, problems: [.notFound]
            ) { call in
                try call.bearer.require(.readProof)
                return APIAnswer(Shape<LinePage>.opened.json(try await LinePage.load(call.visit)))
            },
        ]
    }

    private static func search(_ call: APICall) throws -> IdentityRegister.Search {
        let given = ["name", "born", "number"].compactMap { name in call.query(name).map { (name, $0) } }
        guard given.count == 1, let (name, value) = given.first else {
            throw Refusal("search.one", "Search by one of name, born and number.")
        }
        switch name {
        case "born": return .born(try Parameter.day(value, "born"))
        case "number":
            do throws(Refusal) { return .number(try NationalInsuranceNumber(value)) } catch {
                throw error.about("number")
            }
        default: return .name(value)
        }
    }

    private static func payments(_ call: APICall) async throws -> APIAnswer {
        let (actor, today, limit) = (call.actor, call.office.clock.today, call.limit)
        let at = try call.query("at").map { try Cursor($0) }
        let until = try call.query("until").map { try Parameter.day($0, "until") } ?? today
        let from =
            try call.query("from").map { try Parameter.day($0, "from") } ?? until.adding(years: -1).adding(days: 1)
        guard from <= until else {
            throw Refusal("payments.period", "The last day is before the first. Change one of them.", field: "until")
        }
        let kind = call.query("kind").flatMap(LineKind.init(rawValue:))
        let page = try await call.list(.readPayments) { connection in
            // A line may be known before its day; it is due on it and not before.
            try DueLinesQuery(
                DueLinesQuery.Scope(actor, in: connection), from: from, to: min(until, today), kind: kind, after: at,
                limit: limit
            ).page(in: connection)
        }
        return APIAnswer(Shape<ListAnswer<DueLineRow>>.page(of: .dueLine).json(ListAnswer(page)))
    }
}

extension ListAnswer {
    fileprivate init(_ page: Records.Page<Row>) {
        self.init(rows: page.rows, next: page.next?.description, previous: page.previous?.description)
    }
}

extension ListAnswer<CaseloadLine> {
    fileprivate init(
        _ page: Records.Page<CaseloadRow>, _ talks: [Identifier<CaseFile>: LastTalk], in scope: CaseloadQuery.Scope?
    ) {
        self.init(
            rows: page.rows.map { row in
                CaseloadLine(row: row, talk: talks[row.subject], lead: scope.map { row.leads(in: $0) } ?? row.adviser)
            }, next: page.next?.description,
            previous: page.previous?.description)
    }
}

extension Operation.Parameter {
    /// Whose customers: an adviser of a shared team has two lists, somebody where records are kept three.
    fileprivate static var whose: Self {
        .query(
            TeamLists.name,
            "`\(TeamLists.team)` for everybody of your organisation, where it shares its people as one team; else those you lead. Where records are kept, `\(TeamLists.mine)` for those you lead and `\(TeamLists.nobodys)` for those whom nobody leads; else everybody.",
            .coded(TeamLists.choices))
    }
}

extension Shape where Value == Bearer {
    static var bearer: Shape {
        Shape(
            "Me",
            [
                Member("person", .reference) { .text($0.signedIn.author.person) },
                Member("name", .text) { .string($0.signedIn.name) },
                Member("organisation", .reference) { .text($0.signedIn.author.organisation) },
                Member("organisation-name", .text) { .string($0.signedIn.organisation) },
                Member("role", .coded(Role.self)) { .string($0.signedIn.author.role.rawValue) },
                Member("case", .reference, optional: true, "The record that a customer’s own token is for.") {
                    .text(of: $0.signedIn.ownPage?.subject)
                },
                Member(
                    "last-here", .moment, optional: true,
                    "With a customer’s own token: when they last looked before it was made; left out the first time."
                ) { .text(of: $0.signedIn.ownPage?.lastHere) },
                Member("token", .text, "What the token is called.") { .string($0.token.name) },
                Member("scopes", .list(.text)) { .array($0.scopes.map(\.code).sorted().map { .string($0) }) },
                Member("expires", .moment) { .text($0.token.expires) },
            ])
    }
}
