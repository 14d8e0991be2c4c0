/// Two cohorts one above the other as one file of HTML: their rates, how soon they got there, their journeys, what differs.
public struct ComparisonPage {
    private let comparison: CohortComparison

    public init(_ comparison: CohortComparison) { self.comparison = comparison }

    private var question: CohortQuestion { comparison.question }
    private var cohorts: [Cohort] { [comparison.first, comparison.second] }

    /// The file: both maps, the rates with their intervals, the curves, and every difference in a table.
    public var html: String {
        let maps = cohorts.map { HTMLPage.section("The journey of \($0.name)", drawing($0)) }
        return HTMLPage(
            title: "\(comparison.first.name) and \(comparison.second.name)", lead: lead,
            sections: [
                HTMLPage.section("How many reached “\(question.reaching)” within \(question.within) days", rates),
                HTMLPage.section("How soon", Curves(cohorts, question).svg + times),
            ] + maps + [HTMLPage.section("What differs", differences)]
        ).html
    }

    private var lead: [String] {
        var lead = [sentence]
        for cohort in cohorts where !cohort.isMature {
            lead.append(
                "\(cohort.name) is not mature: not everybody in it has been followed for \(question.within) days yet. Rates count only those who have."
            )
        }
        return lead
    }

    private var sentence: String { comparison.sentence }
    static func percent(_ share: Double) -> String { CohortComparison.percent(share) }

    private static func range(_ range: ClosedRange<Double>) -> String {
        "\(percent(range.lowerBound)) to \(percent(range.upperBound))"
    }

    private static func written(_ proportion: Proportion) -> [HTMLTable.Cell] {
        proportion.isWithheld
            ? [.text("withheld"), .text("")]
            : [
                .text("\(percent(proportion.share)) (\(proportion.count) of \(proportion.of))"),
                .text(range(proportion.interval)),
            ]
    }

    private var rates: String {
        HTMLTable(
            ["Cohort", "Followed long enough", "Reached it", "95% interval", "Half had, after"],
            cohorts.map { cohort in
                let few = cohort.map.cases < Proportion.least
                return [
                    .text(cohort.name), .text(few ? "fewer than 5" : "\(cohort.mature) of \(cohort.counted)"),
                ] + Self.written(cohort.rate) + [.text(cohort.medianDays.map { "\($0) days" } ?? "not known")]
            }
        ).html + "<p>Counts that would tell of fewer than five people are withheld. Intervals are Wilson's (1927).</p>"
    }

    private var times: String {
        let rows = cohorts.flatMap { cohort in
            (cohort.map.cases < Proportion.least ? [] : cohort.curve(question)).filter {
                $0.days.isMultiple(of: 28) || $0.days == question.within
            }.map {
                [
                    HTMLTable.Cell.text(cohort.name), .number($0.days), .number($0.followed),
                    .text(Self.percent($0.reached)),
                    .text("\(Self.percent($0.low)) to \(Self.percent($0.high))"),
                ]
            }
        }
        return HTMLTable(["Cohort", "Days", "Followed so long", "Had reached it", "95% interval"], rows).html
            + "<p>Estimated after Kaplan and Meier (1958), intervals by Greenwood's formula (1926), as far as five people were followed.</p>"
    }

    private func drawing(_ cohort: Cohort) -> String {
        let few = cohort.map.cases < Proportion.least
        guard !few else { return "<p>There are fewer than five people, so their journey is not drawn.</p>" }
        let shown = ShownMap.readable(cohort.map, least: Proportion.least)
        let drawn = MapDrawing(shown, title: "The journey of \(cohort.name)")?.svg
        return "<div class=\"drawing\" tabindex=\"0\" role=\"group\" aria-label=\"Drawing of the journey\">"
            + (drawn ?? "<p>No step was taken by five people or more.</p>") + "</div>"
    }

    private var differences: String {
        let rows = comparison.differences.map { difference -> [HTMLTable.Cell] in
            let more = difference.more
            return [
                .text(difference.to.map { "\(difference.from) → \($0)" } ?? difference.from),
                .text("\(Self.percent(difference.first.share)) (\(difference.first.count) of \(difference.first.of))"),
                .text(
                    "\(Self.percent(difference.second.share)) (\(difference.second.count) of \(difference.second.of))"),
                .text("\(more.difference > 0 ? "+" : "")\(Self.percent(more.difference))"),
                .text(Self.range(more.interval)),
                .text(difference.isClear ? "clear" : "may be chance"),
            ]
        }
        return HTMLTable(
            ["What happened", comparison.first.name, comparison.second.name, "Difference", "95% interval", "How sure"],
            rows
        ).html
            + "<p>\(comparison.withheld) more are withheld for small numbers. Of twenty things that do not differ, one will look clear.</p>"
    }
}

/// How the share that got there grows, one line a cohort, told apart by dashes and by name.
private struct Curves {
    private let cohorts: [Cohort]
    private let question: CohortQuestion

    init(_ cohorts: [Cohort], _ question: CohortQuestion) {
        self.cohorts = cohorts
        self.question = question
    }

    var svg: String {
        let (width, height, left, top) = (640.0, 300.0, 50.0, 20.0)
        func x(_ days: Int) -> Double { left + width * Double(days) / Double(max(question.within, 1)) }
        func y(_ share: Double) -> Double { top + height * (1 - share) }
        func n(_ value: Double) -> String { MapDrawing.n(value) }
        var out = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 430\" width=\"720\" height=\"430\" role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"13\" fill=\"#1a1a1a\">",
            "<title>Share that reached \(MapDrawing.escaped(question.reaching)), by days since the first event</title>",
        ]
        for share in [0, 0.25, 0.5, 0.75, 1] {
            out.append("<path d=\"M \(n(left)) \(n(y(share))) h \(n(width))\" stroke=\"#b1b1b1\"/>")
            out.append(
                "<text x=\"44\" y=\"\(n(y(share) + 4))\" text-anchor=\"end\">\(ComparisonPage.percent(share))</text>")
        }
        for part in 0...4 {
            let days = question.within * part / 4
            out.append("<text x=\"\(n(x(days)))\" y=\"\(n(top + height + 20))\" text-anchor=\"middle\">\(days)</text>")
        }
        out.append(
            "<text x=\"\(n(left + width / 2))\" y=\"\(n(top + height + 42))\" text-anchor=\"middle\">days</text>")
        for (number, cohort) in cohorts.enumerated() where cohort.map.cases >= Proportion.least {
            let curve = cohort.curve(question)
            guard !curve.isEmpty else { continue }
            let band =
                curve.map { "\(n(x($0.days))) \(n(y($0.high)))" }
                + curve.reversed().map { "\(n(x($0.days))) \(n(y($0.low)))" }
            out.append(
                "<path d=\"M \(band.joined(separator: " L ")) Z\" fill=\"#6b6b6b\" fill-opacity=\"\(number == 0 ? "0.12" : "0.2")\"/>"
            )
            let line = curve.map { "\(n(x($0.days))) \(n(y($0.reached)))" }.joined(separator: " L ")
            let name = cohort.isMature ? cohort.name : "\(cohort.name) (not mature)"
            let key = top + height + 70 + Double(number) * 24
            let dashes = number == 0 ? "" : " stroke-dasharray=\"8 5\""
            out += ["M \(line)", "M \(n(left)) \(n(key)) h 48"].map {
                "<path d=\"\($0)\" fill=\"none\" stroke=\"#1a1a1a\" stroke-width=\"2.5\"\(dashes)/>"
            }
            out.append("<text x=\"\(n(left + 58))\" y=\"\(n(key + 4))\">\(MapDrawing.escaped(name))</text>")
        }
        return "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Curves\">"
            + (out + ["</svg></div>"]).joined(separator: "\n")
    }
}
