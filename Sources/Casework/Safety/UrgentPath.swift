public import Kernel

/// Help that was got for somebody who may be in danger, from when it was begun until somebody named took over (K-019,
/// G-079).
///
/// Its id is that of a notice, so that the safeguarding lead keeps it from the person's own page as they do a notice.
public struct UrgentPath: Sendable, Equatable {
    public let id: Identifier<SafetyNotice>
    public let opened: EventStamp
    public let terms: Sealed<UrgentTerms>
    /// Whether whoever opened it, or the safeguarding lead, keeps it from the person's own page and copy.
    public internal(set) var hidden = false
    /// nil until somebody took over.
    public internal(set) var handedOver: Handover?

    /// Who took over, and when that was recorded.
    public struct Handover: Sendable, Equatable {
        public let event: EventStamp
        public let terms: Sealed<UrgentHandover>
    }

    public var isOpen: Bool { handedOver == nil }

    /// The same for whoever is told that it is open, and does not see how to meet the person.
    var withoutWords: UrgentPath { UrgentPath(id: id, opened: opened, terms: .shut, hidden: hidden) }

    /// Whether somebody is told that it is open, whatever else they see: whoever opened it, and the managers of where it
    /// was opened. What was said they read only where they see how to meet the person (ours).
    func isTold(to actor: Author) -> Bool {
        opened.by.person == actor.person
            || opened.by.organisation == actor.organisation && [.teamManager, .providerManager].contains(actor.role)
    }
}

/// What was heard, in a few words, where there was time for any.
public struct UrgentTerms: Sendable, Equatable {
    public let words: Words?

    public init(words: Words? = nil) { self.words = words }

    var json: JSON { .fields(["words": words.map { .string($0.text) }]) }

    init(_ json: JSON) throws { words = try json.optional("words", JSON.string).map { Words($0) } }
}

/// Who took over, and how they were reached.
public struct UrgentHandover: Sendable, Equatable {
    /// The person or the service, by name.
    public let to: Words
    public let route: UrgentRoute

    public init(to: Words, route: UrgentRoute) {
        self.to = to
        self.route = route
    }

    var json: JSON { ["to": .string(to.text), "route": .string(route.rawValue)] }

    init(_ json: JSON) throws {
        to = Words(try json.string("to"))
        route = try json.coded("route")
    }
}

/// By which way somebody took over. The condition management programme and the GP are those of G-079; the rest are ours.
public enum UrgentRoute: String, Sendable, Hashable, CaseIterable {
    case emergency
    case mentalHealthLine = "mental-health-line"
    case crisisTeam = "crisis-team"
    case gp
    case conditionManagement = "condition-management"
    case family
    case other

    public var title: String {
        switch self {
        case .emergency: "The emergency services, 999"
        case .mentalHealthLine: "NHS 111, the mental health line"
        case .crisisTeam: "The mental health crisis team"
        case .gp: "Their GP"
        case .conditionManagement: "The condition management programme"
        case .family: "Somebody of theirs, who is with them"
        case .other: "Somebody else"
        }
    }
}
