public import Kernel

/// What came of a simulation, beside what was published.
public struct SimulationReport: Sendable, Equatable {
    /// Those referred in one month.
    public struct Cohort: Sendable, Equatable {
        public let month: Month
        public let referred: Int
        public let attached: Int
        /// Those with a job outcome due no more than 12 months after the day of referral.
        public let outcomes: Int
        /// Whether 12 months had passed for everybody.
        public let isWhole: Bool

        public var rate: Double { Double(outcomes) / Double(max(1, referred)) }
        /// √(p(1 − p)/n).
        public var standardError: Double { (rate * (1 - rate) / Double(max(1, referred))).squareRoot() }
    }

    /// Those with a job outcome in a quarter, and the middle number of their sustainment payments due by 31 March 2013.
    public struct Row: Sendable, Equatable {
        public let from: CalendarDay
        public let until: CalendarDay
        public let published: Int
        public let people: Int
        /// nil when there was nobody, or the simulation ends before 31 March 2013.
        public let median: Double?
    }

    /// Those referred in one group. The groups' rates are ours.
    public struct Group: Sendable, Equatable {
        public let group: String
        public let referred: Int
        public let outcomes: Int
    }

    public let customers: Int
    public let events: Int
    public let cohorts: [Cohort]
    public let rows: [Row]
    public let groups: [Group]
}

extension SimulationReport {
    /// The report in lines, for a terminal.
    public var text: String {
        var lines = ["\(customers) customers, \(events) events.", ""]
        lines.append("Job outcome within 12 months of referral (published: June 2011 8.5%, June 2012 13.0%)")
        for cohort in cohorts {
            let rate =
                cohort.isWhole
                ? "\(percent(cohort.rate)), standard error \(percent(cohort.standardError))" : "12 months are not over"
            lines.append("  \(cohort.month.written): \(cohort.referred) referred, \(cohort.attached) attached: \(rate)")
        }
        lines += ["", "Median sustainment payments due by 31 March 2013, by day of job outcome"]
        for row in rows {
            lines.append(
                "  \(row.from.written) to \(row.until.written): \(row.people) people, median \(row.median.map(number) ?? "none"), published \(row.published)"
            )
        }
        lines += ["", "Job outcomes by payment group (shares and rates are ours)"]
        for group in groups {
            lines.append("  Group \(group.group): \(group.referred) referred, \(group.outcomes) job outcomes")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func percent(_ value: Double) -> String {
        let hundredths = Int((value * 10_000).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)%"
    }

    private func number(_ median: Double) -> String {
        median == median.rounded() ? "\(Int(median))" : "\(median)"
    }
}
