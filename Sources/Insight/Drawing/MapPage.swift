/// A journey map as one file of HTML that needs nothing else: the drawing at several levels of detail, and every figure in a
/// table. With scripts a slider chooses the level, and the tables can be sorted and searched; without, all of it is there.
public struct MapPage {
    private let map: JourneyMap
    private let title: String
    private let lived: LivedPathway?
    private let least: Int

    /// Shares of all steps taken that the drawings show.
    private static let shares = [0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 1]
    /// The drawing that is open first is the fullest with no more steps than this.
    private static let readable = 26
    private static let mostJourneys = 200

    /// - Parameters:
    ///   - map: of everybody meant.
    ///   - title: what the page is called.
    ///   - lived: the pathway as designed, laid over the same cases; its steps are marked in the drawings.
    ///   - least: what fewer people did is left out, and each count of fewer.
    public init(_ map: JourneyMap, title: String, lived: LivedPathway? = nil, least: Int = 0) {
        self.map = map
        self.title = title
        self.lived = lived?.withheld(under: least)
        self.least = least
    }

    /// The whole file.
    public var html: String {
        let body =
            ["<section id=\"drawing\"><h2>The journey, drawn</h2>\n\(levels)\n</section>"] + pathway
            + tables.map { HTMLPage.section($0.heading, $0.content) }
        return HTMLPage(title: title, lead: [map.sentence(least: least)], sections: body).html
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
        var levels: [ShownMap] = []
        for share in Self.shares {
            let shown = ShownMap(map, share: share, least: least)
            if shown.edges.count != levels.last?.edges.count { levels.append(shown) }
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
        return edges(
            Array(map.longestWaits.filter { $0.total > 0 && $0.cases >= least }.prefix(10)), ["From", "To"],
            extra: "Share of all waiting"
        ) { total > 0 ? "\(Int(($0.total / total * 100).rounded()))%" : "" }
    }

    private var handOffs: [Part] {
        [(map.betweenAgencies, "Handed from agency to agency"), (map.betweenPeople, "Handed from person to person")]
            .filter { !$0.0.isEmpty }.map { edges, heading in
                Part(
                    heading: heading,
                    content: self.edges(
                        Array(
                            edges.filter { $0.cases >= least }.sorted {
                                ($1.count, $0.from, $0.to) < ($0.count, $1.from, $1.to)
                            }.prefix(
                                Self.mostJourneys)), ["From", "To"]))
            }
    }

    private var turns: [Part] {
        var out: [Part] = []
        let (loops, deadEnds) = (
            map.loops.filter { $0.cases >= least }, map.deadEnds.filter { min($0.ended, $0.wentOn) >= least }
        )
        if !loops.isEmpty {
            out.append(
                Part(
                    heading: "What people came back to",
                    content: table(
                        ["What", "People who came back", "Times more"],
                        loops.map { [.text($0.activity), .number($0.cases), .number($0.again)] })))
        }
        if !deadEnds.isEmpty {
            out.append(
                Part(
                    heading: "Where some stopped and most went on",
                    content: table(
                        ["What", "People who stopped", "People who went on"],
                        deadEnds.map { [.text($0.activity), .number($0.ended), .number($0.wentOn)] })))
        }
        return out
    }

    private var steps: String { edges(map.edges.filter { $0.cases >= least }, ["From", "To"]) }

    private func edges(
        _ edges: [JourneyMap.Edge], _ names: [String], extra: String? = nil,
        _ more: (JourneyMap.Edge) -> String = { _ in "" }
    ) -> String {
        table(
            names + ["People", "Times", "Median", "Mean", "Nine in ten within"] + (extra.map { [$0] } ?? []),
            edges.map { edge in
                [
                    .text(edge.from), .text(edge.to), .number(edge.cases), .number(edge.count), .time(edge.median),
                    .time(edge.mean), .time(edge.ninetieth),
                ] + (extra == nil ? [] : [.text(more(edge))])
            })
    }

    private var activities: String {
        let starts = Dictionary(uniqueKeysWithValues: map.start.map { ($0.name, $0.count) })
        let ends = Dictionary(uniqueKeysWithValues: map.end.map { ($0.name, $0.count) })
        return table(
            ["What", "People", "Times", "Began here", "Ended here"],
            map.activities.filter { $0.cases >= least }.map {
                [
                    .text($0.name), .number($0.cases), .number($0.count), counted(starts[$0.name] ?? 0),
                    counted(ends[$0.name] ?? 0),
                ]
            })
    }

    /// A count, unless it would tell of so few.
    private func counted(_ count: Int) -> HTMLTable.Cell {
        Proportion.isFew(count, under: least) ? .text("fewer than \(least)") : .number(count)
    }

    private var journeys: String {
        let told = map.variants.prefix(Self.mostJourneys).prefix { $0.cases >= least }
        let rows = told.map { variant -> [HTMLTable.Cell] in
            let share = Double(variant.cases) / Double(max(map.cases, 1)) * 100
            let way = variant.activities.isEmpty ? "nothing happened" : variant.activities.joined(separator: " → ")
            return [.number(variant.cases), .text("\(MapDrawing.n(share))%"), .text(way)]
        }
        let note = map.otherWays(than: told.count, least: least).map { "\n<p>\($0)</p>" } ?? ""
        return table(["People", "Share", "The way"], Array(rows)) + note
    }

    private func table(_ heads: [String], _ rows: [[HTMLTable.Cell]]) -> String { HTMLTable(heads, rows).html }
}

extension JourneyMap {
    /// What the map says first, in a sentence or two for a board.
    /// - Parameter least: what fewer people did is left out.
    public func sentence(least: Int = 0) -> String {
        guard cases > 0 else { return "There is nobody in this log." }
        var said =
            "\(Self.people(cases)) went \(Self.grouped(variants.count)) different \(variants.count == 1 ? "way" : "ways")."
        if let commonest = variants.first, variants.count > 1, commonest.cases >= least {
            said += " The commonest was that of \(Self.people(commonest.cases))."
        }
        if let wait = longestWaits.first(where: { $0.cases >= least }), wait.total > 0 {
            said +=
                " Most waiting is between “\(wait.from)” and “\(wait.to)”: \(Self.people(wait.cases)), half of them \(Self.written(wait.median)) or longer."
        }
        let handOffs = betweenAgencies.filter { $0.cases >= least }
        if let handing = handOffs.max(by: { ($0.cases, $1.from) < ($1.cases, $0.from) }) {
            said += " The most were handed from \(handing.from) to \(handing.to): \(Self.people(handing.cases))."
        }
        return said
    }
}
