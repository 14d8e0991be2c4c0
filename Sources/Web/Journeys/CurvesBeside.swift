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
            p(.class("empty")) { "There are too few people to draw how soon without telling of fewer than five." }
        }
    }

    private var points: some HTML {
        DataTable(
            "The share of each cohort that had reached it", rows: comparison.followed, captionIsUnseen: true,
            columns: [
                Column("Cohort", .heading) { told in told.cohort },
                Column("Days", .number) { told in grouped(told.days) },
                Column("Followed and not there yet", .number) { told in grouped(told.waiting) },
                Column("Had reached it", .number) { told in told.reached },
                Column("95% interval", .number) { told in told.interval },
            ])
    }
}
