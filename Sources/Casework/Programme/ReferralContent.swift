/// Something that must be explained, and recorded as explained, in the referral interview (C01).
public struct ReferralTopic: Sendable, Equatable {
    public let id: String
    public let title: String
    /// What is said, in plain words.
    public let says: String
    public let source: String

    public init(id: String, title: String, says: String, source: String) {
        self.id = id
        self.title = title
        self.says = says
        self.source = source
    }
}

/// One item that goes to the provider with a referral (B-001).
public struct SharedItem: Sendable, Equatable {
    public let code: String
    public let title: String
    /// The category of information it belongs to: `identity`, `health`.
    public let category: String
    /// Sent only when the customer agrees, since it is sensitive (D-044).
    public let needsConsent: Bool
    public let source: String

    public init(code: String, title: String, category: String, needsConsent: Bool, source: String) {
        self.code = code
        self.title = title
        self.category = category
        self.needsConsent = needsConsent
        self.source = source
    }
}

/// A kind of proof that a programme accepts, what it shows, and on whose word.
public struct ProofKind: Sendable, Equatable {
    public enum Shows: String, Sendable, Hashable, CaseIterable {
        case work, earnings, hours
        case offBenefit = "off-benefit"
    }

    public let code: String
    public let title: String
    /// Whose word it is: `employer`, `customer`, `benefit office`.
    public let word: String
    public let shows: Set<Shows>
    public let source: String

    public init(code: String, title: String, word: String, shows: Set<Shows>, source: String) {
        self.code = code
        self.title = title
        self.word = word
        self.shows = shows
        self.source = source
    }
}
