import Insight

/// How soon the people of two cohorts got there: both curves in one drawing, and a table of them that opens.
struct CurvesBeside: Component {
    let comparison: CohortComparison

    var body: some HTML {
        h2 { "How soon" }
        if let svg = CohortCurves(comparison).svg {
            div(.class("journey curves"), .tabindex(0), .role("group"), .ariaLabel("Drawing: how soon")) {
                UnescapedMarkup(escapedBy: "CohortCurves", svg)
            }
            Disclosure("How soon, in a table") { points }
            p { CohortComparison.followedNote }
        } else {
            p(.class("empty")) { CohortComparison.noCurve }
        }
    }

    private var points: some HTML {
        let heads = CohortComparison.followedHeads
        return DataTable(
            "The share of each cohort that had reached it", rows: comparison.followed, captionIsUnseen: true,
            columns: [
                Column(heads[0], .heading) { told in told.cohort },
                Column(heads[1], .number) { told in grouped(told.days) },
                Column(heads[2], .number) { told in grouped(told.waiting) },
                Column(heads[3], .number) { told in told.reached },
                Column(heads[4], .number) { told in told.interval },
            ])
    }
}
