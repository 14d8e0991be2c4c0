public import Kernel

extension PlanFact: FactCoding {
    public var kind: String {
        switch self {
        case .goalSet: "plan.goalSet"
        case .goalClosed: "plan.goalClosed"
        case .barrierAdded: "plan.barrierAdded"
        case .barrierShared: "plan.barrierShared"
        case .barriersOrdered: "plan.barriersOrdered"
        case .barrierClosed: "plan.barrierClosed"
        case .actionProposed: "plan.actionProposed"
        case .actionAgreed: "plan.actionAgreed"
        case .actionObjected: "plan.actionObjected"
        case .objectionAnswered: "plan.objectionAnswered"
        case .actionChanged: "plan.actionChanged"
        case .actionDone: "plan.actionDone"
        case .actionMissed: "plan.actionMissed"
        case .actionNoticed: "plan.actionNoticed"
        case .actionDropped: "plan.actionDropped"
        case .actionJoined: "plan.actionJoined"
        case .suggestionRefused: "plan.suggestionRefused"
        case .reviewed: "plan.reviewed"
        case .commitmentAdded: "plan.commitmentAdded"
        case .commitmentEnded: "plan.commitmentEnded"
        case .broughtIn: "plan.broughtIn"
        case .copyGiven: "plan.copyGiven"
        }
    }
    public var version: Int { 1 }

    public var occurred: Occurrence? {
        switch self {
        case .actionDone(_, let day, _, _, _): .day(day)
        case .reviewed(let review, _): .day(review.on)
        default: nil
        }
    }

    public var clear: JSON {
        switch self {
        case .goalSet(let id, let replaces, let source, _):
            .fields([
                "goal": .text(id), "replaces": replaces.map { .text($0) }, "source": source.map { .text($0) },
            ])
        case .goalClosed(let id, let reached, _): ["goal": .text(id), "reached": .bool(reached)]
        case .barrierAdded(let id, let named, _):
            .fields([
                "barrier": .text(id), "code": .string(named.code), "category": .string(named.category.rawValue),
                "first": .bool(named.first), "source": named.source.map { .text($0) },
            ])
        case .barrierShared(let id, let source, _): ["barrier": .text(id), "source": .text(source)]
        case .barriersOrdered(let order): ["order": .array(order.map { .text($0) })]
        case .barrierClosed(let id, _): ["barrier": .text(id)]
        case .actionProposed(let id, let terms, let origin, _):
            .object(
                [.init("action", .text(id))] + terms.members
                    + [
                        origin.source.map { .init("source", .text($0)) },
                        origin.suggestion.map { .init("suggestion", .string($0)) },
                    ].compactMap { $0 })
        case .actionAgreed(let id, let party, let route), .actionObjected(let id, let party, let route, _):
            ["action": .text(id), "party": party.json, "route": .string(route.rawValue)]
        case .objectionAnswered(let id, _), .actionMissed(let id, _): ["action": .text(id)]
        case .actionNoticed(let id, let notice):
            [
                "action": .text(id), "digest": .string(notice.digest), "route": .string(notice.route.rawValue),
                "served": .text(notice.served), "due": .text(notice.due),
            ]
        case .actionChanged(let id, let terms, _): .object([.init("action", .text(id))] + terms.members)
        case .actionDone(let id, let day, let evidence, _, let document):
            .fields([
                "action": .text(id), "on": .text(day), "evidence": .string(evidence.rawValue),
                "document": document.map { .string($0) },
            ])
        case .actionDropped(let id, let reason, _): ["action": .text(id), "reason": .string(reason.rawValue)]
        case .actionJoined(let id, let kept): ["action": .text(id), "into": .text(kept)]
        case .suggestionRefused(let code, let why, _):
            ["suggestion": .string(code), "reason": .string(why.rawValue)]
        case .reviewed(let review, _):
            .fields([
                "on": .text(review.on), "next": .text(review.next), "stream": review.stream.map { .string($0) },
            ])
        case .commitmentAdded(let id, let times, _): .object([.init("commitment", .text(id))] + times.members)
        case .commitmentEnded(let id, let last): ["commitment": .text(id), "last": .text(last)]
        case .broughtIn(let from, let lines): ["from": .text(from), "lines": .int(lines)]
        case .copyGiven(let route): ["route": .string(route.rawValue)]
        }
    }

    public var sealed: SealedPart? {
        switch self {
        case .goalSet(_, _, _, let words), .goalClosed(_, _, let words), .barrierAdded(_, _, let words),
            .barrierClosed(_, let words), .actionObjected(_, _, _, let words),
            .actionDone(_, _, _, let words, _), .actionDropped(_, _, let words), .suggestionRefused(_, _, let words),
            .reviewed(_, let words), .commitmentAdded(_, _, let words), .barrierShared(_, _, let words),
            .objectionAnswered(_, let words), .actionMissed(_, let words):
            words.part(.support)
        case .actionProposed(_, _, let origin, let text):
            text.part(beside: ["again": origin.again, "required": origin.whyRequired])
        case .actionChanged(_, _, let change):
            change.text.part(beside: ["why": change.why, "required": change.whyRequired])
        case .barriersOrdered, .actionAgreed, .actionNoticed, .actionJoined, .commitmentEnded, .broughtIn,
            .copyGiven:
            nil
        }
    }

    public init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        guard version == 1 else { throw JSONFault.unknown(kind, version) }
        func action() throws -> Identifier<PlanAction> { try clear.identifier("action") }
        switch kind {
        case "plan.goalSet":
            self = .goalSet(
                try clear.identifier("goal"), replaces: try clear.optional("replaces", JSON.identifier),
                source: try clear.optional("source", JSON.identifier), try Sealed(sealed))
        case "plan.goalClosed":
            self = .goalClosed(try clear.identifier("goal"), reached: try clear.bool("reached"), try Sealed(sealed))
        case "plan.barrierAdded":
            self = .barrierAdded(
                try clear.identifier("barrier"),
                NamedBarrier(
                    code: try clear.string("code"), category: try clear.coded("category"),
                    first: try clear.bool("first"), source: try clear.optional("source", JSON.identifier)),
                try Sealed(sealed))
        case "plan.barrierShared":
            self = .barrierShared(
                try clear.identifier("barrier"), try clear.identifier("source"), try Sealed(sealed))
        case "plan.barriersOrdered":
            self = .barriersOrdered(try clear.strings("order").map { try Identifier($0) })
        case "plan.barrierClosed": self = .barrierClosed(try clear.identifier("barrier"), try Sealed(sealed))
        case "plan.actionProposed":
            self = .actionProposed(
                try action(), try PlanActionTerms(clear),
                PlanOrigin(
                    source: try clear.optional("source", JSON.identifier),
                    suggestion: try clear.optional("suggestion", JSON.string),
                    again: try Sealed(sealed, beside: "again"),
                    whyRequired: try Sealed(sealed, beside: "required")),
                try Sealed(sealed))
        case "plan.actionAgreed":
            self = .actionAgreed(
                try action(), try PlanParty(clear.required("party", \.string)), try clear.coded("route"))
        case "plan.actionObjected":
            self = .actionObjected(
                try action(), try PlanParty(clear.required("party", \.string)), try clear.coded("route"),
                try Sealed(sealed))
        case "plan.objectionAnswered": self = .objectionAnswered(try action(), try Sealed(sealed))
        case "plan.actionChanged":
            self = .actionChanged(
                try action(), try PlanActionTerms(clear),
                PlanChange(
                    text: try Sealed(sealed), why: try Sealed(sealed, beside: "why"),
                    whyRequired: try Sealed(sealed, beside: "required")))
        case "plan.actionDone":
            self = .actionDone(
                try action(), on: try clear.day("on"), try clear.coded("evidence"), try Sealed(sealed),
                document: try clear.optional("document", JSON.string))
        case "plan.actionMissed": self = .actionMissed(try action(), try Sealed(sealed))
        case "plan.actionNoticed":
            self = .actionNoticed(
                try action(),
                ActionNotice(
                    digest: try clear.string("digest"), route: try clear.coded("route"),
                    served: try clear.day("served"), due: try clear.day("due")))
        case "plan.actionDropped":
            self = .actionDropped(try action(), try clear.coded("reason"), try Sealed(sealed))
        case "plan.actionJoined": self = .actionJoined(try action(), into: try clear.identifier("into"))
        case "plan.suggestionRefused":
            self = .suggestionRefused(try clear.string("suggestion"), try clear.coded("reason"), try Sealed(sealed))
        case "plan.reviewed":
            self = .reviewed(
                PlanReviewTerms(
                    on: try clear.day("on"), next: try clear.day("next"),
                    stream: try clear.optional("stream", JSON.string)),
                try Sealed(sealed))
        case "plan.commitmentAdded":
            self = .commitmentAdded(
                try clear.identifier("commitment"), try CommitmentTimes(clear), try Sealed(sealed))
        case "plan.commitmentEnded":
            self = .commitmentEnded(try clear.identifier("commitment"), last: try clear.day("last"))
        case "plan.broughtIn": self = .broughtIn(from: try clear.identifier("from"), lines: try clear.int("lines"))
        case "plan.copyGiven": self = .copyGiven(try clear.coded("route"))
        default: throw JSONFault.unknown(kind, version)
        }
    }
}

extension Sealed<Words> {
    /// The words, and others that are sealed with them, each under a name of its own.
    func part(beside others: KeyValuePairs<String, Sealed<Words>>) -> SealedPart? {
        value.map { text in
            let beside = others.compactMap { name, words in
                words.value.map { JSON.Member(name, .string($0.text)) }
            }
            return SealedPart(.support, .object([JSON.Member("words", .string(text.text))] + beside))
        }
    }

    /// Words that were sealed beside others, or none.
    init(_ sealed: JSON?, beside name: String) throws {
        let text = try sealed?.optional(name, JSON.string)
        self = text.map { .open(Words($0)) } ?? .shut
    }
}

extension PlanActionTerms {
    fileprivate var members: [JSON.Member] {
        [
            .init("owner", owner.json), barrier.map { .init("barrier", .text($0)) },
            goal.map { .init("goal", .text($0)) }, due.map { .init("due", .text($0)) },
            .init("mandatory", .bool(mandatory)),
        ].compactMap { $0 }
    }

    fileprivate init(_ clear: JSON) throws {
        self.init(
            owner: try PlanOwner(clear.required("owner") { $0 }),
            barrier: try clear.optional("barrier", JSON.identifier),
            goal: try clear.optional("goal", JSON.identifier), due: try clear.optional("due", JSON.day),
            mandatory: try clear.bool("mandatory"))
    }
}

extension PlanOwner {
    fileprivate var json: JSON {
        switch self {
        case .customer: "customer"
        case .adviser(let person, let organisation): ["adviser": .text(person), "organisation": .text(organisation)]
        case .organisation(let organisation): ["organisation": .text(organisation)]
        }
    }

    fileprivate init(_ json: JSON) throws {
        if json.string == "customer" {
            self = .customer
        } else if json["adviser"] != nil {
            self = .adviser(try json.identifier("adviser"), at: try json.identifier("organisation"))
        } else {
            self = .organisation(try json.identifier("organisation"))
        }
    }
}

extension PlanParty {
    fileprivate var json: JSON {
        switch self {
        case .customer: "customer"
        case .organisation(let organisation): .text(organisation)
        }
    }

    fileprivate init(_ text: String) throws {
        self = text == "customer" ? .customer : .organisation(try Identifier(text))
    }
}

extension CommitmentTimes {
    fileprivate var members: [JSON.Member] {
        [
            .init("kind", .string(kind.rawValue)), .init("weekday", .int(weekday.rawValue)), .init("from", .int(from)),
            .init("until", .int(until)), runs.from.map { .init("first", .text($0)) },
            runs.until.map { .init("last", .text($0)) }, every == 1 ? nil : .init("every", .int(every)),
        ].compactMap { $0 }
    }

    fileprivate init(_ clear: JSON) throws {
        self.init(
            unchecked: try clear.coded("kind"),
            weekday: try clear.required("weekday") { $0.int.flatMap(Weekday.init(rawValue:)) },
            from: try clear.int("from"), until: try clear.int("until"),
            runs: DayRange(
                from: try clear.optional("first", JSON.day), until: try clear.optional("last", JSON.day)),
            every: clear["every"]?.int ?? 1)
    }
}
