public import Kernel

/// The provider asks whether the programme is right for this person, for a reason on the programme's list (C03, M-006).
/// - Refuses: before acknowledgement, after its last day (`QueryWindow`), a second query, or a reason not on the list.
public struct QueryReferral: CaseCommand {
    public let reason: String
    public let words: Words?

    public init(reason: String, words: Words?) {
        self.reason = reason
        self.words = words
    }

    public static let act = Act.queryReferral
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        let programme = try context.programme(referral.programme)
        guard referral.acknowledged != nil else {
            throw Refusal(
                "query.before-acknowledgement", "Acknowledge the referral first; then it can be queried.", rule: "C03")
        }
        guard referral.query == nil else {
            throw Refusal("query.twice", "This referral has been queried already. The jobcentre's answer decides.")
        }
        guard referral.attachment == nil else {
            throw Refusal("query.attached", "This customer has started, so the referral can no longer be queried.")
        }
        if let window = QueryWindow(referral, file.appointments, in: programme), window.last < context.today {
            let longer = window.mayExtend(on: context.today) ? " Nobody has been reached, so ask for longer first." : ""
            throw Refusal(
                "query.late", "A referral can be queried until \(window.last.written); that has passed.\(longer)",
                rule: "M-006, G-101, ours")
        }
        guard let known = programme.reason(reason, in: .queryUnsuitable) else {
            throw Refusal("query.reason", "Choose a reason from the list.", field: "reason")
        }
        guard !known.needsNote || words != nil else {
            throw Refusal("query.words", "Say in a sentence what makes the programme unsuitable.", field: "words")
        }
        return [.referral(.queried(referral.id, reason: reason, Sealed(given: words)))]
    }
}
