public import Kernel

/// Records the referral interview: what was explained, whether it was given in writing, and what the person chose not to
/// have sent (C01, G-001, D-044). A referral cannot be made before it.
/// - Refuses: a topic the programme does not have, or items that may not be withheld.
public struct RecordReferralInterview: CaseCommand {
    public let programme: String
    /// The ids of the topics explained, from the programme's list.
    public let explained: [String]
    /// Whether the same was given in writing.
    public let inWriting: Bool
    /// The codes of the items that need consent and that the person agreed to have sent; the others are withheld.
    public let agreed: [String]
    public let words: Words?

    public init(programme: String, explained: [String], inWriting: Bool, agreed: [String], words: Words? = nil) {
        self.programme = programme
        self.explained = explained
        self.inWriting = inWriting
        self.agreed = agreed
        self.words = words
    }

    public static let act = Act.recordReferralInterview

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.registered()
        let programme = try context.programme(self.programme)
        let topics = Set(programme.referralInterview.map(\.id))
        guard explained.allSatisfy(topics.contains) else {
            throw Refusal(
                "interview.topic", "One of the topics is not in this programme's list. Open the form again.",
                field: "explained")
        }
        let missing = programme.referralInterview.filter { !explained.contains($0.id) }
        guard missing.isEmpty else {
            throw Refusal(
                "interview.unexplained",
                "Explain everything on the list before referring. Not yet explained: \(missing.map { $0.title.lowercased() }.joined(separator: "; ")).",
                rule: "C01, G-001", field: "explained")
        }
        let needConsent = programme.sharing.filter(\.needsConsent).map(\.code)
        guard agreed.allSatisfy(needConsent.contains) else {
            throw Refusal(
                "interview.consent", "One of the items agreed to is not one that needs agreement. Open the form again.",
                field: "agreed")
        }
        let withheld = needConsent.filter { !agreed.contains($0) }
        return [
            .referral(
                .interviewRecorded(
                    programme: self.programme, explained: explained, inWriting: inWriting, withheld: withheld,
                    Sealed(given: words)))
        ]
    }
}

/// What a referral rests on: what was explained in the interview, and what the person chose not to have sent.
public struct ReferralInterview: Sendable, Equatable {
    public let event: EventStamp
    public let programme: String
    public let explained: [String]
    public let inWriting: Bool
    public let withheld: [String]
    /// What they said of themselves.
    let words: Sealed<Words>

    init?(_ fact: ReferralFact, _ stamp: EventStamp) {
        guard case .interviewRecorded(let programme, let explained, let inWriting, let withheld, let words) = fact
        else {
            return nil
        }
        event = stamp
        self.programme = programme
        self.explained = explained
        self.inWriting = inWriting
        self.withheld = withheld
        self.words = words
    }
}
