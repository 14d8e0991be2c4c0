public import Kernel

/// Says that the last meeting with both advisers that somebody wanted will not be held: they want it no more, or it cannot
/// be (G-125). What they agreed to be passed on stays as it was.
/// - Refuses: when no such meeting is wanted, or no reason why it is not held.
public struct CallOffMeeting: CaseCommand {
    public let answer: HandoverOffer.Answer

    public init(_ answer: HandoverOffer.Answer) { self.answer = answer }

    public static let act = Act.recordHandover
    public var staleness: Staleness { .mustHaveSeen([.referral]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        guard referral.meetingWanted != nil, let last = referral.chain.offers.last?.offer else {
            throw HandoverOffer.noneWanted
        }
        guard answer != .wanted else {
            throw Refusal(
                "handover.answer", "Choose why the meeting is not held. Where it was held, record it instead.",
                field: "answer")
        }
        return [.chain(.handoverOffered(referral.id, HandoverOffer(answer, agreed: last.agreed)))]
    }
}

extension HandoverOffer {
    public static let noneWanted = Refusal(
        "handover.none-wanted", "No last meeting with both advisers is wanted here. Open the record to see what is due."
    )
}
