import Kernel

extension Circumstances {
    /// Whether the record says of a day that they were off a benefit and on none, however surely.
    func isOffBenefit(on day: CalendarDay) -> Bool {
        let statuses = benefits.map { status(benefit: $0, on: day).on }
        return statuses.contains(false) && !statuses.contains(true)
    }

    /// The first of the days off every benefit that run up to a day; nil where the day itself is none of them.
    func offBenefitSince(_ day: CalendarDay) -> CalendarDay? {
        guard isOffBenefit(on: day) else { return nil }
        let every = benefits.flatMap { spells(of: $0) }
        // What is held changes on the first day of a spell, and on the day after its last.
        let ends = every.compactMap { $0.until?.adding(days: 1) }
        let changes = Set(every.map(\.from) + ends)
        var since = day
        for change in changes.sorted(by: >) where change <= day {
            since = change
            guard isOffBenefit(on: change.adding(days: -1)) else { break }
        }
        return since
    }

    /// The last time they were back on a benefit after a day and no later than another, and since when they had been off
    /// every one (C13).
    /// - Returns: nil where no spell of a benefit begins there with a day off every benefit before it.
    func lastReturn(after first: CalendarDay, until day: CalendarDay) -> BackOnBenefit? {
        let began = benefits.flatMap { spells(of: $0) }.filter { $0.on == true && first < $0.from && $0.from <= day }
        for spell in began.sorted(by: { $0.from > $1.from }) {
            guard let since = offBenefitSince(spell.from.adding(days: -1)) else { continue }
            return BackOnBenefit(on: spell.from, offSince: since, isKnown: spell.certainty == .known)
        }
        return nil
    }
}

/// A benefit that begins again after days off every one.
struct BackOnBenefit {
    /// Its first day.
    let on: CalendarDay
    /// The first day off every benefit before it.
    let offSince: CalendarDay
    /// Whether a body that pays benefits says so.
    let isKnown: Bool
}
