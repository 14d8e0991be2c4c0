/// Something that whoever takes a person on needs to begin with, and that the record has a place for (G-097). Name and
/// birth date are not among them: nobody is on record without them.
public enum ReferralItem: String, Sendable, Hashable, CaseIterable {
    /// B-001.
    case address
    /// A phone number or an e-mail address (E-017).
    case reach
    /// The language they read (K-039).
    case language
    /// How to talk with them and write to them (K-040).
    case needs
    /// The benefit they claim and their group: both stand on every referral (B-001).
    case claim
    /// What they said at the referral interview (E-010).
    case reason
    /// What stands in the way: a finished assessment, or what the two of them said of it (E-006, E-015).
    case barriers
    /// What they want, on their plan (E-016).
    case goal
    /// Whom they care for, or that it is nobody (E-016).
    case caring
    /// E-012.
    case health

    /// Inside a sentence.
    public var title: String {
        switch self {
        case .address: "an address"
        case .reach: "a phone number or e-mail address"
        case .language: "the language they read"
        case .needs: "how to talk with them and write to them"
        case .claim: "their benefit and group"
        case .reason: "what they said at the referral interview"
        case .barriers: "what stands in the way"
        case .goal: "what they want, on their plan"
        case .caring: "whom they care for"
        case .health: "health and work"
        }
    }

    /// What it is information about, and so who may know whether it is there.
    var category: Category {
        switch self {
        case .address, .reach, .language, .needs: .contact
        case .claim, .reason: .referral
        case .barriers: .assessment
        case .goal: .plan
        case .caring: .household
        case .health: .health
        }
    }
}

extension Sequence<ReferralItem> {
    /// `an address; what stands in the way`
    public var written: String { map(\.title).joined(separator: "; ") }
}
