import Insight

/// Where the people of two cohorts wait longest, and who hands them to whom, each beside the other and how sure the
/// difference is.
struct StepsBeside: Component {
    let comparison: CohortComparison

    private static let interval = "half within (95% interval)"

    var body: some HTML {
        let waits = comparison.waits
        let handed = comparison.handOffs
        h2 { "Where people wait longest" }
        if waits.isEmpty {
            p(.class("empty")) { "No step that five people or more took had any waiting in it." }
        } else {
            table(
                "The steps in which the people of either cohort together waited longest", waits,
                last: "went no further"
            ) { $0.stayed }
        }
        h2 { "Who hands people to whom" }
        if handed.isEmpty {
            p(.class("empty")) { "No organisation handed five people or more of one cohort to another." }
        } else {
            table("One organisation acting next after another", handed, last: "nine in ten within") { $0.ninetieth }
        }
        if !(waits.isEmpty && handed.isEmpty) { p { comparison.stepsNote } }
    }

    private func table(
        _ heading: String, _ rows: [StepBeside], last title: String,
        _ last: @escaping @Sendable (StepBeside.Side) -> String
    ) -> some HTML {
        var columns: [Column<StepBeside>] = [
            Column("From", .heading) { step in step.from }, Column("To") { step in step.to },
        ]
        func add(_ name: String, _ side: @escaping @Sendable (StepBeside) -> StepBeside.Side) {
            columns.append(Column("\(name): people", .number) { step in side(step).people })
            columns.append(Column("\(name): \(Self.interval)", .number) { step in side(step).median })
            columns.append(Column("\(name): \(title)", .number) { step in last(side(step)) })
        }
        add(comparison.first.name) { $0.first }
        add(comparison.second.name) { $0.second }
        columns.append(Column("Difference", .number) { step in step.difference })
        return div(.class("beside")) { DataTable(heading, rows: rows, captionIsUnseen: true, columns: columns) }
    }
}
