public import Kernel

/// One condition of entry judged for one claim: whether it is met, why, and when time alone would meet it.
public struct ConditionResult: Sendable, Equatable {
    public let met: Bool
    /// Why, in words an adviser can read to the customer.
    public let sentence: String
    /// The first day on which it would be met if nothing else changed; nil when it is met or waiting will not meet it.
    public let reachedOn: CalendarDay?
}

extension EntryCondition {
    func judge(_ claim: ClaimFacts, on day: CalendarDay, in programme: Programme) -> ConditionResult {
        let ranges = days(for: claim)
        let met = ranges.contains { $0.contains(day) }
        return ConditionResult(
            met: met, sentence: sentence(claim, on: day, in: programme),
            reachedOn: met ? nil : EntryCondition.first(in: ranges, after: day))
    }

    static func first(in ranges: [DayRange], after day: CalendarDay) -> CalendarDay? {
        ranges.compactMap(\.from).filter { $0 > day }.min()
    }

    /// The days on which this is so, if the claim goes on as it is. Empty when waiting will never make it so.
    func days(for claim: ClaimFacts) -> [DayRange] {
        switch self {
        case .all(let conditions): conditions.map { $0.days(for: claim) }.reduce([.always], EntryCondition.both)
        case .any(let conditions): conditions.flatMap { $0.days(for: claim) }
        case .benefit(let codes): codes.contains(claim.benefit) ? [DayRange(from: claim.since)] : []
        case .age(let years):
            [
                DayRange(
                    from: years.from.map { claim.born.adding(years: $0) },
                    until: years.until.map { claim.born.adding(years: $0 + 1).adding(days: -1) })
            ]
        case .monthsOnBenefit(let months):
            [
                DayRange(
                    from: claim.since.adding(months: months.from ?? 0),
                    until: months.until.map { claim.since.adding(months: $0 + 1).adding(days: -1) })
            ]
        case .nation(let nations): nations.contains(claim.nation) ? [.always] : []
        case .has(let code): claim.circumstances[code] == nil ? [] : [.always]
        case .lacks(let code): claim.circumstances[code] == nil ? [.always] : []
        case .months(let code, let range):
            if case .months(let months)? = claim.circumstances[code], range.contains(months) { [.always] } else { [] }
        case .since(let code):
            if case .day(let first)? = claim.circumstances[code] { [DayRange(from: first)] } else { [] }
        }
    }

    /// The days in some range of each.
    private static func both(_ left: [DayRange], _ right: [DayRange]) -> [DayRange] {
        left.flatMap { one in
            right.filter(one.overlaps).map { other in
                DayRange(
                    from: [one.from, other.from].compactMap(\.self).max(),
                    until: [one.until, other.until].compactMap(\.self).min())
            }
        }
    }
}

extension EntryCondition {
    private func sentence(_ claim: ClaimFacts, on day: CalendarDay, in programme: Programme) -> String {
        func title(_ code: String) -> String { programme.circumstance(code)?.title ?? code }
        func then(_ text: String, from first: CalendarDay) -> String {
            first > day ? "\(text), reached on \(first.written)" : text
        }
        switch self {
        case .all(let conditions):
            return conditions.map { $0.sentence(claim, on: day, in: programme) }.joined(separator: "; ")
        case .any(let conditions):
            let results = conditions.map { $0.judge(claim, on: day, in: programme) }
            if let met = results.first(where: \.met) { return met.sentence }
            return results.map(\.sentence).joined(separator: "; or ")
        case .benefit(let codes):
            if codes.contains(claim.benefit) { return "On \(claim.benefit) since \(claim.since.written)" }
            return "On \(claim.benefit); needs \(codes.joined(separator: " or "))"
        case .age(let years):
            let text = "Aged \(claim.born.age(on: day)) on \(day.written); needs \(years.written)"
            return years.from.map { then(text, from: claim.born.adding(years: $0)) } ?? text
        case .monthsOnBenefit(let months):
            let count = claim.since.months(until: day)
            let text =
                "On \(claim.benefit) since \(claim.since.written): \(count) calendar month\(count == 1 ? "" : "s") "
                + "by \(day.written); needs \(months.written)"
            return months.from.map { then(text, from: claim.since.adding(months: $0)) } ?? text
        case .nation(let nations):
            let names = nations.map(\.title).joined(separator: " or ")
            return nations.contains(claim.nation)
                ? "Lives in \(claim.nation.title)" : "Lives in \(claim.nation.title); needs \(names)"
        case .has(let code):
            return "\(claim.circumstances[code] == nil ? "Not recorded" : "Recorded"): \(title(code))"
        case .lacks(let code):
            return claim.circumstances[code] == nil
                ? "Not recorded: \(title(code))" : "Recorded, and this is for people without it: \(title(code))"
        case .months(let code, let range):
            guard case .months(let count)? = claim.circumstances[code] else {
                return "Not recorded, so ask: \(title(code)), in months; needs \(range.written)"
            }
            return "Recorded: \(title(code)), \(count) month\(count == 1 ? "" : "s"); needs \(range.written)"
        case .since(let code):
            guard case .day(let first)? = claim.circumstances[code] else {
                return "No day recorded: \(title(code))"
            }
            return then("Recorded: \(title(code)) on \(first.written)", from: first)
        }
    }
}
