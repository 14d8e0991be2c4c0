/// The pathway as designed, laid over the journey, as a part of a page: each step with who left it and by how many days,
/// and how far people agreed with all of it.
struct PathwaySection {
    private let lived: LivedPathway

    init(_ lived: LivedPathway) { self.lived = lived }

    var html: String {
        "<p>\(MapDrawing.escaped(lived.sentence))</p>" + steps + "<p>\(Self.note)</p>" + untold + agreement
    }

    private static let note =
        "Days late are those past the last day, days early those before the first; of what was repeated they are those "
        + "until the last time, of what was out of order those to where it should have stood."

    private var steps: String {
        let rows = lived.steps.flatMap { step -> [[HTMLTable.Cell]] in
            let kept: [HTMLTable.Cell] = [.text(step.title), Self.people(step.due), Self.people(step.kept)]
            guard !step.left.isEmpty else {
                let nobody = step.due == nil ? "withheld" : "nobody left it"
                return [kept + [.text(nobody), .text(""), .text(""), .text("")]]
            }
            return step.left.map { left in
                kept + [
                    .text(left.departure.words), Self.people(left.people), Self.days(left.medianDays),
                    Self.days(left.totalDays),
                ]
            }
        }
        return HTMLTable(
            ["Step", "People it was due for", "Kept", "Left it", "People", "By half of them or more", "Days in all"],
            rows
        ).html
    }

    private var untold: String {
        guard !lived.untold.isEmpty else { return "" }
        let steps = lived.untold.joined(separator: " ")
        return
            "<p>The log never tells of: \(MapDrawing.escaped(steps)) Whether it was kept cannot be said.</p>"
    }

    private var agreement: String {
        HTMLTable(
            ["Of the steps due they kept", "People"],
            lived.spread.parts.map { [.text($0.title), Self.people($0.people)] }
        ).html
    }

    private static func people(_ count: Int?) -> HTMLTable.Cell { count.map { .number($0) } ?? .text("withheld") }

    private static func days(_ days: Double?) -> HTMLTable.Cell {
        .text(days.map { "\(MapDrawing.n($0)) days" } ?? "")
    }
}
