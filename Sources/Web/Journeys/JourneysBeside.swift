import Insight

/// Two cohorts side by side: how many reached what was asked, and what else differs.
struct JourneysBeside: Component {
    let comparison: CohortComparison

    var body: some HTML {
        h2 { "\(comparison.first.name) beside \(comparison.second.name)" }
        p { comparison.sentence }
        for cohort in [comparison.first, comparison.second] where !cohort.isMature {
            p {
                "\(cohort.name) is not mature: not everybody has been followed for \(comparison.question.within) days yet. Rates count only those who have."
            }
        }
        DataTable(
            "Who reached “\(comparison.question.reaching)” within \(comparison.question.within) days",
            rows: [comparison.first, comparison.second],
            columns: [
                Column("Cohort", .heading) { cohort in cohort.name },
                Column("Reached it", .number) { cohort in CohortComparison.written(cohort.rate) },
                Column("95% interval", .number) { cohort in
                    cohort.rate.isWithheld ? "" : CohortComparison.written(cohort.rate.interval)
                },
                Column("Half had, after", .number) { cohort in
                    cohort.medianDays.map { "\($0) days" } ?? "not known"
                },
            ])
        if !clear.isEmpty {
            DataTable(
                "What clearly differs", rows: clear,
                columns: [
                    Column("What happened", .heading) { difference in
                        difference.to.map { "\(difference.from) → \($0)" } ?? difference.from
                    },
                    Column(comparison.first.name, .number) { CohortComparison.written($0.first) },
                    Column(comparison.second.name, .number) { CohortComparison.written($0.second) },
                    Column("Difference, 95% interval", .number) { CohortComparison.written($0.more.interval) },
                ])
        }
        p {
            "Counts that would tell of fewer than five people are withheld (\(comparison.withheld) of what differs). Of twenty things that do not differ, one will look as if it did."
        }
    }

    private var clear: [CohortComparison.Difference] { Array(comparison.differences.filter(\.isClear).prefix(15)) }
}
