public import Kernel

/// What whoever meets somebody should do so that everybody is safe, until a review day (K-003, K-016, K-018).
///
/// It says what to do and never what happened or why. After its review day it says nothing.
public struct SafetyNotice: Sendable, Equatable {
    public let id: Identifier<SafetyNotice>
    public let raised: EventStamp
    public let terms: Sealed<SafetyTerms>
    /// The last day it holds.
    public internal(set) var review: CalendarDay
    /// Whether the safeguarding lead keeps it from the person's own page and copy.
    public internal(set) var hidden: Bool
    public internal(set) var ended: EventStamp?

    public func holds(on day: CalendarDay) -> Bool { ended == nil && day <= review }
}

/// What a notice asks for, and a few words where that is not enough.
public struct SafetyTerms: Sendable, Equatable {
    /// In the order in which they are declared, each once.
    public let asks: [SafetyAsk]
    public let words: Words?

    public init(asks: some Sequence<SafetyAsk>, words: Words? = nil) {
        let all = Set(asks)
        self.asks = SafetyAsk.allCases.filter(all.contains)
        self.words = words
    }

    var json: JSON {
        .fields(["asks": .strings(asks.map(\.rawValue)), "words": words.map { .string($0.text) }])
    }

    init(_ json: JSON) throws {
        self.init(
            asks: try json.strings("asks").compactMap(SafetyAsk.init(rawValue:)),
            words: try json.optional("words", JSON.string).map { Words($0) })
    }
}

/// What may be asked of whoever meets somebody.
public enum SafetyAsk: String, Sendable, Hashable, CaseIterable {
    case twoPeople = "two-people"
    case privateRoom = "private-room"
    case atTheOffice = "at-the-office"

    public var title: String {
        switch self {
        case .twoPeople: "Two of you meet them"
        case .privateRoom: "Meet in a private room"
        case .atTheOffice: "Meet at the office, and nowhere else"
        }
    }

    /// What an adviser has to offer for it; nil where every adviser can do it.
    public var offer: AdviserOffer? {
        switch self {
        case .twoPeople: .twoPeople
        case .privateRoom: .privateRoom
        case .atTheOffice: nil
        }
    }
}

/// What an adviser can offer, as they and their manager say. It is matched with what somebody needs; nobody is told why.
public enum AdviserOffer: String, Sendable, Hashable, CaseIterable {
    case twoPeople = "two-people"
    case privateRoom = "private-room"
    case woman, man

    public var title: String {
        switch self {
        case .twoPeople: "Can meet people together with a colleague"
        case .privateRoom: "Has a private room"
        case .woman: "Is a woman, and says so"
        case .man: "Is a man, and says so"
        }
    }
}

/// Whom somebody would rather see, in their own word and for no reason anybody asks.
public enum AdviserWish: String, Sendable, Hashable, CaseIterable {
    case woman, man, either

    public var title: String {
        switch self {
        case .woman: "A woman"
        case .man: "A man"
        case .either: "Either"
        }
    }

    public var offer: AdviserOffer? {
        switch self {
        case .woman: .woman
        case .man: .man
        case .either: nil
        }
    }
}

/// Everything that keeps somebody, and whoever meets them, safe.
public struct Safety: Sendable, Equatable {
    public private(set) var notices: [SafetyNotice] = []
    /// What they would rather, and since when; nil when they never said.
    public private(set) var wish: Sealed<AdviserWish>?
    /// The times that they may have been in danger, in order (K-019).
    public private(set) var urgent: [UrgentPath] = []

    public init() {}

    public mutating func apply(_ fact: SafetyFact, _ stamp: EventStamp) {
        func change(_ id: Identifier<SafetyNotice>, _ body: (inout SafetyNotice) -> Void) {
            if let found = notices.firstIndex(where: { $0.id == id }) { body(&notices[found]) }
        }
        func change(path id: Identifier<SafetyNotice>, _ body: (inout UrgentPath) -> Void) {
            if let found = urgent.firstIndex(where: { $0.id == id }) { body(&urgent[found]) }
        }
        switch fact {
        case .raised(let id, let review, let hidden, let terms):
            notices.append(SafetyNotice(id: id, raised: stamp, terms: terms, review: review, hidden: hidden))
        case .reviewed(let id, let review): change(id) { $0.review = review }
        case .hidden(let id, let hidden):
            change(id) { $0.hidden = hidden }
            change(path: id) { $0.hidden = hidden }
        case .ended(let id): change(id) { $0.ended = stamp }
        case .wished(let wish): self.wish = wish
        case .urgentOpened(let id, let terms): urgent.append(UrgentPath(id: id, opened: stamp, terms: terms))
        case .urgentHandedOver(let id, let terms):
            change(path: id) { $0.handedOver = UrgentPath.Handover(event: stamp, terms: terms) }
        }
    }

    public func holding(on day: CalendarDay) -> [SafetyNotice] { notices.filter { $0.holds(on: day) } }

    /// The last review day of all notices: until then they may be asked about (M-060). nil where there was an urgent path,
    /// which has no such day: what is sealed with it is kept for the years of its class (ours).
    public var lastReview: CalendarDay? { urgent.isEmpty ? notices.map(\.review).max() : nil }

    /// Whether anything in particular is asked of an adviser on a day, by a notice or by a wish.
    public func asksAnything(on day: CalendarDay) -> Bool { wish?.value?.offer != nil || !asked(on: day).isEmpty }

    /// What an adviser whom they are given has to offer. What a notice asks always counts; a wish counts where anybody
    /// at the organisation could meet it: it never leaves a person with no adviser at all (ours).
    /// - Parameter organisation: what anybody who could be their adviser there can offer.
    public func needs(on day: CalendarDay, at organisation: Set<AdviserOffer>) -> Set<AdviserOffer> {
        asked(on: day).union(wished(at: organisation))
    }

    /// What whoever holds one meeting has to offer. Notices say how to be in a room with somebody, so by phone or video
    /// they ask nothing (K-017, K-018). A wish counts where anybody at the office could meet it: it never leaves a person
    /// with no meeting at all (ours).
    /// - Parameter office: what anybody who advises there can offer.
    public func needs(
        on day: CalendarDay, meeting mode: ContactMode, at office: Set<AdviserOffer>
    ) -> Set<AdviserOffer> {
        (mode.isInPerson ? asked(on: day) : []).union(wished(at: office))
    }

    private func wished(at office: Set<AdviserOffer>) -> Set<AdviserOffer> {
        guard let offer = wish?.value?.offer, office.contains(offer) else { return [] }
        return [offer]
    }

    private func asked(on day: CalendarDay) -> Set<AdviserOffer> {
        Set(holding(on: day).flatMap { $0.terms.value?.asks ?? [] }.compactMap(\.offer))
    }

    /// - Refuses: a notice that is not there or has ended.
    func open(_ id: Identifier<SafetyNotice>) throws(Refusal) -> SafetyNotice {
        guard let found = notices.first(where: { $0.id == id }), found.ended == nil else {
            throw Refusal("safety.none", "This notice is not there, or has ended.")
        }
        return found
    }

    /// Whether the person is not shown a notice or an urgent path.
    /// - Refuses: what is not there, and a notice that has ended.
    func isHidden(_ id: Identifier<SafetyNotice>) throws(Refusal) -> Bool {
        if let path = urgent.first(where: { $0.id == id }) { return path.hidden }
        return try open(id).hidden
    }

    /// Without what the person themselves is not shown.
    var forThePerson: Safety {
        var copy = self
        copy.notices.removeAll(where: \.hidden)
        copy.urgent.removeAll(where: \.hidden)
        return copy
    }
}

extension CaseFile {
    /// Whether somebody meets the person: as their adviser, or at an appointment or an information session that they run
    /// and that is still to come, today's included. One that is past opens nothing, whether or not its outcome was
    /// recorded.
    public func meets(_ person: Identifier<Person>, on day: CalendarDay) -> Bool {
        let isAdviser = referrals.contains {
            $0.withdrawn == nil && !$0.isOver(on: day) && $0.holdings.last?.adviser == person
        }
        return isAdviser || joining.isRun(by: person, on: day)
            || appointments.contains {
                $0.outcome == nil && $0.slot.day >= day && $0.adviser == person
            }
    }
}
