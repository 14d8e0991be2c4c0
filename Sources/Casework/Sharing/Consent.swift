public import Kernel

/// What a person agreed that one organisation may see, for what, and until when.
public struct Consent: Sendable, Equatable {
    public let id: Identifier<Consent>
    public let terms: ConsentTerms
    /// The last day it holds.
    public let until: CalendarDay
    public let how: ConsentRoute
    /// The packet that it was released with; nil of one that was given by itself.
    public let packet: Identifier<Packet>?
    public let given: EventStamp
    public internal(set) var withdrawn: EventStamp?

    init(
        id: Identifier<Consent>, terms: ConsentTerms, until: CalendarDay, how: ConsentRoute,
        packet: Identifier<Packet>? = nil, given: EventStamp
    ) {
        self.id = id
        self.terms = terms
        self.until = until
        self.how = how
        self.packet = packet
        self.given = given
    }

    /// Whether it opens anything on a day. A withdrawal ends it at once, that day included.
    public func holds(on day: CalendarDay) -> Bool { withdrawn == nil && given.recorded.day <= day && day <= until }
}

/// Whom the person is asked about, what they would see, and for what.
public struct ConsentTerms: Sendable, Equatable {
    public let recipient: Identifier<Organisation>
    /// In the order in which categories are declared, each once.
    public let categories: [Category]
    /// The purpose, by its code in the sharing matrix.
    public let purpose: String

    public init(recipient: Identifier<Organisation>, categories: some Sequence<Category>, purpose: String) {
        let asked = Set(categories)
        self.recipient = recipient
        self.categories = Category.allCases.filter(asked.contains)
        self.purpose = purpose
    }
}

/// How the person told us.
public enum ConsentRoute: String, Sendable, CaseIterable {
    case online
    case inPerson = "in-person"
    case byPhone = "by-phone"
    case signed

    public var title: String {
        switch self {
        case .online: "By themselves, online"
        case .inPerson: "In person"
        case .byPhone: "By phone"
        case .signed: "On a signed form"
        }
    }
}

/// A question to the person that waits for their answer, or had it.
public struct ConsentRequest: Sendable, Equatable {
    public enum Answer: Sendable, Equatable { case agreed, refused }

    public let id: Identifier<ConsentRequest>
    public let terms: ConsentTerms
    /// Why it is asked, in the asker's words.
    public let why: Sealed<Words>
    public let asked: EventStamp
    public internal(set) var answer: Answer?
    public internal(set) var answered: EventStamp?
    /// What they said yes to, in the order in which categories are declared; it may be less than was asked.
    public internal(set) var agreed: [Category] = []

    /// What was asked about and they said no to; nothing while the question waits.
    public var declined: [Category] { answer == nil ? [] : terms.categories.filter { !agreed.contains($0) } }
}

/// Everything a person was asked about sharing, and what they said.
public struct Consents: Sendable, Equatable {
    public private(set) var given: [Consent] = []
    public private(set) var requests: [ConsentRequest] = []

    public init() {}

    public mutating func apply(_ fact: SharingFact, _ stamp: EventStamp) {
        switch fact {
        case .asked(let id, let terms, let why):
            requests.append(ConsentRequest(id: id, terms: terms, why: why, asked: stamp))
        case .consented(let id, let terms, let until, let how, let request, let packet):
            given.append(Consent(id: id, terms: terms, until: until, how: how, packet: packet, given: stamp))
            answer(request, .agreed, terms.categories, stamp)
        case .refused(let request, _): answer(request, .refused, [], stamp)
        case .withdrawn(let id, _):
            if let found = given.firstIndex(where: { $0.id == id }) { given[found].withdrawn = stamp }
        }
    }

    private mutating func answer(
        _ id: Identifier<ConsentRequest>?, _ answer: ConsentRequest.Answer, _ agreed: [Category], _ stamp: EventStamp
    ) {
        guard let id, let found = requests.firstIndex(where: { $0.id == id }) else { return }
        requests[found].answer = answer
        requests[found].agreed = agreed
        requests[found].answered = stamp
    }

    /// What holds on a day for one organisation.
    public func holding(for organisation: Identifier<Organisation>, on day: CalendarDay) -> [Consent] {
        given.filter { $0.terms.recipient == organisation && $0.holds(on: day) }
    }

    /// Everything that holds on a day, and what waits for an answer.
    public func holding(on day: CalendarDay) -> [Consent] { given.filter { $0.holds(on: day) } }
    /// What was released in packets: each is an application to one service.
    public var released: [Consent] { given.filter { $0.packet != nil } }
    public var waiting: [ConsentRequest] { requests.filter { $0.answer == nil } }
    /// The questions to which the answer was no, or yes to only some of what was asked, the latest first.
    public var declined: [ConsentRequest] { requests.filter { !$0.declined.isEmpty }.reversed() }
}
