import Kernel

/// The work of one case, read against the terms it is paid under.
struct AccountedWork {
    let ledger: WorkLedger
    private let file: CaseFile
    private let time: AttachedTime
    private let terms: TariffRow
    private let kinds: [ProofKind]
    private let outlook: Outlook
    private let day: CalendarDay

    init(_ file: CaseFile, _ time: AttachedTime, _ terms: TariffRow, proofs kinds: [ProofKind], until day: CalendarDay)
    {
        self.file = file
        self.time = time
        self.terms = terms
        self.kinds = kinds
        self.day = day
        ledger = WorkLedger(file, time, terms, accepting: kinds, until: day)
        outlook = Outlook(ledger, time, after: day)
    }

    /// The one job outcome, with the day it was reached when it was.
    func outcomeLine(_ outcome: OutcomeTerms, _ programme: String) -> (line: DueLine, reached: CalendarDay?) {
        let progress =
            switch outcome {
            case .weeks(let terms): terms.progress(ledger, outlook)
            case .earnings(let terms):
                terms.progress(
                    file.employment.accepted(kinds, showing: .earnings), attached: time.stays[0].on,
                    file.circumstances, offBenefit: self.terms.offBenefit, until: day)
            }
        func line(
            _ state: DueLine.State, _ weeks: ArraySlice<WeekInWork> = [], _ proof: [Identifier<Event<CaseFile>>] = [],
            on last: CalendarDay
        ) -> DueLine {
            self.line(programme, .jobOutcome, 1, outcome.fee, state, weeks, proof, on: last)
        }
        switch progress {
        case .over(let never): return (line(.never(never), on: day), nil)
        case .counting(let reasons, let earliest): return (line(.notYet(reasons, earliest: earliest), on: day), nil)
        case .reached(let reached, .earnings(let proofs)):
            let events = file.events(proving: proofs, offBenefit: terms.offBenefit)
            return (line(.due(on: reached), [], events, on: reached), reached)
        case .reached(let reached, .weeks(let weeks)):
            let missing = unproven(weeks[...])
            let state: DueLine.State = missing.map { .notYet([$0], earliest: reached) } ?? .due(on: reached)
            return (
                line(state, weeks[...], file.events(proving: weeks[...], offBenefit: terms.offBenefit), on: reached),
                reached
            )
        }
    }

    /// Every sustainment payment earned, then the next while there is one.
    func sustainmentLines(
        _ sustainment: SustainmentTerms, _ programme: String, after outcome: CalendarDay, outcomeIsDue: Bool
    ) -> [DueLine] {
        let found = SustainmentPeriods(ledger.weeks, after: outcome, sustainment, allotted: time.lastDay)
        let wait = sustainment.workingDaysAfter.value
        var lines: [DueLine] = []
        for (index, period) in found.periods.enumerated() {
            let weeks = ledger.weeks[period]
            let last = ledger.weeks[period.upperBound - 1].to
            let payable = time.stay(for: last).workingDays.adding(wait, to: last)
            var reasons = unproven(weeks).map { [$0] } ?? []
            if !outcomeIsDue { reasons.append(.jobOutcomeFirst) }
            if payable > day { reasons.append(.workingDays(wait, after: last, until: payable)) }
            let state: DueLine.State = reasons.isEmpty ? .due(on: payable) : .notYet(reasons, earliest: payable)
            lines.append(
                line(
                    programme, .sustainment, index + 1, sustainment.fee, state, weeks,
                    file.events(proving: weeks, offBenefit: terms.offBenefit), on: last))
        }
        if found.periods.count < sustainment.atMost.value {
            let state = next(found, sustainment, outcome)
            lines.append(
                line(programme, .sustainment, found.periods.count + 1, sustainment.fee, state, [], [], on: day))
        }
        return lines
    }

    private func next(
        _ found: SustainmentPeriods, _ sustainment: SustainmentTerms, _ outcome: CalendarDay
    ) -> DueLine.State {
        if let broken = found.brokenOn { return .never(.brokenAfterAllottedTime(broken)) }
        let goesOn = ledger.weeks[found.running].last.map { $0.to.adding(days: 1) == outlook.nextStart } ?? false
        let running = goesOn ? found.running.count : 0
        switch outlook.lastDay(ofWeeks: sustainment.everyWeeks - running) {
        case .failure(let never): return .never(never)
        case .success(let last):
            let so = WaitingReason.weeksRunning(counted: running, of: sustainment.everyWeeks, next: outlook.nextCounted)
            let payable = time.stay(for: last).workingDays.adding(sustainment.workingDaysAfter.value, to: last)
            return .notYet([so] + ledger.hindrances(after: outcome), earliest: payable)
        }
    }

    /// The weeks that count and are not proven; nil when all are, or the tariff asks for no proof.
    private func unproven(_ weeks: ArraySlice<WeekInWork>) -> WaitingReason? {
        guard !terms.proof.isEmpty else { return nil }
        let missing = weeks.filter { !$0.isProven }
        guard !missing.isEmpty else { return nil }
        return .unproven(missing.map { WaitingReason.UnprovenWeek(number: $0.number, from: $0.from, to: $0.to) })
    }

    private func line(
        _ programme: String, _ kind: LineKind, _ ordinal: Int, _ amount: Figure<Money>, _ state: DueLine.State,
        _ weeks: ArraySlice<WeekInWork>, _ proof: [Identifier<Event<CaseFile>>], on last: CalendarDay
    ) -> DueLine {
        let stay = time.stay(for: last)
        return DueLine(
            key: LineKey(programme: programme, subject: file.id, kind: kind, ordinal: ordinal), group: terms.group,
            amount: amount, state: state, weeks: weeks.map(\.number), proof: proof, attachment: stay.referral,
            provider: stay.provider)
    }
}
