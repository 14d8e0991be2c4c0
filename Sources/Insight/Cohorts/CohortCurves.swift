/// How the share that got there grows, a line a cohort, rising in steps (Kaplan and Meier, 1958), with Greenwood's interval
/// about it and how many are still followed beneath.
///
/// Nothing is said by colour: lines are told apart by dashes and by name, intervals by the way their hatching leans. A line
/// is thin and dotted beyond the days for which everybody was followed. No point is drawn that would tell of fewer than
/// five people (`Cohort.curve`).
public struct CohortCurves {
    private let cohorts: [Cohort]
    private let question: CohortQuestion

    private static let (width, height, left, top) = (640.0, 300.0, 50.0, 20.0)
    /// Of each cohort: where everybody was followed, and beyond.
    private static let strokes = [
        (whole: "stroke-width=\"2.5\"", part: "stroke-width=\"1.5\" stroke-dasharray=\"2 4\""),
        (
            whole: "stroke-width=\"2.5\" stroke-dasharray=\"10 5\"",
            part: "stroke-width=\"1.5\" stroke-dasharray=\"10 4 2 4\""
        ),
    ]
    /// How the hatching of each cohort leans, in degrees from upright.
    private static let leans = [45, -45]
    /// The least room of a number beneath the axis.
    private static let room = 60.0

    /// - Parameter comparison: of the two cohorts, the first above in the key.
    public init(_ comparison: CohortComparison) {
        self.init([comparison.first, comparison.second], comparison.question)
    }

    /// - Parameters:
    ///   - cohorts: two.
    ///   - question: which curve of theirs.
    init(_ cohorts: [Cohort], _ question: CohortQuestion) {
        self.cohorts = cohorts
        self.question = question
    }

    private struct Line {
        let label: String
        let points: [Cohort.Point]
        let stroke: String
    }

    /// A cohort that has a line, as it is drawn.
    private struct Drawn {
        let number: Int
        let curve: [Cohort.Point]
        let lines: [Line]
    }

    /// The drawing, with a title and a description for those who hear it; nil when no cohort has a line.
    public var svg: String? {
        let drawn = self.drawn
        guard !drawn.isEmpty else { return nil }
        let since = question.since.map { "“\($0)”" } ?? "the first event"
        let title = "Share that reached “\(question.reaching)”, by days since \(since)"
        let ending = "Hatched: what each share may be, at 95%."
        let risk = Self.top + Self.height + 72
        let key = risk + 24 * Double(drawn.count) + 24
        let bottom = key + 24 * Double(drawn.reduce(0) { $0 + $1.lines.count })
        let size = Self.n(bottom + 20)
        let heard = MapDrawing.escaped((drawn.map(said) + [ending]).joined(separator: " "))
        var parts: [String] = drawn.map(pattern)
        parts += axes
        parts += drawn.map(band)
        for one in drawn { parts += one.lines.map(path) }
        parts += atRisk(drawn, from: risk)
        parts += keys(drawn, from: key)
        parts.append(Self.text(ending, Self.left, bottom + 2))
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 \(size)" width="720" height="\(size)" role="img" font-family="system-ui, sans-serif" font-size="13" fill="#1a1a1a">
            <title>\(MapDrawing.escaped(title))</title>
            <desc>\(heard)</desc>
            <rect width="100%" height="100%" fill="#ffffff"/>
            \(parts.joined(separator: "\n"))
            </svg>
            """
    }

    private var drawn: [Drawn] {
        zip(cohorts, Self.strokes).enumerated().compactMap { number, pair in
            let curve = pair.0.curve(question)
            let lines = self.lines(pair.0, curve, whole: pair.1.whole, part: pair.1.part)
            return lines.isEmpty ? nil : Drawn(number: number, curve: curve, lines: lines)
        }
    }

    private func lines(_ cohort: Cohort, _ curve: [Cohort.Point], whole: String, part: String) -> [Line] {
        let ofAll = Array(curve.prefix(while: { $0.isOfAll }))
        // It goes on from where that of everybody ends.
        let beyond = Array(curve.dropFirst(max(ofAll.count - 1, 0)))
        let first = beyond.count > 1 ? "\(cohort.name), as far as everybody was followed" : cohort.label
        return [
            Line(label: first, points: ofAll, stroke: whole), Line(label: cohort.label, points: beyond, stroke: part),
        ].filter { $0.points.count > 1 }
    }

    private func said(_ drawn: Drawn) -> String {
        guard let last = drawn.curve.last else { return "" }
        return "\(cohorts[drawn.number].label): \(CohortComparison.percent(last.reached)) by day \(last.days)."
    }
}

// MARK: Parts

extension CohortCurves {
    private var axes: [String] {
        var out: [String] = []
        for share in [0, 0.25, 0.5, 0.75, 1] {
            out.append(
                "<path d=\"M \(Self.n(Self.left)) \(Self.n(y(share))) h \(Self.n(Self.width))\" stroke=\"#b1b1b1\"/>")
            out.append(Self.text(CohortComparison.percent(share), 44, y(share) + 4, "text-anchor=\"end\""))
        }
        let bottom = Self.top + Self.height
        for part in 0...4 {
            let days = question.within * part / 4
            out.append(Self.text("\(days)", x(days), bottom + 20, Self.middle))
        }
        return out + [Self.text("days", Self.left + Self.width / 2, bottom + 42, Self.middle)]
    }

    private func pattern(_ drawn: Drawn) -> String {
        "<pattern id=\"\(Self.hatch(drawn))\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" "
            + "patternTransform=\"rotate(\(Self.leans[drawn.number]))\">"
            + "<path d=\"M 0 0 V 8\" stroke=\"#6b6b6b\" stroke-width=\"1.2\"/></pattern>"
    }

    private static func hatch(_ drawn: Drawn) -> String { "interval-\(drawn.number + 1)" }

    private func band(_ drawn: Drawn) -> String {
        let high = stepped(drawn.curve.map { (x($0.days), y($0.high)) })
        // From its last height straight down to its last depth, then back from step to step.
        let down = drawn.curve.last.map { " V \(Self.n(y($0.low)))" } ?? ""
        let back = drawn.curve.dropLast().reversed().map { " V \(Self.n(y($0.low))) H \(Self.n(x($0.days)))" }
        return
            "<path class=\"interval\" d=\"\(high)\(down)\(back.joined()) Z\" fill=\"url(#\(Self.hatch(drawn)))\" stroke=\"#6b6b6b\" stroke-width=\"0.8\"/>"
    }

    private func path(_ line: Line) -> String {
        let way = stepped(line.points.map { (x($0.days), y($0.reached)) })
        return "<path class=\"curve\" d=\"\(way)\" fill=\"none\" stroke=\"#1a1a1a\" \(line.stroke)/>"
    }

    /// Level from each point to the day of the next, and there up or down to it.
    private func stepped(_ points: [(x: Double, y: Double)]) -> String {
        guard let first = points.first else { return "" }
        return "M \(Self.n(first.x)) \(Self.n(first.y))"
            + points.dropFirst().map { " H \(Self.n($0.x)) V \(Self.n($0.y))" }.joined()
    }

    /// How many were followed and had not got there, at days far enough apart to be read.
    private func atRisk(_ drawn: [Drawn], from top: Double) -> [String] {
        var out = [Self.text("Followed and not there yet", Self.left, top)]
        for (row, one) in drawn.enumerated() {
            let y = top + 24 * Double(row + 1)
            out.append(Self.sample(one.lines[0].stroke, 2, y - 4, 26))
            var last = -Double.infinity
            for point in one.curve where x(point.days) - last >= Self.room {
                last = x(point.days)
                out.append(
                    Self.text(JourneyMap.grouped(point.followed), last, y, "\(Self.middle) class=\"at-risk\""))
            }
        }
        return out
    }

    private func keys(_ drawn: [Drawn], from top: Double) -> [String] {
        let lines = drawn.flatMap { one in one.lines.map { (Self.hatch(one), $0) } }
        return lines.enumerated().flatMap { row, line in
            let y = top + 24 * Double(row)
            return [
                "<rect x=\"\(Self.n(Self.left))\" y=\"\(Self.n(y - 12))\" width=\"48\" height=\"16\" fill=\"url(#\(line.0))\"/>",
                Self.sample(line.1.stroke, Self.left, y - 4, 48), Self.text(line.1.label, Self.left + 58, y),
            ]
        }
    }

    private static func sample(_ stroke: String, _ x: Double, _ y: Double, _ length: Double) -> String {
        "<path d=\"M \(n(x)) \(n(y)) h \(n(length))\" fill=\"none\" stroke=\"#1a1a1a\" \(stroke)/>"
    }

    private func x(_ days: Int) -> Double {
        Self.left + Self.width * Double(days) / Double(max(question.within, 1))
    }

    private func y(_ share: Double) -> Double { Self.top + Self.height * (1 - share) }

    private static let middle = "text-anchor=\"middle\""

    private static func n(_ value: Double) -> String { MapDrawing.n(value) }

    private static func text(_ text: String, _ x: Double, _ y: Double, _ more: String = "") -> String {
        "<text x=\"\(n(x))\" y=\"\(n(y))\"\(more.isEmpty ? "" : " \(more)")>\(MapDrawing.escaped(text))</text>"
    }
}
