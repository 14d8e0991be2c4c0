public import Kernel

/// The prime provider takes a referral on (C03): without it there is no start and no payment.
/// - Refuses: one already acknowledged or withdrawn, or by anybody but the provider drawn.
public struct AcknowledgeReferral: CaseCommand {
    public init() {}

    public static let act = Act.acknowledgeReferral
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        guard referral.prime == context.actor.organisation else {
            throw Refusal(
                "referral.not-prime", "Only the provider that was drawn can acknowledge this referral.", rule: "C03")
        }
        guard referral.acknowledged == nil else {
            throw Refusal(
                "referral.acknowledged", "This referral is already acknowledged. Assign it to an adviser next.")
        }
        return [.referral(.acknowledged(referral.id))]
    }
}
