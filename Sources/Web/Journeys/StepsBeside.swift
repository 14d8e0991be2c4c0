import Insight

/// Where the people of two cohorts wait longest, and who hands them to whom, each beside the other and how sure the
/// difference is.
struct StepsBeside: Component {
    let comparison: CohortComparison

    var body: some HTML {
        let waits = comparison.waitsTold
        let handed = comparison.handOffsTold
        h2 { "Where people wait longest" }
        table("The steps in which the people of either cohort together waited longest", waits)
        h2 { "Who hands people to whom" }
        table("One organisation acting next after another", handed)
        if !(waits.rows.isEmpty && handed.rows.isEmpty) { p { comparison.stepsNote } }
    }

    @HTMLBuilder private func table(_ heading: String, _ told: CohortComparison.StepsTold) -> some HTML {
        if told.rows.isEmpty {
            p(.class("empty")) { told.untold }
        } else {
            div(.class("beside")) {
                DataTable(heading, rows: told.rows, captionIsUnseen: true, columns: Self.columns(told.heads))
            }
        }
    }

    private static func columns(_ heads: [String]) -> [Column<[String]>] {
        heads.enumerated().map { place, head in
            Column(head, place == 0 ? .heading : place == 1 ? .text : .number) { row in row[place] }
        }
    }
}
