/// A step that has helped others with the same barrier. It is a beginning of a thought: it must be made the person's own
/// or refused, and can never be taken as it stands (G-009, K-029).
public struct PlanSuggestion: Sendable, Equatable {
    public let code: String
    public let barrier: String
    public let text: String
    public let source: String

    init(_ code: String, _ barrier: String, _ text: String, _ source: String) {
        self.code = code
        self.barrier = barrier
        self.text = text
        self.source = source
    }
}

/// The suggestions that ship: the support that sources name for each barrier (E6), in words that can be said to somebody.
public struct PlanSuggestions: Sendable, Equatable {
    public let all: [PlanSuggestion]

    public func suggestion(_ code: String) -> PlanSuggestion? { all.first { $0.code == code } }
    public func suggestions(for barrier: String) -> [PlanSuggestion] { all.filter { $0.barrier == barrier } }

    public static let shipped = PlanSuggestions(all: [
        PlanSuggestion(
            "confidence-talk", "confidence", "Talk through what went well before, with somebody you trust", "E-098"),
        PlanSuggestion("time-out-visit", "time-out", "Visit a workplace to see what has changed", "E-101"),
        PlanSuggestion("knock-backs-feedback", "knock-backs", "Ask one employer what would have helped", "E-095"),
        PlanSuggestion("mental-health-gp", "mental-health", "Ask the GP about talking therapy", "E-104"),
        PlanSuggestion("physical-health-cmp", "physical-health", "Meet the condition management team once", "E-104"),
        PlanSuggestion("learning-support", "learning", "Ask the college about learning support", "E-099"),
        PlanSuggestion("drugs-alcohol-first", "drugs-alcohol", "Meet the drug and alcohol service", "E-106"),
        PlanSuggestion("housing-advice", "housing", "See the housing adviser about the tenancy", "E-106"),
        PlanSuggestion("debt-advice", "debt", "List what is owed and see a free debt adviser", "E-106"),
        PlanSuggestion("childcare-find", "childcare", "Look at two childcare places and what they cost", "E-111"),
        PlanSuggestion("caring-break", "caring", "Ask the council about a carer's break", "E-111"),
        PlanSuggestion("language-class", "language", "Start an English class near home", "E-099"),
        PlanSuggestion("skills-class", "basic-skills", "Start a reading, writing or numbers class", "E-099"),
        PlanSuggestion(
            "qualification-look", "qualifications", "Find out which short course the work asks for", "E-100"),
        PlanSuggestion("digital-session", "digital", "Come to a computer session at the work club", "E-097"),
        PlanSuggestion("applications-cv", "applications", "Write a first CV together", "E-095"),
        PlanSuggestion("first-job-placement", "first-job", "Try two weeks of work experience", "E-101"),
        PlanSuggestion("record-disclosure", "record", "Practise what to tell an employer, and when", "E-107"),
        PlanSuggestion("transport-plan", "transport", "Work out the journey and what it costs", "E-108"),
        PlanSuggestion("better-off-sum", "better-off", "Work out what you would have in work", "E-108"),
        PlanSuggestion("licence-price", "licence", "Find out what the licence costs and who pays", "E-100"),
    ])
}

/// Why a suggestion is not taken up.
public enum SuggestionRefusal: String, Sendable, CaseIterable {
    case unsuitable, done, notNow = "not-now", customer, other

    public var title: String {
        switch self {
        case .unsuitable: "It does not suit this customer"
        case .done: "It was tried or done already"
        case .notNow: "It is not the time for it"
        case .customer: "The customer does not want it"
        case .other: "Another reason"
        }
    }
}
