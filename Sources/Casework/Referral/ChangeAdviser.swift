public import Kernel

/// Moves a person to another adviser, with a reason from the programme's list (C08, F15), and with what they said of a last
/// meeting with both and of what passes on (G-125).
/// - Refuses: when there is no adviser yet, the same adviser, a reason not on the list, or words for the next adviser that
///   the person did not agree to, where the reason asks for none.
public struct ChangeAdviser: CaseCommand {
    public let provider: Identifier<Organisation>
    public let adviser: Identifier<Person>
    public let reason: String
    /// What the next adviser should know.
    public let handover: Words?
    /// Whether a letter by e-mail says so at once, where the person agreed to that.
    public let tellsByEmail: Bool
    /// What the person said of a last meeting, and of what passes on; nil where they were not asked.
    public let offer: HandoverOffer?

    public init(
        provider: Identifier<Organisation>, adviser: Identifier<Person>, reason: String, handover: Words?,
        tellsByEmail: Bool = false, offer: HandoverOffer? = nil
    ) {
        self.tellsByEmail = tellsByEmail
        self.offer = offer
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
        guard known.needsNote || handover == nil || offer?.agreed != false else {
            throw Refusal(
                "adviser.unagreed",
                "Ask them whether the next adviser may be told this. If they agree, tick the box; if not, leave it out.",
                rule: "G-125", field: "agreed")
        }
        let changed = Fact.referral(
            .adviserChanged(referral.id, provider, adviser, reason: reason, Sealed(given: handover)))
        let offered = offer.map { Fact.chain(.handoverOffered(referral.id, $0)) }
        return [changed] + [offered].compactMap(\.self) + (tellsByEmail ? file.toldByEmail(referral) : [])
    }
}
