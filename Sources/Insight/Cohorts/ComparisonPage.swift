/// Two cohorts one above the other as one file of HTML: their rates, how soon they got there, where they wait and who hands
/// them on, what else differs, and both journeys at several levels of detail with every figure in a table.
///
/// It needs nothing else. With scripts a slider chooses the detail of each drawing; without, all of it is there.
public struct ComparisonPage {
    private let comparison: CohortComparison

    /// - Parameter comparison: what is shown.
    public init(_ comparison: CohortComparison) { self.comparison = comparison }

    private var question: CohortQuestion { comparison.question }
    private var cohorts: [Cohort] { [comparison.first, comparison.second] }

    /// The whole file.
    public var html: String {
        let maps = cohorts.map { HTMLPage.section("The journey of \($0.label)", journey($0)) }
        return HTMLPage(
            title: "\(comparison.first.name) and \(comparison.second.name)",
            lead: [comparison.sentence] + cohorts.compactMap { $0.immaturity(question) },
            sections: [
                HTMLPage.section(
                    "How many reached “\(question.reaching)” within \(JourneyMap.days(question.within))", rates),
                HTMLPage.section("How soon", curves + times), HTMLPage.section("Where people wait longest", waits),
                HTMLPage.section("Who hands people to whom", handOffs), HTMLPage.section("What differs", differences),
            ] + maps
        ).html
    }

    private static func written(_ proportion: Proportion) -> [HTMLTable.Cell] {
        [
            .text(CohortComparison.written(proportion)),
            .text(proportion.isWithheld ? "" : CohortComparison.written(proportion.interval)),
        ]
    }

    private var rates: String {
        HTMLTable(
            ["Cohort", "Followed long enough", "Reached it", "95% interval", "Half had, after (95% interval)"],
            cohorts.map { cohort in
                [.text(cohort.label), .text(cohort.followedWritten)] + Self.written(cohort.rate)
                    + [.text(cohort.medianWritten)]
            }
        ).html
            + "<p>Counts that would tell of fewer than five people are withheld. Intervals of rates are Wilson's (1927); that of the time after which half had reached it is where Greenwood's (1926) crosses one half.</p>"
    }

    private var curves: String {
        guard let svg = CohortCurves(comparison).svg else {
            return "<p>There are too few people to draw how soon without telling of fewer than five.</p>"
        }
        return "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Curves\">\(svg)</div>"
    }

    private var times: String {
        let rows = comparison.followed.map { told in
            [
                HTMLTable.Cell.text(told.cohort), .number(told.days), .number(told.waiting), .text(told.reached),
                .text(told.interval),
            ]
        }
        return HTMLTable(["Cohort", "Days", "Followed and not there yet", "Had reached it", "95% interval"], rows).html
            + "<p>\(MapDrawing.escaped(CohortComparison.followedNote))</p>"
    }

    private var waits: String {
        let waits = comparison.waits
        guard !waits.isEmpty else { return "<p>No step that five people or more took had any waiting in it.</p>" }
        return beside(waits, last: "went no further") { $0.stayed }
    }

    private var handOffs: String {
        let handed = comparison.handOffs
        guard !handed.isEmpty else {
            return "<p>No organisation handed five people or more of one cohort to another.</p>"
        }
        return beside(handed, last: "nine in ten within") { $0.ninetieth }
    }

    private func beside(
        _ steps: [StepBeside], last title: String, _ last: (StepBeside.Side) -> String
    ) -> String {
        let heads = cohorts.flatMap { cohort in
            ["people", "half within (95% interval)", title].map { "\(cohort.name): \($0)" }
        }
        let rows = steps.map { step -> [HTMLTable.Cell] in
            let told = [step.first, step.second].flatMap { [$0.people, $0.median, last($0)] }
            return ([step.from, step.to] + told + [step.difference]).map { .text($0) }
        }
        return HTMLTable(["From", "To"] + heads + ["Difference"], rows).html
            + "<p>\(MapDrawing.escaped(comparison.stepsNote))</p>"
    }

    /// The drawing at every level of detail, and the tables of it, each under a heading.
    private func journey(_ cohort: Cohort) -> String {
        let note = cohort.immaturity(question).map { "<p>\(MapDrawing.escaped($0))</p>" } ?? ""
        guard cohort.map.cases >= Proportion.least else {
            return note + "<p>There are fewer than five people, so their journey is not drawn.</p>"
        }
        let page = MapPage(cohort.map, title: "The journey of \(cohort.label)", least: Proportion.least)
        return note + page.levels + "\n"
            + page.tables.map { HTMLPage.part($0.heading, $0.content) }.joined(separator: "\n")
    }

    private var differences: String {
        let rows = comparison.differences.map { difference -> [HTMLTable.Cell] in
            let more = difference.more
            return [
                .text(difference.to.map { "\(difference.from) → \($0)" } ?? difference.from),
                .text(CohortComparison.written(difference.first)), .text(CohortComparison.written(difference.second)),
                .text("\(more.difference > 0 ? "+" : "")\(CohortComparison.percent(more.difference))"),
                .text(CohortComparison.written(more.interval)),
                .text(difference.isClear ? "clear" : "may be chance"),
            ]
        }
        return HTMLTable(
            ["What happened", comparison.first.name, comparison.second.name, "Difference", "95% interval", "How sure"],
            rows
        ).html
            + "<p>Counted are those who were followed for \(JourneyMap.days(question.within)), and what happened to them in those days. \(comparison.withheld) more are withheld for small numbers. Of twenty things that do not differ, one will look clear.</p>"
    }
}
