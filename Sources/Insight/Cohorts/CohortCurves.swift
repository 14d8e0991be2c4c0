/// How the share that got there grows, one line a cohort, told apart by dashes and by name. A line is thin and dotted
/// beyond the days for which everybody was followed, so that black and white tells it too.
struct CohortCurves {
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

    var svg: String {
        let lines = zip(cohorts, Self.strokes).flatMap { cohort, stroke in
            self.lines(cohort, whole: stroke.whole, part: stroke.part)
        }
        let since = question.since.map { "“\($0)”" } ?? "the first event"
        let title = "Share that reached “\(question.reaching)”, by days since \(since)"
        let size = Self.n(Self.top + Self.height + 62 + 24 * Double(max(lines.count, 2)))
        var out = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 \(size)\" width=\"720\" height=\"\(size)\" role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"13\" fill=\"#1a1a1a\">",
            "<title>\(MapDrawing.escaped(title))</title>",
        ]
        out += axes
        for (number, cohort) in cohorts.enumerated() { out += band(cohort, number == 0 ? "0.12" : "0.2") }
        for (number, line) in lines.enumerated() {
            let key = Self.top + Self.height + 70 + Double(number) * 24
            out += [path(line.points), "M \(Self.n(Self.left)) \(Self.n(key)) h 48"].map {
                "<path d=\"\($0)\" fill=\"none\" stroke=\"#1a1a1a\" \(line.stroke)/>"
            }
            out.append(
                "<text x=\"\(Self.n(Self.left + 58))\" y=\"\(Self.n(key + 4))\">\(MapDrawing.escaped(line.label))</text>"
            )
        }
        return "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Curves\">"
            + (out + ["</svg></div>"]).joined(separator: "\n")
    }

    private func lines(_ cohort: Cohort, whole: String, part: String) -> [Line] {
        let curve = cohort.curve(question)
        let ofAll = Array(curve.prefix(while: { $0.isOfAll }))
        // It goes on from where that of everybody ends.
        let beyond = Array(curve.dropFirst(max(ofAll.count - 1, 0)))
        let first = beyond.count > 1 ? "\(cohort.name), as far as everybody was followed" : cohort.label
        return [
            Line(label: first, points: ofAll, stroke: whole), Line(label: cohort.label, points: beyond, stroke: part),
        ].filter { $0.points.count > 1 }
    }

    private var axes: [String] {
        var out: [String] = []
        for share in [0, 0.25, 0.5, 0.75, 1] {
            out.append(
                "<path d=\"M \(Self.n(Self.left)) \(Self.n(y(share))) h \(Self.n(Self.width))\" stroke=\"#b1b1b1\"/>")
            out.append(
                "<text x=\"44\" y=\"\(Self.n(y(share) + 4))\" text-anchor=\"end\">\(CohortComparison.percent(share))</text>"
            )
        }
        let bottom = Self.top + Self.height
        for part in 0...4 {
            let days = question.within * part / 4
            out.append(Self.middle("\(days)", x(days), bottom + 20))
        }
        return out + [Self.middle("days", Self.left + Self.width / 2, bottom + 42)]
    }

    private func band(_ cohort: Cohort, _ opacity: String) -> [String] {
        let curve = cohort.curve(question)
        guard !curve.isEmpty else { return [] }
        let around =
            curve.map { "\(Self.n(x($0.days))) \(Self.n(y($0.high)))" }
            + curve.reversed().map { "\(Self.n(x($0.days))) \(Self.n(y($0.low)))" }
        return [
            "<path d=\"M \(around.joined(separator: " L ")) Z\" fill=\"#6b6b6b\" fill-opacity=\"\(opacity)\"/>"
        ]
    }

    private func path(_ points: [Cohort.Point]) -> String {
        "M " + points.map { "\(Self.n(x($0.days))) \(Self.n(y($0.reached)))" }.joined(separator: " L ")
    }

    private func x(_ days: Int) -> Double {
        Self.left + Self.width * Double(days) / Double(max(question.within, 1))
    }

    private func y(_ share: Double) -> Double { Self.top + Self.height * (1 - share) }

    private static func n(_ value: Double) -> String { MapDrawing.n(value) }

    private static func middle(_ text: String, _ x: Double, _ y: Double) -> String {
        "<text x=\"\(n(x))\" y=\"\(n(y))\" text-anchor=\"middle\">\(text)</text>"
    }
}
