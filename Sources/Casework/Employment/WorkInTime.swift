import Kernel

extension CaseFile {
    /// Work that began by the last allotted day goes on counting until its first break, in one job or the next, and nothing
    /// started later counts (decisions, sustainment): so that is what a provider whose time is over still records.
    /// - Refuses: other work to a provider whose time with the person is over, and any to one whose referral was withdrawn.
    func requireWork(from started: CalendarDay, inTimeOf context: Context) throws(Refusal) {
        guard relation(of: context.actor, on: context.today) == .former else { return }
        let held = referrals.filter { $0.withdrawn == nil && $0.providers.contains(context.actor.organisation) }
        guard let last = held.compactMap(\.attachment?.until).max() else {
            throw Refusal(
                "job.withdrawn",
                "This referral to your organisation was withdrawn, so you record no work for this customer.",
                rule: "C12")
        }
        let goesOn = employment.spells(until: started).contains { $0.from <= last && $0.reaches(started) }
        guard started <= last || goesOn else {
            throw Refusal(
                "job.after-time",
                "This customer’s time with your organisation ended on \(last.written). Record only work that began by then, or that went on from it without a break.",
                rule: "C12", field: "started")
        }
    }
}
