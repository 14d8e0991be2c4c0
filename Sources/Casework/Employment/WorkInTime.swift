import Kernel

extension CaseFile {
    /// Work that began by the last allotted day goes on counting until its first break, in one job or the next, and nothing
    /// started later counts (decisions, sustainment): so that is what a provider whose time is over still records.
    /// - Refuses: other work to a provider whose time with the person is over, and any to one whose referral was withdrawn.
    func requireWork(from started: CalendarDay, inTimeOf context: Context) throws(Refusal) {
        guard relation(of: context.actor, on: context.today, by: context.sharing) == .former else { return }
        guard let last = lastDayOfWork(with: context.actor.organisation) else {
            throw Refusal(
                "job.withdrawn",
                "This referral to your organisation was withdrawn, so you record no work for this customer.",
                rule: "C12")
        }
        guard employment.goesOn(to: started, begunBy: last) else {
            throw Refusal(
                "job.after-time",
                "This customer’s time with your organisation ended on \(last.written). Record only work that began by then, or that went on from it without a break.",
                rule: "C12", field: "started")
        }
    }
}

extension CaseFile {
    /// The last day on which work may begin that counts for a provider: the last of the time allotted to it, whatever came
    /// of it after; nil where none of its referrals led to any.
    func lastDayOfWork(with provider: Identifier<Organisation>) -> CalendarDay? {
        referrals.filter { $0.withdrawn == nil && $0.providers.contains(provider) }.compactMap(\.attachment?.until)
            .max()
    }
}

extension Employment {
    /// Whether work from a day began by another, or goes on without a break from work that did.
    fileprivate func goesOn(to started: CalendarDay, begunBy last: CalendarDay) -> Bool {
        started <= last || spells(until: started).contains { $0.from <= last && $0.reaches(started) }
    }

    /// The jobs begun by a day, and those that went on from them without a break.
    func jobs(begunBy last: CalendarDay) -> [Job] { jobs.filter { goesOn(to: $0.started, begunBy: last) } }

    /// Some of the jobs alone, with what shows that they were worked.
    func only(_ isKept: (Job) -> Bool) -> Employment {
        var copy = self
        copy.keep(Set(jobs.filter(isKept).map(\.id)))
        return copy
    }
}
