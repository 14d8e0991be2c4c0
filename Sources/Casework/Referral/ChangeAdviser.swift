public import Kernel

/// Moves a person to another adviser, with a reason from the programme's list (C08, F15).
/// - Refuses: when there is no adviser yet, the same adviser, or a reason not on the list.
public struct ChangeAdviser: CaseCommand {
    public let provider: Identifier<Organisation>
    public let adviser: Identifier<Person>
    public let reason: String
    /// What the next adviser should know.
    public let handover: Words?
    /// Whether a letter by e-mail says so at once, where the person agreed to that.
    public let tellsByEmail: Bool

    public init(
        provider: Identifier<Organisation>, adviser: Identifier<Person>, reason: String, handover: Words?,
        tellsByEmail: Bool = false
    ) {
        self.tellsByEmail = tellsByEmail
        self.provider = provider
        self.adviser = adviser
        self.reason = reason
        self.handover = handover
    }

    public static let act = Act.changeAdviser
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        guard let assignment = referral.assignment else {
            throw Refusal("adviser.none", "This customer has no adviser yet. Assign one first.")
        }
        guard assignment.adviser != adviser || assignment.provider != provider else {
            throw Refusal("adviser.same", "That is already this customer's adviser. Choose another.", field: "adviser")
        }
        try referral.requireNothingWaits()
        try requireAdviser(adviser, at: provider, of: referral, in: context)
        try file.requireSuitable(in: context)
        guard let known = try context.programme(referral.programme).reason(reason, in: .adviserChange) else {
            throw Refusal("adviser.reason", "Choose a reason from the list.", rule: "F15", field: "reason")
        }
        guard !known.needsNote || handover != nil else {
            throw Refusal("adviser.words", "Say in a sentence why the adviser changes.", rule: "F15", field: "words")
        }
        return [.referral(.adviserChanged(referral.id, provider, adviser, reason: reason, Sealed(given: handover)))]
            + (tellsByEmail ? file.toldByEmail(referral) : [])
    }
}
