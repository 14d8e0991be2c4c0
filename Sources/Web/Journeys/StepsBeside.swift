import Insight

/// Where the people of two cohorts wait longest, how long until something more happens, and who hands them to whom, each
/// beside the other and how sure the difference is.
struct StepsBeside: Component {
    let comparison: CohortComparison

    var body: some HTML {
        let waits = comparison.waitsTold
        let waiting = comparison.waitingTold
        let handed = comparison.handOffsTold
        h2 { "Where people wait longest" }
        table("The steps in which the people of either cohort together waited longest", waits)
        h2 { "How long until something more happens" }
        table("How long people waited for whatever came next, those still waiting too", waiting, names: 1)
        if !waiting.rows.isEmpty { p { comparison.waitingNote } }
        h2 { "Who hands people to whom" }
        table("One organisation acting next after another", handed)
        if !(waits.rows.isEmpty && handed.rows.isEmpty) { p { comparison.stepsNote } }
    }

    /// - Parameter names: how many of the columns have names; the others have numbers.
    @HTMLBuilder private func table(
        _ heading: String, _ told: CohortComparison.StepsTold, names: Int = 2
    ) -> some HTML {
        if told.rows.isEmpty {
            p(.class("empty")) { told.untold }
        } else {
            div(.class("beside")) {
                DataTable(heading, rows: told.rows, captionIsUnseen: true, columns: Self.columns(told.heads, names))
            }
        }
    }

    private static func columns(_ heads: [String], _ names: Int) -> [Column<[String]>] {
        heads.enumerated().map { place, head in
            Column(head, place == 0 ? .heading : place < names ? .text : .number) { row in row[place] }
        }
    }
}
