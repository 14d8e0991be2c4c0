/// Two cohorts one above the other as one file of HTML: their rates, how soon they got there, where they wait and who hands
/// them on, what else differs, and both journeys at several levels of detail with every figure in a table.
///
/// It needs nothing else. With scripts a slider chooses the detail of each drawing; without, all of it is there.
public struct ComparisonPage {
    private let comparison: CohortComparison
    private let notes: [String]

    /// - Parameters:
    ///   - comparison: what is shown.
    ///   - notes: sentences to stand above all else, as that the record has changed since.
    public init(_ comparison: CohortComparison, notes: [String] = []) {
        self.comparison = comparison
        self.notes = notes
    }

    private var question: CohortQuestion { comparison.question }
    private var cohorts: [Cohort] { [comparison.first, comparison.second] }

    /// The whole file.
    public var html: String {
        let maps = cohorts.map { HTMLPage.section("The journey of \($0.label)", journey($0)) }
        return HTMLPage(
            title: "\(comparison.first.name) and \(comparison.second.name)",
            lead: notes + comparison.answers + comparison.leftOut,
            sections: [
                HTMLPage.section(
                    "How many reached “\(question.reaching)” within \(JourneyMap.days(question.within))", rates),
                HTMLPage.section("How soon", curves + times),
                HTMLPage.section(
                    "Where people wait longest", table(of: comparison.waitsTold, comparison.stepsNote)),
                HTMLPage.section(
                    "How long until something more happens", table(of: comparison.waitingTold, comparison.waitingNote)),
                HTMLPage.section(
                    "Who hands people to whom", table(of: comparison.handOffsTold, comparison.stepsNote)),
                HTMLPage.section("What differs", differences),
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
            CohortComparison.rateHeads,
            cohorts.map { cohort in
                [.text(cohort.label), .text(cohort.followedWritten)] + Self.written(cohort.rate)
                    + [.text(cohort.medianWritten)]
            }
        ).html
            + "<p>Counts that would tell of fewer than five people are withheld. Intervals of rates are Wilson's (1927); that of the time after which half had reached it is where Greenwood's (1926) crosses one half.</p>"
    }

    private var curves: String {
        guard let svg = CohortCurves(comparison).svg else {
            return "<p>\(CohortComparison.noCurve)</p>"
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
        return HTMLTable(CohortComparison.followedHeads, rows).html
            + "<p>\(MapDrawing.escaped(CohortComparison.followedNote))</p>"
    }

    private func table(of told: CohortComparison.StepsTold, _ note: String) -> String {
        guard !told.rows.isEmpty else { return "<p>\(told.untold)</p>" }
        return HTMLTable(told.heads, told.rows.map { row in row.map { HTMLTable.Cell.text($0) } }).html
            + "<p>\(MapDrawing.escaped(note))</p>"
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
