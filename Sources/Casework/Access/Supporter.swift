public import Kernel

/// Somebody a person chose to act for them, within limits and until a day.
public struct Supporter: Sendable, Equatable {
    public let id: Identifier<Supporter>
    public let named: EventStamp
    public let terms: SupporterTerms
    public let how: ConsentRoute
    public let details: Sealed<SupporterDetails>
    public internal(set) var ended: EventStamp?

    /// As whom they sign in and what they do is recorded.
    public var person: Identifier<Person> { Identifier(id) }

    /// Whether they may act on a day. An end takes effect at once, that day included.
    public func holds(on day: CalendarDay) -> Bool {
        ended == nil && named.recorded.day <= day && day <= terms.until
    }

    /// Whether their last day passed, with nobody ending it, and not long ago.
    public func hasLapsed(on day: CalendarDay) -> Bool {
        ended == nil && terms.until < day && day <= terms.until.adding(months: AccessLimits.lapsedMonths)
    }

    /// `Sam Field`
    public var name: String { details.value?.name ?? "A supporter" }
}

/// What a supporter may see and do.
public struct SupporterTerms: Sendable, Equatable {
    /// In the order in which rights are declared, each once.
    public let rights: [SupporterRight]
    /// The last day it holds.
    public let until: CalendarDay

    public init(rights: some Sequence<SupporterRight>, until: CalendarDay) {
        let given = Set(rights)
        self.rights = SupporterRight.allCases.filter(given.contains)
        self.until = until
    }

    public func opens(_ category: Category) -> Bool {
        category == .identity || rights.contains { $0.category == category }
    }
}

/// Who a supporter is: another person's name, so it is sealed.
public struct SupporterDetails: Sendable, Equatable {
    public let name: String
    /// Who they are to the person: `my sister`.
    public let relationship: String

    public init(name: String, relationship: String) {
        self.name = name
        self.relationship = relationship
    }
}

/// One thing a supporter may be let do. Each opens what it is about, and nothing else.
public enum SupporterRight: String, Sendable, CaseIterable {
    case appointments, plan, voice, changes

    var category: Category {
        switch self {
        case .appointments: .appointments
        case .plan: .plan
        case .voice: .voice
        case .changes: .contact
        }
    }

    /// In words that follow “may”.
    public var words: String {
        switch self {
        case .appointments: "see appointments, confirm them and ask to move them"
        case .plan: "see the plan, add to it, agree and object"
        case .voice: "see questions and complaints, and put new ones"
        case .changes: "see how they are reached, and tell about changes"
        }
    }
}

extension CaseFile {
    /// The supporter who acts as somebody, whether or not their time has ended.
    public func supporter(as person: Identifier<Person>) -> Supporter? {
        access.supporters.first { $0.person == person }
    }
}
