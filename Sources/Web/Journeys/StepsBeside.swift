import Insight

/// Where the people of two cohorts wait longest, and who hands them to whom, each beside the other.
struct StepsBeside: Component {
    let first: Cohort
    let second: Cohort

    var body: some HTML {
        h2 { "Where people wait longest" }
        if waits.isEmpty {
            p(.class("empty")) { "No step that five people or more took had any waiting in it." }
        } else {
            table("The steps in which the people of either cohort together waited longest", waits)
            p {
                "The difference is between the times within which half had gone on: with a plus, those of \(second.name) waited longer."
            }
        }
        h2 { "Who hands people to whom" }
        if handed.isEmpty {
            p(.class("empty")) { "No organisation handed five people or more of one cohort to another." }
        } else {
            table("One organisation acting next after another", handed)
        }
    }

    private var waits: [StepBeside] { StepBeside.longest(first.map, second.map) }
    private var handed: [StepBeside] { StepBeside.handed(first.map, second.map) }

    private func table(_ heading: String, _ rows: [StepBeside]) -> some HTML {
        var columns: [Column<StepBeside>] = [
            Column("From", .heading) { step in step.from }, Column("To") { step in step.to },
        ]
        columns += self.columns(first.name) { step in step.first }
        columns += self.columns(second.name) { step in step.second }
        columns.append(Column("Difference", .number) { step in step.difference ?? "not told" })
        return div(.class("beside")) { DataTable(heading, rows: rows, captionIsUnseen: true, columns: columns) }
    }

    private func columns(
        _ name: String, _ edge: @escaping @Sendable (StepBeside) -> JourneyMap.Edge?
    ) -> [Column<StepBeside>] {
        [
            Column("\(name): people", .number) { step in edge(step).map { grouped($0.cases) } ?? "fewer than 5" },
            Column("\(name): half within", .number) { step in
                edge(step).map { JourneyMap.written($0.median) } ?? "not told"
            },
            Column("\(name): nine in ten within", .number) { step in
                edge(step).map { JourneyMap.written($0.ninetieth) } ?? "not told"
            },
        ]
    }
}
