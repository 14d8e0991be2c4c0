/// Two cohorts one above the other as one file of HTML: their rates, how soon they got there, their journeys, what differs.
public struct ComparisonPage {
    private let comparison: CohortComparison

    /// - Parameter comparison: what is shown.
    public init(_ comparison: CohortComparison) { self.comparison = comparison }

    private var question: CohortQuestion { comparison.question }
    private var cohorts: [Cohort] { [comparison.first, comparison.second] }

    /// The file: both maps, the rates with their intervals, the curves, and every difference in a table.
    public var html: String {
        let maps = cohorts.map { HTMLPage.section("The journey of \($0.label)", drawing($0)) }
        return HTMLPage(
            title: "\(comparison.first.name) and \(comparison.second.name)",
            lead: [comparison.sentence] + cohorts.compactMap { $0.immaturity(question) },
            sections: [
                HTMLPage.section("How many reached “\(question.reaching)” within \(question.within) days", rates),
                HTMLPage.section("How soon", curves + times),
            ] + maps + [HTMLPage.section("What differs", differences)]
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

    private func drawing(_ cohort: Cohort) -> String {
        let note = cohort.immaturity(question).map { "<p>\(MapDrawing.escaped($0))</p>" } ?? ""
        guard cohort.map.cases >= Proportion.least else {
            return note + "<p>There are fewer than five people, so their journey is not drawn.</p>"
        }
        let shown = ShownMap.readable(cohort.map, least: Proportion.least)
        let drawn = MapDrawing(shown, title: "The journey of \(cohort.label)")?.svg
        return note + "<div class=\"drawing\" tabindex=\"0\" role=\"group\" aria-label=\"Drawing of the journey\">"
            + (drawn ?? "<p>No step was taken by five people or more.</p>") + "</div>"
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
            + "<p>Counted are those who were followed for \(question.within) days, and what happened to them in those days. \(comparison.withheld) more are withheld for small numbers. Of twenty things that do not differ, one will look clear.</p>"
    }
}
