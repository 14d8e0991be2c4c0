public import Kernel

/// Days on which the record has neither a benefit nor a job that could bring money in (G-036). It decides nothing: it is
/// asked how the person manages.
public struct MoneyGap: Sendable, Equatable {
    /// The first of the days.
    public let since: CalendarDay
    /// The benefits of which it is said that nobody knows whether they are on them.
    public let unknown: [String]
    /// The first day on which it has lasted for longer than the limit.
    let asked: CalendarDay
}

extension Circumstances {
    /// The gap that a day is in, once it is longer than the service's limit.
    /// - Returns: nil where a benefit or a job covers the day, none ever ended, nothing was said of any benefit, or the
    ///   service sets no limit.
    func moneyGap(on day: CalendarDay, jobs: [Job], rules: ServiceRules) -> MoneyGap? {
        let jobs = jobs.filter { $0.withdrawn == nil }
        guard let limit = rules.moneyGap, !benefits.isEmpty, !jobs.contains(where: { $0.isOpen(on: day) }) else {
            return nil
        }
        var ended = jobs.compactMap(\.last)
        var unknown: [String] = []
        for code in benefits {
            let spells = spells(of: code)
            let now = spells.first { $0.covers(day) }
            if now?.on == true { return nil }
            if let now, now.on == nil { unknown.append(code) }
            ended += spells.filter { $0.on == true }.compactMap(\.until)
            // Off it is the first word of some: they are taken to have been on it until then (ours).
            if let first = spells.first, first.on == false { ended.append(first.from.adding(days: -1)) }
        }
        guard let since = ended.filter({ $0 < day }).max()?.adding(days: 1) else { return nil }
        let asked = rules.changes.last(limit, after: since)
        return asked <= day ? MoneyGap(since: since, unknown: unknown, asked: asked) : nil
    }
}

extension SeenCase {
    /// The gap that a day is in, for whoever sees both benefits and work.
    public func moneyGap(on day: CalendarDay, rules: ServiceRules) -> MoneyGap? {
        guard sight.sees(.money), let employment else { return nil }
        return circumstances?.moneyGap(on: day, jobs: employment.jobs, rules: rules)
    }
}
