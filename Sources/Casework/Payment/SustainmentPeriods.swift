import Kernel

/// The periods of work after the job outcome that each earn a sustainment payment.
///
/// A period is so many counted weeks running with no gap, beginning after the job outcome date or after the period before
/// it (M-003; written answer 164391 of 10 July 2013). A gap between periods, or one that makes a period begin again, is
/// allowed inside the allotted time; the first gap that reaches past it ends them.
struct SustainmentPeriods {
    /// The places of each period's weeks in the ledger.
    private(set) var periods: [Range<Int>] = []
    /// The places of the weeks counted towards the next.
    private(set) var running = 0..<0
    /// The first day of a week that did not count after the allotted time, while work went on; nil when there was none.
    private(set) var brokenOn: CalendarDay?

    init(_ weeks: [WeekInWork], after outcome: CalendarDay, _ terms: SustainmentTerms, allotted last: CalendarDay) {
        for place in weeks.indices where weeks[place].from > outcome {
            let week = weeks[place]
            if case .notOver? = week.why.first { break }
            guard week.counted else {
                running = place..<place
                guard week.to > last else { continue }
                switch week.why[0] {
                case .benefit, .hoursBelow: brokenOn = week.from
                default: break
                }
                break
            }
            let follows = !running.isEmpty && weeks[place - 1].to.adding(days: 1) == week.from
            running = (follows ? running.lowerBound : place)..<(place + 1)
            if running.count == terms.everyWeeks {
                periods.append(running)
                running = running.upperBound..<running.upperBound
                if periods.count == terms.atMost.value { break }
            }
        }
    }
}
