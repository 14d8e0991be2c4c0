/// The kinds of information a case holds. Sight, sharing and staleness all speak in these.
public enum Category: String, Sendable, Hashable, CaseIterable {
    case identity, contact, referral, appointments, assessment, work, plan, health, convictions, household, safety,
        money
    case conditionality
}

extension Fact {
    /// The category that reading it falls under.
    public var category: Category {
        switch self {
        case .customer: .identity
        case .referral: .referral
        case .appointment: .appointments
        case .circumstance: .money
        case .employment: .work
        }
    }
}
