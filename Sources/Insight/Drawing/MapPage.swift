/// A journey map as one file of HTML that needs nothing else: the drawing at several levels of detail, and every figure in a
/// table. With scripts a slider chooses the level, and the tables can be sorted and searched; without, all of it is there.
public struct MapPage {
    private let map: ToldMap
    private let title: String
    private let lived: LivedPathway?
    private let notes: [String]

    /// Shares of all steps taken that the drawings show.
    private static let shares = [0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 1]
    /// The drawing that is open first is the fullest with no more steps than this.
    private static let readable = 26
    private static let mostJourneys = 200

    /// - Parameters:
    ///   - map: of everybody meant.
    ///   - title: what the page is called.
    ///   - lived: the pathway as designed, laid over the same cases; its steps are marked in the drawings.
    ///   - least: what fewer people did is left out, and each number that would tell of fewer (`ToldMap`).
    public init(_ map: JourneyMap, title: String, lived: LivedPathway? = nil, least: Int = 0) {
        self.init(ToldMap(map, least: least), title: title, lived: lived)
    }

    /// - Parameters:
    ///   - map: what is told of everybody meant.
    ///   - title: what the page is called.
    ///   - lived: the pathway as designed, laid over the same cases; its steps are marked in the drawings.
    ///   - notes: sentences to stand above all else, as that the record has changed since.
    public init(_ map: ToldMap, title: String, lived: LivedPathway? = nil, notes: [String] = []) {
        self.map = map
        self.title = title
        self.lived = lived?.withheld(under: map.least)
        self.notes = notes
    }

    /// The whole file.
    public var html: String {
        let body =
            ["<section id=\"drawing\"><h2>The journey, drawn</h2>\n\(levels)\n</section>"] + pathway
            + tables.map { HTMLPage.section($0.heading, $0.content) }
        return HTMLPage(title: title, lead: notes + [map.sentence], sections: body).html
    }

    /// A table, or two, under a heading.
    struct Part {
        let heading: String
        let content: String
    }

    /// Everything that is told of the map in tables.
    var tables: [Part] {
        [Part(heading: "Where people wait longest", content: longest)] + handOffs + turns + [
            Part(heading: "Every step", content: steps), Part(heading: "What happens", content: activities),
            Part(heading: "The ways people went", content: journeys),
        ]
    }

    // MARK: The drawing

    /// The drawing at each level of detail, of which one is open; where scripts are on a slider chooses it.
    var levels: String {
        let detail = DetailLevels(map)
        var levels: [ShownMap] = []
        for share in Self.shares {
            let count = detail.count(share: share)
            if count != levels.last?.edges.count { levels.append(ShownMap(map, detail, drawing: count)) }
        }
        let first = levels.lastIndex { $0.edges.count <= Self.readable } ?? 0
        let parts = levels.indices.map { place -> String in
            let shown = levels[place]
            let drawn =
                MapDrawing(shown, title: title, lived: lived)?.svg
                ?? (shown.activities.isEmpty
                    ? "<p>There is no step to draw.</p>"
                    : "<p>There are \(shown.edges.count) different steps, too many to draw. They are in the table of every step.</p>")
            return """
                <details class="level"\(place == first ? " open" : "")><summary>\(shown.sentence)</summary>
                <div class="drawing" tabindex="0" role="group" aria-label="Drawing of the journey">\(drawn)</div></details>
                """
        }
        return parts.joined(separator: "\n")
    }

    private var pathway: [String] {
        lived.map { [HTMLPage.section("As designed: \($0.title)", PathwaySection($0).html)] } ?? []
    }

    // MARK: Tables

    private var longest: String {
        let total = map.edges.reduce(0) { $0 + $1.total }
        let share = map.least > 0 ? "Share of the waiting told of" : "Share of all waiting"
        let table = edges(Array(map.longestWaits.prefix(10)), extra: share) {
            total > 0 ? "\(Int(($0.total / total * 100).rounded()))%" : ""
        }
        return table + "<p>\(ToldMap.stepTimesNote)</p>"
    }

    private var handOffs: [Part] {
        [(map.betweenAgencies, "Handed from agency to agency"), (map.betweenPeople, "Handed from person to person")]
            .filter { !$0.0.isEmpty }.map { edges, heading in
                Part(heading: heading, content: self.edges(Array(ToldMap.mostFirst(edges).prefix(Self.mostJourneys))))
            }
    }

    private var turns: [Part] {
        var out: [Part] = []
        if !map.loops.isEmpty {
            out.append(
                Part(
                    heading: "What people came back to",
                    content: table(
                        ["What", "People who came back", "Times more"],
                        map.loops.map { [.text($0.activity), .number($0.cases), .number($0.again)] })))
        }
        if !map.deadEnds.isEmpty {
            out.append(
                Part(
                    heading: "Where some stopped and most went on",
                    content: table(
                        ["What", "People who stopped", "People who went on"],
                        map.deadEnds.map { [.text($0.activity), .number($0.ended), .number($0.wentOn)] })))
        }
        return out
    }

    private var steps: String { edges(map.edges) }

    private func edges(
        _ edges: [ToldMap.Edge], extra: String? = nil, _ more: (ToldMap.Edge) -> String = { _ in "" }
    ) -> String {
        table(
            ["From", "To", "People", "Times", "Median", "Mean", "Nine in ten within"] + (extra.map { [$0] } ?? []),
            edges.map { edge in
                [
                    .text(edge.from), .text(edge.to), people(edge.people), counted(edge.times), .time(edge.median),
                    .time(edge.mean), .time(edge.ninetieth),
                ] + (extra == nil ? [] : [.text(more(edge))])
            })
    }

    private var activities: String {
        table(
            ["What", "People", "Times", "Began here", "Ended here"],
            map.activities.map {
                [.text($0.name), people($0.people), counted($0.times), counted($0.began), counted($0.ended)]
            })
    }

    private func people(_ count: Int?) -> HTMLTable.Cell {
        count.map { .number($0) } ?? .text(JourneyMap.people(told: nil, least: map.least))
    }

    private func counted(_ count: Int?) -> HTMLTable.Cell { count.map { .number($0) } ?? .text(ToldMap.withheld) }

    private var journeys: String {
        let told = map.variants.prefix(Self.mostJourneys)
        let rows = told.map { variant -> [HTMLTable.Cell] in
            let share = Double(variant.cases) / Double(max(map.cases, 1)) * 100
            let way = variant.activities.isEmpty ? "nothing happened" : variant.activities.joined(separator: " → ")
            return [.number(variant.cases), .text("\(MapDrawing.n(share))%"), .text(way)]
        }
        let note = map.otherWays(than: told.count).map { "\n<p>\($0)</p>" } ?? ""
        return (rows.isEmpty ? "" : table(["People", "Share", "The way"], Array(rows))) + note
    }

    private func table(_ heads: [String], _ rows: [[HTMLTable.Cell]]) -> String { HTMLTable(heads, rows).html }
}
