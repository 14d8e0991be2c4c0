import Kernel

/// How far a customer has come towards the job outcome.
enum OutcomeProgress {
    case reached(CalendarDay, OutcomeBasis)
    case counting([WaitingReason], earliest: CalendarDay?)
    case over(NeverReason)
}

/// What a job outcome stands on: weeks, or proofs of earnings.
enum OutcomeBasis {
    case weeks([WeekInWork])
    case earnings([AcceptedProof])
}

extension WeeksOutcome {
    /// Counted weeks added up, or run together, until they reach the number; it is reached on the last day of the last.
    func progress(_ ledger: WorkLedger, _ outlook: Outlook) -> OutcomeProgress {
        var used: [WeekInWork] = []
        for week in ledger.weeks {
            if counted == .continuous, let last = used.last, !week.counted || last.to.adding(days: 1) != week.from {
                if case .notOver? = week.why.first { break }
                used = []
            }
            guard week.counted else { continue }
            used.append(week)
            if used.count == weeks.value { return .reached(week.to, .weeks(used)) }
        }
        if counted == .continuous, let last = used.last, last.to.adding(days: 1) != outlook.nextStart { used = [] }
        switch outlook.lastDay(ofWeeks: weeks.value - used.count) {
        case .failure(let never): return .over(never)
        case .success(let earliest):
            let so =
                counted == .cumulative
                ? WaitingReason.weeks(counted: used.count, of: weeks.value, next: outlook.nextCounted)
                : .weeksRunning(counted: used.count, of: weeks.value, next: outlook.nextCounted)
            return .counting([so] + ledger.hindrances(), earliest: earliest)
        }
    }
}

extension EarningsOutcome {
    /// Proven earnings added up in order of the last day each proof covers; the amount is reached on that day.
    ///
    /// A proof counts when all its days lie between the attachment and the last day of tracking, and each is known to be
    /// off the benefits the tariff lists; the earnings of one that lies across either end are not divided (ours).
    func progress(
        _ proofs: [AcceptedProof], attached: CalendarDay, _ circumstances: Circumstances, offBenefit: [String],
        until day: CalendarDay
    ) -> OutcomeProgress {
        let end = lastDay(attached: attached)
        let inTime = proofs.filter { $0.from >= attached && $0.until <= end && $0.until <= day }
            .sorted { ($0.until, $0.from, $0.event) < ($1.until, $1.from, $1.event) }
        var used: [AcceptedProof] = []
        var waiting: [NotKnownOff] = []
        var earned = Money.zero
        for proof in inTime {
            if let benefit = circumstances.notKnownOff(offBenefit, from: proof.from, through: proof.until) {
                waiting.append(benefit)
                continue
            }
            guard let earnings = proof.earnings else { continue }
            used.append(proof)
            earned += earnings
            if earned >= threshold { return .reached(proof.until, .earnings(used)) }
        }
        guard day <= end else { return .over(.earningsTimeOver(end)) }
        var reasons: [WaitingReason] = [.earnings(earned, of: threshold, until: end)]
        if let first = waiting.first { reasons.append(.benefit(first, weeks: waiting.count)) }
        return .counting(reasons, earliest: min(day.adding(days: 1), end))
    }
}
