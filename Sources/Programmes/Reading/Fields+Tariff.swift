import Casework
import Kernel

extension Fields {
    /// Each item of `tariff` gives one group's terms, and under `attached` the ranges of attachment days they hold for.
    func tariff(_ programme: Programme) -> Tariff {
        let rows = items("tariff", "a tariff row") { $0.tariffRows(programme) }.flatMap(\.self)
        var rowsByGroup: [String: [TariffRow]] = [:]
        for (row, at, dated) in rows where dated {
            if let other = rowsByGroup[row.group]?.first(where: { $0.attached.overlaps(row.attached) }) {
                reading.problem(
                    at,
                    "Group \(row.group) is priced twice: attachments \(row.attached.written) overlap those "
                        + "\(other.attached.written). End one range the day before the next begins.")
            }
            rowsByGroup[row.group, default: []].append(row)
        }
        return Tariff(rows.map(\.0))
    }

    private func tariffRows(_ programme: Programme) -> [(TariffRow, line: Int, dated: Bool)] {
        let group = words("group")
        known(group, in: Set(programme.groups.map(\.id)), "group", "groups")
        var terms = TariffRow(group: group, attached: .always)
        terms.outcome = part("job_outcome") { $0.outcome() }
        terms.sustainment = part("sustainment") { $0.sustainment() }
        terms.offBenefit = wordList("off_benefit")
        for code in terms.offBenefit { known(code, in: Set(programme.benefits.map(\.code)), "off_benefit", "benefits") }
        terms.hoursAtLeast = optionalWholeFigure("hours_at_least", 1...168)
        terms.proof = wordList("proof")
        for code in terms.proof { known(code, in: Set(programme.proofs.map(\.code)), "proof", "proofs") }
        guard optional("attached") != nil else {
            _ = required("attached")
            return []
        }
        return items("attached", "attachment days of group \(group)") { fields in
            let range = fields.soundRange()
            return (fields.attached(range ?? .always, terms), fields.line, range != nil)
        }
    }

    private func attached(_ range: DayRange, _ terms: TariffRow) -> TariffRow {
        var row = TariffRow(group: terms.group, attached: range)
        row.attachment = optionalMoneyFigure("attachment")
        row.offBenefit = terms.offBenefit
        row.hoursAtLeast = terms.hoursAtLeast
        row.proof = terms.proof
        let carried = part("outcomes") { fields in
            let mark = fields.trusted(true, at: fields.line, "outcomes")
            return Carried(status: mark.status, source: mark.source)
        }
        row.outcome = terms.outcome.map { carried?($0) ?? $0 }
        row.sustainment = terms.sustainment.map { carried?($0) ?? $0 }
        row.total = optionalMoneyFigure("total")
        if let total = row.total, total.value != row.sum.value {
            reading.problem(
                line(of: "total"),
                "The fees of group \(row.group) add up to \(row.sum.value), not \(total.value). Correct the one that is wrong."
            )
        }
        return row
    }

    private func outcome() -> OutcomeTerms {
        let fee = moneyFigure("fee")
        guard has("earnings") else {
            return .weeks(
                WeeksOutcome(
                    fee: fee, weeks: wholeFigure("weeks", 1...520),
                    counted: choice("counted", WeekCounting.self, or: .cumulative)))
        }
        let within = part("within") {
            (support: $0.whole("support_days", 1...3660), tracking: $0.whole("tracking_days", 0...3660))
        }
        if within == nil { _ = required("within") }
        let earnings = part("earnings") { fields in
            EarningsOutcome(
                fee: fee, hours: fields.whole("hours", 1...168), weeks: fields.whole("weeks", 1...520),
                hourly: fields.money("hourly"), supportDays: within?.support ?? 1, trackingDays: within?.tracking ?? 0)
        }
        return earnings.map(OutcomeTerms.earnings)
            ?? .weeks(WeeksOutcome(fee: fee, weeks: fee.map { _ in 1 }, counted: .cumulative))
    }

    private func sustainment() -> SustainmentTerms {
        SustainmentTerms(
            fee: moneyFigure("fee"), everyWeeks: whole("every_weeks", 1...52), atMost: wholeFigure("at_most", 1...260),
            workingDaysAfter: wholeFigure("working_days_after", 0...260),
            afterAllottedTime: choice("after_allotted_time", AfterAllottedTime.self, or: .untilFirstBreak))
    }
}

/// The status and source of terms carried on to another range of attachments without being confirmed for it.
private struct Carried {
    let status: FigureStatus
    let source: String

    func callAsFunction<Value>(_ figure: Figure<Value>) -> Figure<Value> {
        Figure(figure.value, status, source: source)
    }

    func callAsFunction(_ terms: OutcomeTerms) -> OutcomeTerms {
        switch terms {
        case .weeks(let weeks):
            .weeks(WeeksOutcome(fee: self(weeks.fee), weeks: self(weeks.weeks), counted: weeks.counted))
        case .earnings(let earnings):
            .earnings(
                EarningsOutcome(
                    fee: self(earnings.fee), hours: earnings.hours, weeks: earnings.weeks, hourly: earnings.hourly,
                    supportDays: earnings.supportDays, trackingDays: earnings.trackingDays))
        }
    }

    func callAsFunction(_ terms: SustainmentTerms) -> SustainmentTerms {
        SustainmentTerms(
            fee: self(terms.fee), everyWeeks: terms.everyWeeks, atMost: self(terms.atMost),
            workingDaysAfter: terms.workingDaysAfter, afterAllottedTime: terms.afterAllottedTime)
    }
}
