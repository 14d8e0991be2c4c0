/// A step that has helped others with the same barrier. It is a beginning of a thought: it must be made the person's own
/// or refused, and can never be taken as it stands (G-009, K-029).
public struct PlanSuggestion: Sendable, Equatable {
    public let code: String
    public let barrier: String
    public let text: String
    public let source: String

    public init(code: String, barrier: String, text: String, source: String) {
        self.code = code
        self.barrier = barrier
        self.text = text
        self.source = source
    }
}

extension BarrierList {
    public func suggestion(_ code: String) -> PlanSuggestion? { suggestions.first { $0.code == code } }
    public func suggestions(for barrier: String) -> [PlanSuggestion] { suggestions.filter { $0.barrier == barrier } }
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
