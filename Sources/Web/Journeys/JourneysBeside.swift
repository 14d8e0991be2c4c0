import Insight

/// Two cohorts: how many reached what was asked, where each waits, who hands them on, what else differs, and both drawn,
/// one above the other.
struct JourneysBeside: Component {
    let comparison: CohortComparison
    let filter: JourneysFilter

    private var first: Cohort { comparison.first }
    private var second: Cohort { comparison.second }

    var body: some HTML {
        h2 { "\(first.name) beside \(second.name)" }
        for answer in comparison.answers { p { answer } }
        for left in comparison.leftOut { p { left } }
        rates
        CurvesBeside(comparison: comparison)
        StepsBeside(comparison: comparison)
        differences
        DrawnCohort(cohort: first, filter: filter, id: "every-step")
        DrawnCohort(cohort: second, filter: filter, id: "every-step-below")
    }

    private var rates: some HTML {
        let heads = CohortComparison.rateHeads
        return DataTable(
            "Who reached “\(comparison.question.reaching)” within \(JourneyMap.days(comparison.question.within))",
            rows: [first, second],
            columns: [
                Column(heads[0], .heading) { cohort in cohort.label },
                Column(heads[1], .number) { cohort in cohort.followedWritten },
                Column(heads[2], .number) { cohort in CohortComparison.written(cohort.rate) },
                Column(heads[3], .number) { cohort in
                    cohort.rate.isWithheld ? "" : CohortComparison.written(cohort.rate.interval)
                },
                Column(heads[4], .number) { cohort in cohort.medianWritten },
            ])
    }

    @HTMLBuilder private var differences: some HTML {
        if !clear.isEmpty {
            h2 { "What clearly differs" }
            DataTable(
                "What people of one cohort did clearly more often", rows: clear, captionIsUnseen: true,
                columns: [
                    Column("What happened", .heading) { difference in
                        difference.to.map { "\(difference.from) → \($0)" } ?? difference.from
                    },
                    Column(first.name, .number) { CohortComparison.written($0.first) },
                    Column(second.name, .number) { CohortComparison.written($0.second) },
                    Column("Difference, 95% interval", .number) { CohortComparison.written($0.more.interval) },
                ])
        }
        p {
            "What differs is counted of those who were followed for \(JourneyMap.days(comparison.question.within)), and in those days. Counts that would tell of fewer than five people are withheld (\(comparison.withheld) of what differs). Of twenty things that do not differ, one will look as if it did."
        }
    }

    private var clear: [CohortComparison.Difference] { Array(comparison.differences.filter(\.isClear).prefix(15)) }
}
