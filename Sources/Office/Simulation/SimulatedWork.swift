import Foundation
import Kernel

/// The jobs of one simulated customer: when each starts and how long it lasts.
struct SimulatedWork {
    private let attached: CalendarDay
    private let chance: Double
    private let random: RandomSource
    private var jobs = 0

    /// - Parameter month: that of referral, which the chance of starting work depends on.
    init(attached: CalendarDay, group: SimulationParameters.Group, referred month: Month, random: RandomSource) {
        self.attached = attached
        self.random = random
        chance = group.chance * Self.entry(month)
    }

    /// The first day and the last of the next job to start after a day; nil when none does by another.
    mutating func next(after day: CalendarDay, until end: CalendarDay) -> ClosedRange<CalendarDay>? {
        var day = day
        while day < end {
            let period = max(0, attached.days(until: day)) / 28
            let profile = SimulationParameters.profile
            let hazard =
                chance * profile[min(period, profile.count - 1)] * (jobs > 0 ? SimulationParameters.nextJob : 1)
            let next = attached.adding(days: (period + 1) * 28)
            let wait = exponential(hazard) * 28
            if wait < Double(day.days(until: next)) {
                let start = day.adding(days: Int(wait))
                guard start < end else { return nil }
                jobs += 1
                return start...start.adding(days: length())
            }
            day = next
        }
        return nil
    }

    /// Days after the first.
    private func length() -> Int {
        var weeks = exponential(SimulationParameters.endsEarly)
        if weeks > SimulationParameters.earlyWeeks {
            weeks = SimulationParameters.earlyWeeks + exponential(SimulationParameters.endsLater)
        }
        return Int(min(weeks * 7, 3650))
    }

    private func exponential(_ rate: Double) -> Double { -log(1 - random.fraction()) / rate }

    private static func entry(_ month: Month) -> Double {
        func index(_ year: Int, _ month: Int) -> Double { Double(year * 12 + month) }
        let (first, last) = (SimulationParameters.jobEntry[0], SimulationParameters.jobEntry[1])
        let (from, to) = (index(first.month.year, first.month.month), index(last.month.year, last.month.month))
        let part = min(1, max(0, (index(month.year, month.month) - from) / (to - from)))
        return first.chance + (last.chance - first.chance) * part
    }
}
