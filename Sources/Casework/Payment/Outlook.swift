import Kernel

/// What can still be counted after the last day read.
struct Outlook {
    /// The first day of the next week that can count; nil when none can any more.
    let nextStart: CalendarDay?
    let isRunning: Bool
    /// The last day on which a week may end; nil where work running at the end goes on.
    private let end: CalendarDay?
    private let over: NeverReason

    init(_ ledger: WorkLedger, _ time: AttachedTime, after day: CalendarDay) {
        let last = time.lastDay
        isRunning = ledger.isRunning
        end = time.afterwards == .stops ? last : nil
        if ledger.isRunning, let week = ledger.weeks.last {
            nextStart = week.to > day ? week.from : week.to.adding(days: 1)
        } else {
            // On the last day itself a job may still begin.
            nextStart = day < last ? day.adding(days: 1) : day == last ? day : nil
        }
        over = ledger.stoppedOn.map { .brokenAfterAllottedTime($0) } ?? .allottedTimeOver(last)
    }

    /// The last day of the last of so many weeks, if all of them count from now on.
    /// - Returns: why that can no longer happen, when it cannot.
    func lastDay(ofWeeks count: Int) -> Result<CalendarDay, NeverReason> {
        guard let nextStart else { return .failure(over) }
        let day = nextStart.adding(weeks: count).adding(days: -1)
        if let end, day > end { return .failure(.tooLittleTime(end)) }
        return .success(day)
    }

    /// The day on which the week now running is over; nil when no work goes on.
    var nextCounted: CalendarDay? { isRunning ? nextStart.map { $0.adding(days: 6) } : nil }
}

extension NeverReason: Error {}

extension WorkLedger {
    /// What stands in the way besides time: no job, or weeks that would count if the benefit were known to have stopped.
    func hindrances(after day: CalendarDay? = nil) -> [WaitingReason] {
        var reasons: [WaitingReason] = isRunning ? [] : [.noWork]
        let waiting = weeks.lazy.filter { week in day.map { week.from > $0 } ?? true }
            .compactMap { week in week.why.count == 1 ? week.why[0].unknownBenefit : nil }
        if let first = waiting.first { reasons.append(.benefit(first, weeks: waiting.count)) }
        return reasons
    }
}

extension WhyUncounted {
    /// The benefit of which more has to be known; nil when the customer was on it, or something else is the reason.
    fileprivate var unknownBenefit: NotKnownOff? {
        guard case .benefit(let benefit) = self, benefit.why != .onIt else { return nil }
        return benefit
    }
}
