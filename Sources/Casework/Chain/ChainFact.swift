public import Kernel

/// What happens to a referral on its way from the prime to an adviser, and between those who help (C04, C05).
public enum ChainFact: Sendable, Equatable {
    case passedOn(Identifier<Referral>, Identifier<Hop>, Passing, Sealed<Words>)
    case takenOn(Identifier<Referral>, Identifier<Hop>, adviser: Identifier<Person>?)
    case turnedDown(Identifier<Referral>, Identifier<Hop>, reason: String, Sealed<Words>)
    case takenBack(Identifier<Referral>, Identifier<Hop>)
    case handedOver(Identifier<Referral>, WarmHandover, Sealed<Words>)
    case contactTried(Identifier<Referral>, ContactTry)
    case told(Identifier<Referral>, ToldOfHolder)
    /// The letter that an event recorded did not reach the person.
    case untold(Identifier<Referral>, Identifier<Event<CaseFile>>, NotDelivered)
    /// Whoever has the person keeps them, after another organisation could not take them on.
    case kept(Identifier<Referral>, Identifier<Hop>)
    /// What the person said of a last meeting with both advisers, when their adviser changed.
    case handoverOffered(Identifier<Referral>, HandoverOffer)

    public struct Passing: Sendable, Equatable {
        public let from: Identifier<Organisation>
        public let to: Identifier<Organisation>
        public let part: ChainPart
        public let reason: String
        public let items: [String]

        public init(
            from: Identifier<Organisation>, to: Identifier<Organisation>, part: ChainPart, reason: String,
            items: [String]
        ) {
            self.from = from
            self.to = to
            self.part = part
            self.reason = reason
            self.items = items
        }
    }

    /// The people and organisations it speaks of.
    public var people: [Identifier<Person>] {
        switch self {
        case .takenOn(_, _, let adviser): [adviser].compactMap(\.self)
        case .handedOver(_, let meeting, _): [meeting.from.person, meeting.to.person]
        default: []
        }
    }
    public var organisations: [Identifier<Organisation>] {
        switch self {
        case .passedOn(_, _, let passing, _): [passing.from, passing.to]
        case .handedOver(_, let meeting, _): [meeting.from.organisation, meeting.to.organisation]
        default: []
        }
    }
}

extension ChainFact: FactCoding {
    public var kind: String {
        switch self {
        case .passedOn: "chain.passedOn"
        case .takenOn: "chain.takenOn"
        case .turnedDown: "chain.turnedDown"
        case .takenBack: "chain.takenBack"
        case .handedOver: "chain.handedOver"
        case .contactTried: "chain.contactTried"
        case .told: "chain.told"
        case .untold: "chain.untold"
        case .kept: "chain.kept"
        case .handoverOffered: "chain.handoverOffered"
        }
    }
    public var version: Int { 1 }

    public var occurred: Occurrence? {
        switch self {
        case .handedOver(_, let meeting, _): .day(meeting.on)
        case .contactTried(_, let attempt): .day(attempt.on)
        default: nil
        }
    }

    public var clear: JSON {
        switch self {
        case .passedOn(let id, let hop, let passing, _):
            [
                "referral": .text(id), "hop": .text(hop), "from": .text(passing.from), "to": .text(passing.to),
                "part": .string(passing.part.rawValue), "reason": .string(passing.reason),
                "items": .strings(passing.items),
            ]
        case .takenOn(let id, let hop, let adviser):
            .fields(["referral": .text(id), "hop": .text(hop), "adviser": adviser.map { .text($0) }])
        case .turnedDown(let id, let hop, let reason, _):
            ["referral": .text(id), "hop": .text(hop), "reason": .string(reason)]
        case .takenBack(let id, let hop), .kept(let id, let hop): ["referral": .text(id), "hop": .text(hop)]
        case .handedOver(let id, let meeting, _):
            [
                "referral": .text(id), "from": .text(meeting.from.person), "fromAt": .text(meeting.from.organisation),
                "to": .text(meeting.to.person), "toAt": .text(meeting.to.organisation),
                "mode": .string(meeting.mode.rawValue), "on": .text(meeting.on),
            ]
        case .contactTried(let id, let attempt):
            [
                "referral": .text(id), "route": .string(attempt.route.rawValue), "reached": .bool(attempt.reached),
                "on": .text(attempt.on),
            ]
        case .told(let id, let told):
            .fields([
                "referral": .text(id), "route": .string(told.route.rawValue),
                "digest": told.digest.map { .string($0) },
            ])
        case .untold(let id, let event, let reason):
            ["referral": .text(id), "told": .text(event), "reason": .string(reason.rawValue)]
        case .handoverOffered(let id, let offer):
            ["referral": .text(id), "answer": .string(offer.answer.rawValue), "agreed": .bool(offer.agreed)]
        }
    }

    public var sealed: SealedPart? {
        switch self {
        case .passedOn(_, _, _, let words), .turnedDown(_, _, _, let words), .handedOver(_, _, let words):
            words.part(.support)
        default: nil
        }
    }

    public init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        let id: Identifier<Referral> = try clear.identifier("referral")
        func hop() throws -> Identifier<Hop> { try clear.identifier("hop") }
        switch (kind, version) {
        case ("chain.passedOn", 1):
            self = .passedOn(
                id, try hop(),
                Passing(
                    from: try clear.identifier("from"), to: try clear.identifier("to"), part: try clear.coded("part"),
                    reason: try clear.string("reason"), items: try clear.strings("items")), try Sealed(sealed))
        case ("chain.takenOn", 1):
            self = .takenOn(id, try hop(), adviser: try clear.optional("adviser", JSON.identifier))
        case ("chain.turnedDown", 1):
            self = .turnedDown(id, try hop(), reason: try clear.string("reason"), try Sealed(sealed))
        case ("chain.takenBack", 1): self = .takenBack(id, try hop())
        case ("chain.handedOver", 1):
            self = .handedOver(
                id,
                WarmHandover(
                    from: .init(try clear.identifier("from"), at: try clear.identifier("fromAt")),
                    to: .init(try clear.identifier("to"), at: try clear.identifier("toAt")),
                    mode: try clear.coded("mode"), on: try clear.day("on")), try Sealed(sealed))
        case ("chain.contactTried", 1):
            self = .contactTried(
                id,
                ContactTry(
                    route: try clear.coded("route"), reached: try clear.bool("reached"), on: try clear.day("on")))
        case ("chain.told", 1):
            self = .told(
                id, ToldOfHolder(route: try clear.coded("route"), digest: try clear.optional("digest", JSON.string)))
        case ("chain.untold", 1): self = .untold(id, try clear.identifier("told"), try clear.coded("reason"))
        case ("chain.kept", 1): self = .kept(id, try hop())
        case ("chain.handoverOffered", 1):
            self = .handoverOffered(
                id, HandoverOffer(try clear.coded("answer"), agreed: try clear.bool("agreed")))
        default: throw JSONFault.unknown(kind, version)
        }
    }
}

extension ChainFact {
    var referral: Identifier<Referral> {
        switch self {
        case .passedOn(let id, _, _, _), .takenOn(let id, _, _), .turnedDown(let id, _, _, _), .takenBack(let id, _),
            .handedOver(let id, _, _), .contactTried(let id, _), .told(let id, _), .untold(let id, _, _),
            .kept(let id, _), .handoverOffered(let id, _):
            id
        }
    }
}

extension Referral {
    static func apply(_ fact: ChainFact, _ stamp: EventStamp, to referrals: inout [Referral]) {
        guard let found = referrals.firstIndex(where: { $0.id == fact.referral }) else { return }
        referrals[found].apply(fact, stamp)
    }

    private mutating func apply(_ fact: ChainFact, _ stamp: EventStamp) {
        func answer(_ id: Identifier<Hop>, _ answer: Hop.Answer, in chain: inout ChainRecord) {
            if let found = chain.hops.firstIndex(where: { $0.id == id }) { chain.hops[found].answer = answer }
        }
        switch fact {
        case .passedOn(_, let id, let passing, let words):
            chain.hops.append(
                Hop(
                    id: id, event: stamp, from: passing.from, to: passing.to, part: passing.part,
                    reason: passing.reason, words: words, items: passing.items))
        case .takenOn(_, let id, let adviser):
            answer(id, .takenOn(stamp, adviser: adviser), in: &chain)
            if let adviser, let hop = chain.hops.first(where: { $0.id == id }) {
                assignments.append(
                    Assignment(event: stamp, provider: hop.to, adviser: adviser, reason: hop.reason, byHop: true))
            }
        case .turnedDown(_, let id, let reason, let words):
            answer(id, .turnedDown(stamp, reason: reason, words), in: &chain)
        case .takenBack(_, let id): answer(id, .takenBack(stamp), in: &chain)
        case .handedOver(_, let meeting, let words):
            chain.handovers.append(ChainRecord.Handover(event: stamp, meeting: meeting, words: words))
        case .contactTried(_, let attempt):
            chain.contacts.append(ChainRecord.Contact(event: stamp, attempt: attempt))
        case .told(_, let how): chain.told.append(ChainRecord.Told(event: stamp, how: how))
        case .untold(_, let event, let reason):
            if let found = chain.told.firstIndex(where: { $0.event.id == event }) { chain.told[found].failed = reason }
        case .kept(_, let id):
            if let found = chain.hops.firstIndex(where: { $0.id == id }) { chain.hops[found].kept = stamp }
        case .handoverOffered(_, let offer): chain.offers.append(ChainRecord.Offer(event: stamp, offer: offer))
        }
    }
}
