import Casework
import Kernel

// How each part of a programme is told in a sentence or two.

extension PaymentGroup {
    func explained(_ programme: Programme) -> String {
        let conditions = entry.map { $0.explained(programme) }.joined(separator: ", ")
        let bases = basis.map { row in
            let when =
                row.when.isEmpty ? "" : " for those " + row.when.map { $0.explained(programme) }.joined(separator: ", ")
            return "\(row.basis.rawValue)\(when) (\(row.status.title): \(row.source))"
        }
        let refused =
            basis.contains { $0.when.isEmpty } ? "" : "; anybody else in it is refused until the programme says"
        return "Group \(id), \(title): \(conditions). Referral is \(bases.joined(separator: "; "))\(refused)."
    }
}

extension EntryCondition {
    func explained(_ programme: Programme) -> String {
        func title(_ code: String) -> String { programme.circumstance(code)?.title ?? code }
        switch self {
        case .all(let conditions): return conditions.map { $0.explained(programme) }.joined(separator: " and ")
        case .any(let conditions): return conditions.map { $0.explained(programme) }.joined(separator: ", or ")
        case .benefit(let codes): return "on \(codes.joined(separator: " or "))"
        case .age(let years): return "aged \(years.written)"
        case .monthsOnBenefit(let months): return "\(months.written) calendar months on it at referral"
        case .nation(let nations): return "living in \(nations.map(\.title).joined(separator: " or "))"
        case .has(let code): return title(code)
        case .lacks(let code): return "not \(title(code))"
        case .months(let code, let range): return "\(title(code)) in \(range.written) months"
        case .since(let code): return "from the day: \(title(code))"
        }
    }
}

extension Duties {
    var explained: String {
        let acts = DoubtAct.allCases.filter(doubtedFor.contains).map { $0.rawValue.replacing("-", with: " ") }
        let needed = DoubtNeed.allCases.filter(needs.contains).map { $0.rawValue.replacing("-", with: " ") }
        let follows =
            acts.isEmpty
            ? "No sanction doubt can ever be raised."
            : "A sanction doubt can be raised for \(acts.joined(separator: ", "))"
                + (needed.isEmpty ? "." : ", and only with a \(needed.joined(separator: " and a ")) on the file.")
        return "\(title): \(says) \(follows) (\(source))"
    }
}

extension ParticipationRow {
    func explained(_ programme: Programme) -> String {
        "\(id), \(title): going to the information session is \(session.rawValue); after joining, taking part is "
            + "\(afterJoining.rawValue)."
    }
}

extension OutcomeTerms {
    var explained: String {
        switch self {
        case .weeks(let terms):
            "\(terms.fee.marked) once \(terms.weeks.marked) weeks of work are counted, "
                + (terms.counted == .cumulative ? "added up over jobs" : "with no gap")
        case .earnings(let terms):
            "\(terms.fee.marked) once proven earnings reach \(terms.threshold) (\(terms.hours) hours for \(terms.weeks) "
                + "weeks at \(terms.hourly)) within \(terms.supportDays) days, or in the \(terms.trackingDays) after them"
        }
    }
}

extension SustainmentTerms {
    var explained: String {
        "\(fee.marked) for every further \(everyWeeks) weeks running, at most \(atMost.marked) times, each payable "
            + "\(workingDaysAfter.marked) working days after it ends"
            + (afterAllottedTime == .untilFirstBreak
                ? "; work running when support ends counts to its first break" : "")
    }
}

extension TariffRow {
    /// Whether the amounts after attachment are those of another row, however far each can be trusted.
    func samePay(as other: TariffRow) -> Bool {
        func amounts(_ row: TariffRow) -> [Int?] {
            var weeks: Int?
            if case .weeks(let terms)? = row.outcome { weeks = terms.weeks.value }
            return [
                row.outcome?.fee.value.pence, weeks, row.sustainment?.fee.value.pence, row.sustainment?.atMost.value,
            ]
        }
        return amounts(self) == amounts(other)
    }

    /// Only what is different from the group's first terms.
    func explainedBeside(_ first: TariffRow) -> String {
        let fee = attachment.map { "\($0.marked) on attachment; " } ?? ""
        let status = outcome?.fee.status ?? .published
        let mark = status == (first.outcome?.fee.status ?? .published) ? "" : " (\(status.title))"
        return "attached \(attached.written): \(fee)the rest as before\(mark). At most \(maximum.marked) in all."
    }

    var explained: String {
        let fee = attachment.map { "\($0.marked) on attachment" }
        let parts = [fee, outcome?.explained, sustainment?.explained].compactMap(\.self)
        let hours = hoursAtLeast.map { " Only weeks of \($0.marked) hours or more count." } ?? ""
        let off = offBenefit.isEmpty ? "" : " A week counts only off \(offBenefit.joined(separator: ", "))."
        return
            "attached \(attached.written): \(parts.joined(separator: "; ")). At most \(maximum.marked) in all.\(hours)\(off)"
    }
}

extension Conditionality {
    var explained: [String] {
        ladders.entries.map { entry in
            let steps = entry.value.weeks.map(String.init).joined(separator: ", then ")
            let early = entry.value.earlyEnd.map {
                " A sanction of \($0.sanctionWeeks) weeks may end after \($0.afterWeeks) on complying again."
            }
            return "\(benefit), for a failure \(entry.range.written): \(steps) weeks (\(entry.value.status.title): "
                + "\(entry.value.source)), counting those of the \(entry.value.countsBack.value) weeks before"
                + "\(entry.value.countsBack.told).\(early ?? "")"
        }
    }
}

extension ServiceStandard {
    var explained: String { "\(says) Kept for \(target)% of customers (\(status.title): \(source))." }
}

extension InterviewPathway {
    var explained: [String] {
        var lines = customers.map { kind in
            let first = kind.firstInDays.map { ", the first in days \($0.value.written) of the claim\($0.told)" } ?? ""
            return
                "\(kind.title): \(kind.interviews.value) interviews\(first)\(kind.screened ? ", with screening" : ", no screening")"
                + " (\(kind.source))."
        }
        lines.append(
            "The next is due \(TimeLimit(intervalMonths.value, .months).written) after the last one held, in weeks "
                + "\(windowWeeks.value.written)\(windowWeeks.told).")
        lines.append("An interview is planned for \(minutes.value) minutes\(minutes.told).")
        lines.append(
            "An adviser holds at most \(dailyMost.value) in a day\(dailyMost.told), with a warning at \(dailyWarning.value)."
        )
        if let screening {
            lines.append("Screening, at interview \(screening.atInterview). Screened in: \(screening.screenedIn)")
            lines.append("Screened out: \(screening.screenedOut) (\(screening.source))")
        }
        if !deferralPauses.isEmpty {
            let clocks = deferralPauses.map { $0.replacing("-", with: " ") }
            lines.append("Putting an interview off stops these clocks: \(clocks.joined(separator: ", ")).")
        }
        return lines
    }
}

extension FundTerms {
    var explained: String {
        var parts = ["\(title): \(says)"]
        if let cap { parts.append("At most \(cap.value) for one customer\(cap.told).") }
        if let weekly { parts.append("\(weekly.value) a week\(weekly.told).") }
        if let weeksAtMost { parts.append("At most \(weeksAtMost.value) weeks\(weeksAtMost.told).") }
        if let hoursAtLeast { parts.append("Work of \(hoursAtLeast.value) hours or more a week\(hoursAtLeast.told).") }
        if let yearlyEarningsBelow {
            parts.append("Earnings below \(yearlyEarningsBelow.value) a year\(yearlyEarningsBelow.told).")
        }
        if !onlyFor.isEmpty { parts.append("Only for customers who are \(onlyFor.joined(separator: ", ")).") }
        if !refusedWhen.isEmpty {
            parts.append("Refused when \(refusedWhen.map { $0.replacing("-", with: " ") }.joined(separator: ", ")).")
        }
        return (parts + conditions).joined(separator: " ")
    }
}

extension SharedItem {
    var explained: String {
        needsConsent ? "\(title), only if the customer agrees (\(source))." : "\(title) (\(source))."
    }
}

extension ProofKind {
    var explained: String {
        let kinds = Shows.allCases.filter(shows.contains).map { $0.rawValue.replacing("-", with: " ") }
        return
            "\(title), on the word of the \(word): shows \(kinds.isEmpty ? "nothing on its own" : kinds.joined(separator: ", ")) (\(source))."
    }
}
