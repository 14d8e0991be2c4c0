public import Kernel

public enum ReferralFact: Sendable, Equatable {
    /// What was explained before the referral, what was given in writing, and the person's choices (C01).
    case interviewRecorded(programme: String, explained: [String], inWriting: Bool, withheld: [String], Sealed<Words>)
    case made(Made, Sealed<ClaimAnswers>)
    case allocated(Identifier<Referral>, Allocated)
    /// With how complete it was; nil where that was not counted yet, or where nothing may be both sent and read.
    case transmitted(Identifier<Referral>, items: [String], withheld: [String], score: ReferralScore? = nil)
    case acknowledged(Identifier<Referral>)
    /// The provider asked for longer to query it, having reached nobody.
    case queryExtended(Identifier<Referral>, Sealed<Words>)
    case queried(Identifier<Referral>, reason: String, Sealed<Words>)
    case queryAnswered(Identifier<Referral>, upheld: Bool, Sealed<Words>)
    /// Whoever has the person asks the sender for what is missing.
    case detailsAsked(Identifier<Referral>, [ReferralItem], Sealed<Words>)
    case detailsAnswered(Identifier<Referral>, Sealed<Words>)
    /// What came is enough for whoever has the person to begin with.
    case detailsEnough(Identifier<Referral>)
    /// Whether taking part is required from a day on, with why.
    case statusStated(Identifier<Referral>, Basis, from: CalendarDay, Sealed<Words>)
    case assigned(Identifier<Referral>, Identifier<Organisation>, Identifier<Person>)
    case adviserChanged(
        Identifier<Referral>, Identifier<Organisation>, Identifier<Person>, reason: String, Sealed<Words>)
    case attached(Identifier<Referral>, on: CalendarDay, until: CalendarDay)
    case exited(Identifier<Referral>, ExitReason, on: CalendarDay, Sealed<Words>)
    case returned(Identifier<Referral>, on: CalendarDay)
    case handedBack(Identifier<Referral>, Sealed<Words>)
    /// Whoever keeps the record read the summary.
    case handBackRead(Identifier<Referral>)
    /// The person was told that the programme ended, or that what was recorded of its end was a mistake.
    case toldOfEnd(Identifier<Referral>, ToldOfHolder)
    /// The letter that an event recorded did not reach the person.
    case untoldOfEnd(Identifier<Referral>, Identifier<Event<CaseFile>>, NotDelivered)
    /// An entry about the end was made in error, and counts as if it had not been.
    case entryWithdrawn(Identifier<Referral>, EndEntry, Identifier<Event<CaseFile>>, Sealed<Words>)

    public struct Made: Sendable, Equatable {
        public let referral: Identifier<Referral>
        public let programme: String
        public let group: String
        public let basis: Basis
        public let on: CalendarDay
        public let area: Identifier<Area>
        public let nation: Nation

        public init(
            referral: Identifier<Referral>, programme: String, group: String, basis: Basis, on: CalendarDay,
            area: Identifier<Area>, nation: Nation
        ) {
            self.referral = referral
            self.programme = programme
            self.group = group
            self.basis = basis
            self.on = on
            self.area = area
            self.nation = nation
        }
    }

    public struct Allocated: Sendable, Equatable {
        public let draw: Int
        public let value: DrawValue
        public let provider: Identifier<Organisation>
        public let followed: Bool

        public init(draw: Int, value: DrawValue, provider: Identifier<Organisation>, followed: Bool) {
            self.draw = draw
            self.value = value
            self.provider = provider
            self.followed = followed
        }
    }
}

/// What was said of a claim when eligibility was judged: kept sealed, because some of it is about health or custody.
public struct ClaimAnswers: Sendable, Equatable {
    public let benefit: String
    public let since: CalendarDay
    public let circumstances: [String]

    public init(benefit: String, since: CalendarDay, circumstances: [String]) {
        self.benefit = benefit
        self.since = since
        self.circumstances = circumstances
    }

    var json: JSON {
        [
            "benefit": .string(benefit), "since": .text(since),
            "circumstances": .array(circumstances.map { .string($0) }),
        ]
    }

    init(_ json: JSON) throws {
        self.init(
            benefit: try json.string("benefit"), since: try json.day("since"),
            circumstances: try json.array("circumstances").compactMap(\.string))
    }
}

extension ReferralFact: FactCoding {
    public var kind: String {
        switch self {
        case .interviewRecorded: "referral.interviewRecorded"
        case .made: "referral.made"
        case .allocated: "referral.allocated"
        case .transmitted: "referral.transmitted"
        case .acknowledged: "referral.acknowledged"
        case .queryExtended: "referral.queryExtended"
        case .queried: "referral.queried"
        case .queryAnswered: "referral.queryAnswered"
        case .detailsAsked: "referral.detailsAsked"
        case .detailsAnswered: "referral.detailsAnswered"
        case .detailsEnough: "referral.detailsEnough"
        case .statusStated: "referral.statusStated"
        case .assigned: "referral.assigned"
        case .adviserChanged: "referral.adviserChanged"
        case .attached: "referral.attached"
        case .exited: "referral.exited"
        case .returned: "referral.returned"
        case .handedBack: "referral.handedBack"
        case .handBackRead: "referral.handBackRead"
        case .toldOfEnd: "referral.toldOfEnd"
        case .untoldOfEnd: "referral.untoldOfEnd"
        case .entryWithdrawn: "referral.entryWithdrawn"
        }
    }
    public var version: Int { 1 }

    public var occurred: Occurrence? {
        switch self {
        case .made(let made, _): .day(made.on)
        case .attached(_, let day, _), .exited(_, _, let day, _), .returned(_, let day),
            .statusStated(_, _, let day, _):
            .day(day)
        default: nil
        }
    }

    public var clear: JSON {
        switch self {
        case .interviewRecorded(let programme, let explained, let inWriting, let withheld, _):
            [
                "programme": .string(programme), "explained": .strings(explained), "inWriting": .bool(inWriting),
                "withheld": .strings(withheld),
            ]
        case .made(let made, _):
            [
                "referral": .text(made.referral), "programme": .string(made.programme), "group": .string(made.group),
                "basis": .string(made.basis.rawValue), "on": .text(made.on), "area": .text(made.area),
                "nation": .string(made.nation.rawValue),
            ]
        case .allocated(let id, let allocated):
            [
                "referral": .text(id), "draw": .int(allocated.draw), "value": .text(allocated.value),
                "provider": .text(allocated.provider), "followed": .bool(allocated.followed),
            ]
        case .transmitted(let id, let items, let withheld, let score):
            .fields([
                "referral": .text(id), "items": .strings(items), "withheld": .strings(withheld),
                "held": score.map { .int($0.held) }, "of": score.map { .int($0.of) },
            ])
        case .acknowledged(let id), .queryExtended(let id, _), .detailsAnswered(let id, _), .detailsEnough(let id):
            ["referral": .text(id)]
        case .detailsAsked(let id, let items, _):
            ["referral": .text(id), "items": .strings(items.map(\.rawValue))]
        case .queried(let id, let reason, _): ["referral": .text(id), "reason": .string(reason)]
        case .queryAnswered(let id, let upheld, _): ["referral": .text(id), "upheld": .bool(upheld)]
        case .statusStated(let id, let basis, let from, _):
            ["referral": .text(id), "basis": .string(basis.rawValue), "from": .text(from)]
        case .assigned(let id, let provider, let adviser):
            ["referral": .text(id), "provider": .text(provider), "adviser": .text(adviser)]
        case .adviserChanged(let id, let provider, let adviser, let reason, _):
            [
                "referral": .text(id), "provider": .text(provider), "adviser": .text(adviser),
                "reason": .string(reason),
            ]
        case .attached(let id, let day, let until):
            ["referral": .text(id), "on": .text(day), "until": .text(until)]
        case .exited(let id, let reason, let day, _):
            ["referral": .text(id), "reason": .string(reason.rawValue), "on": .text(day)]
        case .returned(let id, let day): ["referral": .text(id), "on": .text(day)]
        case .handedBack(let id, _), .handBackRead(let id): ["referral": .text(id)]
        case .toldOfEnd(let id, let told):
            .fields([
                "referral": .text(id), "route": .string(told.route.rawValue),
                "digest": told.digest.map { .string($0) },
            ])
        case .untoldOfEnd(let id, let event, let reason):
            ["referral": .text(id), "told": .text(event), "reason": .string(reason.rawValue)]
        case .entryWithdrawn(let id, let entry, let event, _):
            ["referral": .text(id), "entry": .string(entry.rawValue), "withdraws": .text(event)]
        }
    }

    public var sealed: SealedPart? {
        switch self {
        case .made(_, let answers): answers.value.map { SealedPart(.support, $0.json) }
        case .interviewRecorded(_, _, _, _, let words), .queried(_, _, let words), .queryAnswered(_, _, let words),
            .detailsAsked(_, _, let words), .detailsAnswered(_, let words), .statusStated(_, _, _, let words),
            .queryExtended(_, let words),
            .adviserChanged(_, _, _, _, let words), .exited(_, _, _, let words), .handedBack(_, let words),
            .entryWithdrawn(_, _, _, let words):
            words.part(.support)
        default: nil
        }
    }

    public init(kind: String, version: Int, clear: JSON, sealed: JSON?) throws {
        func referral() throws -> Identifier<Referral> { try clear.identifier("referral") }
        switch (kind, version) {
        case ("referral.interviewRecorded", 1):
            self = .interviewRecorded(
                programme: try clear.string("programme"), explained: try clear.strings("explained"),
                inWriting: try clear.bool("inWriting"), withheld: try clear.strings("withheld"), try Sealed(sealed))
        case ("referral.made", 1):
            self = .made(
                Made(
                    referral: try referral(), programme: try clear.string("programme"),
                    group: try clear.string("group"), basis: try clear.coded("basis"), on: try clear.day("on"),
                    area: try clear.identifier("area"), nation: try clear.coded("nation")),
                try sealed.opened(ClaimAnswers.init))
        case ("referral.allocated", 1):
            self = .allocated(
                try referral(),
                Allocated(
                    draw: try clear.int("draw"), value: try DrawValue(clear.string("value")),
                    provider: try clear.identifier("provider"), followed: try clear.bool("followed")))
        case ("referral.transmitted", 1):
            let held = try clear.optional("held", JSON.int)
            self = .transmitted(
                try referral(), items: try clear.strings("items"), withheld: try clear.strings("withheld"),
                score: try held.map { ReferralScore(held: $0, of: try clear.int("of")) })
        case ("referral.acknowledged", 1): self = .acknowledged(try referral())
        case ("referral.queryExtended", 1): self = .queryExtended(try referral(), try Sealed(sealed))
        case ("referral.queried", 1):
            self = .queried(try referral(), reason: try clear.string("reason"), try Sealed(sealed))
        case ("referral.queryAnswered", 1):
            self = .queryAnswered(try referral(), upheld: try clear.bool("upheld"), try Sealed(sealed))
        case ("referral.detailsAsked", 1):
            let items = try clear.strings("items").map { code throws -> ReferralItem in
                guard let item = ReferralItem(rawValue: code) else {
                    throw JSONFault("what was asked of a referral names “\(code)”, which this program does not know")
                }
                return item
            }
            self = .detailsAsked(try referral(), items, try Sealed(sealed))
        case ("referral.detailsAnswered", 1): self = .detailsAnswered(try referral(), try Sealed(sealed))
        case ("referral.detailsEnough", 1): self = .detailsEnough(try referral())
        case ("referral.statusStated", 1):
            self = .statusStated(
                try referral(), try clear.coded("basis"), from: try clear.day("from"), try Sealed(sealed))
        case ("referral.assigned", 1):
            self = .assigned(try referral(), try clear.identifier("provider"), try clear.identifier("adviser"))
        case ("referral.adviserChanged", 1):
            self = .adviserChanged(
                try referral(), try clear.identifier("provider"), try clear.identifier("adviser"),
                reason: try clear.string("reason"), try Sealed(sealed))
        case ("referral.attached", 1):
            self = .attached(try referral(), on: try clear.day("on"), until: try clear.day("until"))
        case ("referral.exited", 1):
            self = .exited(
                try referral(), try clear.coded("reason"), on: try clear.day("on"), try Sealed(sealed))
        case ("referral.returned", 1): self = .returned(try referral(), on: try clear.day("on"))
        case ("referral.handedBack", 1): self = .handedBack(try referral(), try Sealed(sealed))
        case ("referral.handBackRead", 1): self = .handBackRead(try referral())
        case ("referral.toldOfEnd", 1):
            self = .toldOfEnd(
                try referral(),
                ToldOfHolder(route: try clear.coded("route"), digest: try clear.optional("digest", JSON.string)))
        case ("referral.untoldOfEnd", 1):
            self = .untoldOfEnd(try referral(), try clear.identifier("told"), try clear.coded("reason"))
        case ("referral.entryWithdrawn", 1):
            self = .entryWithdrawn(
                try referral(), try clear.coded("entry"), try clear.identifier("withdraws"), try Sealed(sealed))
        default: throw JSONFault.unknown(kind, version)
        }
    }
}
