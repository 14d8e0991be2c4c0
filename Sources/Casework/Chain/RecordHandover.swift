public import Kernel

/// Records a warm handover: who handed over, who received, and that the customer was there, together or by phone or video
/// (C05, G-144).
/// - Refuses: without the customer, with one person twice, a day that is past the referral or today, or people who do not
///   work where the person was and is.
public struct RecordHandover: CaseCommand {
    public let meeting: WarmHandover
    public let customerWasThere: Bool
    /// What was promised, and what matters to them.
    public let words: Words?

    public init(meeting: WarmHandover, customerWasThere: Bool, words: Words?) {
        self.meeting = meeting
        self.customerWasThere = customerWasThere
        self.words = words
    }

    public static let act = Act.recordHandover

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let referral = try file.currentReferral()
        guard customerWasThere else {
            throw Refusal(
                "handover.alone",
                "A warm handover has the customer there. Without them, write what the next adviser should know when you send them on.",
                rule: "C05, G-144", field: "present")
        }
        guard meeting.from.person != meeting.to.person else {
            throw Refusal(
                "handover.same", "Two people hand over to each other. Choose somebody else to receive.", field: "to")
        }
        guard context.surroundings.handoverPeopleWork == true else {
            throw Refusal(
                "handover.people", "One of the two does not work where you said. Choose them from the list.",
                field: "to")
        }
        let givers = Set(
            referral.holdings.map(\.organisation) + (file.customer?.keepers.organisations ?? [])
                + [referral.prime].compactMap { $0 })
        let takers = referral.providers.union([referral.chain.waiting?.to].compactMap { $0 })
        guard givers.contains(meeting.from.organisation), takers.contains(meeting.to.organisation) else {
            throw Refusal(
                "handover.organisations",
                "Whoever hands over has had this person, and whoever receives has them or has been asked to. Choose again.",
                rule: "C05", field: "to")
        }
        guard referral.on <= meeting.on, meeting.on <= context.today else {
            throw Refusal(
                "handover.day", "Choose a day from \(referral.on.written), the day of the referral, to today.",
                field: "on")
        }
        return [.chain(.handedOver(referral.id, meeting, Sealed(given: words)))]
    }
}
