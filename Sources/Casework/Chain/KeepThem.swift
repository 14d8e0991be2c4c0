public import Kernel

/// Says that whoever has somebody goes on having them, after another organisation could not take them on (G-085).
/// - Refuses: when no refusal waits for that, or by anybody but whoever has them and the prime.
public struct KeepThem: CaseCommand {
    public init() {}

    public static let act = Act.passOn
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        guard let hop = referral.refusedHop else {
            throw Refusal(
                "chain.not-refused", "No refusal waits for an answer here. Open the record to see who has them.")
        }
        guard [referral.holder, referral.prime].contains(context.actor.organisation) else {
            throw Refusal(
                "chain.not-keeper", "Only whoever has this person now, or the prime, says that they keep them.",
                rule: "C04")
        }
        return [.chain(.kept(referral.id, hop.id))]
    }
}

extension Referral {
    /// The last hop, where it was turned down and nothing came of that yet: they were not sent on again, given to an
    /// adviser, or kept.
    public var refusedHop: Hop? {
        guard let hop = chain.hops.last, case .turnedDown(let event, _, _) = hop.answer, hop.kept == nil,
            !assignments.contains(where: { $0.event.sequence > event.sequence })
        else { return nil }
        return hop
    }
}
