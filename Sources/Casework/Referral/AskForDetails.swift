public import Kernel

/// Whoever has a person asks the sender for what the referral came without, or says that it is enough to begin with (G-097).
/// - Refuses: before acknowledgement, once the person has started, twice, and where nothing is missing that may be sent.
public struct AskForDetails: CaseCommand {
    /// Whether what came is enough, so that nothing is asked, or no longer.
    public let isEnough: Bool
    public let words: Words?

    public init(isEnough: Bool, words: Words? = nil) {
        self.isEnough = isEnough
        self.words = words
    }

    public static let act = Act.askForDetails
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        guard referral.acknowledged != nil else {
            throw Refusal(
                "details.before-acknowledgement",
                "Acknowledge the referral first; then you can ask for what is missing.",
                rule: "G-097")
        }
        guard referral.attachment == nil else {
            throw Refusal("details.attached", "This customer has started. Ask them, and record what they say.")
        }
        guard referral.details.enough == nil else {
            throw Refusal("details.enough", "It is recorded already that what came is enough.")
        }
        if isEnough { return [.referral(.detailsEnough(referral.id))] }
        guard referral.details.asked == nil else {
            throw Refusal("details.twice", "The sender has been asked already. Their answer comes to this page.")
        }
        let missing = file.completeness(by: context.sharing, on: context.today)?.missing ?? []
        guard !missing.isEmpty else {
            throw Refusal("details.nothing", "Nothing is missing that the sender could add. Ask the customer instead.")
        }
        return [.referral(.detailsAsked(referral.id, missing, Sealed(given: words)))]
    }
}
