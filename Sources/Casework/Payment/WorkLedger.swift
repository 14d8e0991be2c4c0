import Kernel

/// The weeks of work of one customer in one programme, each counted or saying why it is not (M-002).
///
/// A week is seven days running from the start of a spell of work, or from the attachment when that came later (ours).
/// It counts when it is over, a job was held on each day, each day is known to be off the benefits the tariff lists, and
/// the hours reach the tariff's least, where it gives one. Work running on the last allotted day goes on counting to the
/// end of its spell; nothing that starts later counts.
struct WorkLedger {
    private(set) var weeks: [WeekInWork] = []
    /// Whether work that can count goes on at the end of the last day read.
    private(set) var isRunning = false
    /// The last day of the work that ran past the allotted time, once it stopped.
    private(set) var stoppedOn: CalendarDay?

    private let file: CaseFile
    private let time: AttachedTime
    private let terms: TariffRow
    private let day: CalendarDay
    private var cover: ProofCover

    init(
        _ file: CaseFile, _ time: AttachedTime, _ terms: TariffRow, accepting kinds: [ProofKind], until day: CalendarDay
    ) {
        self.file = file
        self.time = time
        self.terms = terms
        self.day = day
        cover = ProofCover(file.employment.accepted(kinds, showing: .work))
        weeks.reserveCapacity(64)
        for spell in file.employment.spells(until: day) { read(spell) }
    }

    private mutating func read(_ spell: WorkSpell) {
        let seen = spell.last ?? day
        var next = spell.from
        for window in time.windows where window.upperBound >= next && window.lowerBound <= seen {
            let start = max(next, window.lowerBound)
            outside(from: next, to: start.adding(days: -1))
            if time.afterwards == .untilFirstBreak {
                count(from: start, to: spell.last)
                isRunning = spell.last == nil
                if let last = spell.last, last > window.upperBound { stoppedOn = last }
                return
            }
            let end = min(spell.last ?? window.upperBound, window.upperBound)
            count(from: start, to: end)
            isRunning = spell.last == nil && day < window.upperBound
            next = end.adding(days: 1)
        }
        outside(from: next, to: seen)
    }

    /// Days of work that lie in no attachment, as one stretch.
    private mutating func outside(from: CalendarDay, to: CalendarDay) {
        guard from <= to else { return }
        add(
            from: from, to: to,
            [from < time.windows[0].lowerBound ? .beforeAttachment : .afterAllottedTime(time.lastDay)])
    }

    /// Counts by sevens to the last day of work, or to the last day read where work goes on.
    private mutating func count(from start: CalendarDay, to last: CalendarDay?) {
        var from = start
        while from <= min(last ?? day, day) {
            let full = from.adding(days: 6)
            if let last, last < full, last <= day {
                add(from: from, to: last, [stopped(last)])
                return
            }
            var why: [WhyUncounted] = full > day ? [.notOver(full)] : []
            if let benefit = file.circumstances.notKnownOff(terms.offBenefit, from: from, through: min(full, day)) {
                why.append(.benefit(benefit))
            }
            if let least = terms.hoursAtLeast?.value, !hours(from: from, through: min(full, day), reach: least) {
                why.append(.hoursBelow(least))
            }
            add(from: from, to: full, why)
            from = full.adding(days: 1)
        }
    }

    private func stopped(_ last: CalendarDay) -> WhyUncounted {
        let workGoesOn = file.employment.heldJobs.contains { $0.isOpen(on: last.adding(days: 1)) }
        return workGoesOn ? .afterAllottedTime(last) : .workStopped(last)
    }

    /// Whether the hours of all jobs held on a day, each by the week, reach the least on every day (ours).
    private func hours(from: CalendarDay, through last: CalendarDay, reach least: Int) -> Bool {
        (from...last).allSatisfy { day in
            file.employment.jobs.reduce(0) { $0 + ($1.hours(on: day)?.quarters ?? 0) } >= least * 4
        }
    }

    private mutating func add(from: CalendarDay, to: CalendarDay, _ why: [WhyUncounted]) {
        let (proofs, whole) = cover.cover(from: from, to: to)
        weeks.append(
            WeekInWork(number: weeks.count + 1, from: from, to: to, why: why, proofs: proofs, isProven: whole))
    }
}
