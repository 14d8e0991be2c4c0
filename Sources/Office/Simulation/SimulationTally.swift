import Casework
import Kernel

/// What one simulated customer's record says was earned.
struct SimulatedOutcome: Sendable {
    let group: String
    let referred: CalendarDay
    let attached: Bool
    let jobOutcome: CalendarDay?
    /// The days on which sustainment payments fell due.
    let sustained: [CalendarDay]

    /// nil for somebody who was not referred by the day.
    init?(_ file: CaseFile, _ ledger: PaymentLedger, on day: CalendarDay) {
        guard let referral = file.referral else { return nil }
        let lines = ledger.lines(for: file, until: day)
        group = referral.group
        referred = referral.on
        attached = referral.attachment != nil
        jobOutcome = lines.first { $0.key.kind == .jobOutcome }?.dueOn
        sustained = lines.filter { $0.key.kind == .sustainment }.compactMap(\.dueOn)
    }
}

/// Adds customers up to a report.
struct SimulationTally {
    var events = 0
    private let plan: SimulationPlan
    private var outcomes: [SimulatedOutcome] = []

    /// Written answer 164391, 10 July 2013.
    private static let published: [(from: CalendarDay, until: CalendarDay, median: Int)] = [
        ((2011, 9, 1), (2011, 11, 30), 16), ((2011, 12, 1), (2012, 2, 29), 13), ((2012, 3, 1), (2012, 5, 31), 11),
        ((2012, 6, 1), (2012, 8, 31), 8), ((2012, 9, 1), (2012, 11, 30), 5), ((2012, 12, 1), (2013, 2, 28), 1),
    ].map { (CalendarDay(ymd: $0.0), CalendarDay(ymd: $0.1), $0.2) }
    private static let counted = CalendarDay(ymd: (2013, 3, 31))

    init(_ plan: SimulationPlan) { self.plan = plan }

    mutating func add(_ outcome: SimulatedOutcome?) {
        if let outcome { outcomes.append(outcome) }
    }

    var report: SimulationReport {
        SimulationReport(
            customers: plan.customers, events: events, cohorts: cohorts, rows: Self.published.map(row), groups: groups)
    }

    private var cohorts: [SimulationReport.Cohort] {
        Dictionary(grouping: outcomes) { Month(of: $0.referred) }.sorted { $0.key < $1.key }.map { month, people in
            SimulationReport.Cohort(
                month: month, referred: people.count, attached: people.count(where: \.attached),
                outcomes: people.count { person in
                    person.jobOutcome.map { $0 <= person.referred.adding(months: 12) } ?? false
                }, isWhole: month.last.adding(months: 12) <= plan.to)
        }
    }

    private func row(_ row: (from: CalendarDay, until: CalendarDay, median: Int)) -> SimulationReport.Row {
        let people = outcomes.filter { person in
            person.jobOutcome.map { row.from <= $0 && $0 <= row.until } ?? false
        }
        let counts = people.map { $0.sustained.count { $0 <= Self.counted } }.sorted()
        let middle = counts.count / 2
        let median: Double? =
            counts.isEmpty || plan.to < Self.counted
            ? nil : counts.count % 2 == 1 ? Double(counts[middle]) : Double(counts[middle - 1] + counts[middle]) / 2
        return SimulationReport.Row(
            from: row.from, until: row.until, published: row.median, people: people.count, median: median)
    }

    private var groups: [SimulationReport.Group] {
        SimulationParameters.groups.map { group in
            let people = outcomes.filter { $0.group == group.id }
            return SimulationReport.Group(
                group: group.id, referred: people.count, outcomes: people.count { $0.jobOutcome != nil })
        }
    }
}
