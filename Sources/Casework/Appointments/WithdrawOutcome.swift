public import Kernel

/// Takes back an attendance or a miss that was recorded by mistake; both stay in the record.
/// - Refuses: an appointment with no outcome, a cancelled one, or an attendance that attached the person.
public struct WithdrawOutcome: CaseCommand {
    public let appointment: Identifier<Appointment>
    public let why: Words

    public init(appointment: Identifier<Appointment>, why: Words) {
        self.appointment = appointment
        self.why = why
    }

    public static let act = Act.withdrawRecord
    public var staleness: Staleness { .mustHaveSeen([.appointments]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let found = try file.appointment(appointment)
        guard let outcome = found.outcome, found.state != .cancelled else {
            throw Refusal("outcome.none", "There is no attendance or miss to withdraw for this appointment.")
        }
        let recorded = outcome.event
        guard
            !file.referrals.contains(where: {
                $0.attachment?.event.recorded == recorded.recorded
                    && $0.attachment?.event.sequence == recorded.sequence + 1
            })
        else {
            throw Refusal(
                "outcome.attached",
                "This attendance attached the customer to the programme and a fee stands on it, so it cannot be withdrawn here. Ask your manager to tell the commissioner.",
                rule: "ours")
        }
        return [.appointment(.outcomeWithdrawn(appointment, recorded.id, .open(why)))]
    }
}
