/// The kinds of information a case holds. Sight, sharing and staleness all speak in these.
public enum Category: String, Sendable, Hashable, CaseIterable {
    case identity, contact, referral, appointments, assessment, work, plan, health, convictions, household, safety,
        money, sharing
    case conditionality
    case voice
    /// Ethnic group, asked to see that everybody is treated alike and for nothing else (K-038).
    case equality

    /// What it holds, in words inside a sentence.
    public var title: String {
        switch self {
        case .identity: "name and birth date"
        case .contact: "address, phone, e-mail and how to talk with them"
        case .referral: "referrals and who helps"
        case .appointments: "appointments"
        case .assessment: "assessments"
        case .work: "jobs and hours"
        case .plan: "the action plan"
        case .health: "health"
        case .convictions: "convictions"
        case .household: "household and caring"
        case .safety: "safety notices"
        case .money: "benefits"
        case .sharing: "what is shared with whom"
        case .conditionality: "sanction doubts and duties"
        case .voice: "questions and complaints"
        case .equality: "equality monitoring"
        }
    }
}

extension Fact {
    /// The category that reading it falls under.
    public var category: Category {
        switch self {
        case .customer(.needsStated): .contact
        case .customer: .identity
        case .referral: .referral
        case .appointment: .appointments
        case .circumstance(let fact): fact.category
        case .employment: .work
        case .assessment(let fact): fact.category
        case .sharing, .access: .sharing
        case .voice: .voice
        case .plan: .plan
        case .rights, .merge: .sharing
        case .chain, .joining: .referral
        case .safety: .safety
        }
    }
}
