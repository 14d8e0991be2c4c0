public import Kernel

extension Referral {
    /// Whether the summary to hand back with may be written: in the last four weeks of the allotted time (ours), and after
    /// an exit.
    public func isNearItsEnd(on day: CalendarDay) -> Bool {
        guard let attachment else { return false }
        return exit != nil || attachment.until.adding(days: -HandBack.days) <= day
    }

    /// Whether a new claim inside the allotted time may be recorded: with no exit, or with one that the time alone brought,
    /// since news of a claim may come after it (D-032).
    public var takesReturns: Bool { attachment != nil && exit?.reason.needsTime ?? true }

    /// The last allotted day, where it is over and its end is not on record yet.
    public func overSince(on day: CalendarDay) -> CalendarDay? {
        guard exit == nil, withdrawn == nil, let last = attachment?.until, last < day else { return nil }
        return last
    }
}

extension CaseFile {
    /// How the allotted time ended by itself, once its last day is over: off the benefit for a period that runs past it, or
    /// used up, in work or out of it (C13, D-030, D-031).
    ///
    /// - Returns: nil while it runs, where nobody is attached, and where an exit is recorded.
    public func endOfAllottedTime(on day: CalendarDay) -> (reason: ExitReason, on: CalendarDay)? {
        guard let referral, referral.exit == nil, let last = referral.attachment?.until, last < day else { return nil }
        let isOff = isOffBenefit(on: last) && isOffBenefit(on: last.adding(days: 1))
        return (isOff ? .offBenefit : .completedTime, last)
    }

    /// Whether the record says of a day that they were off a benefit and on none, however surely.
    func isOffBenefit(on day: CalendarDay) -> Bool { circumstances.isOffBenefit(on: day) }
}
