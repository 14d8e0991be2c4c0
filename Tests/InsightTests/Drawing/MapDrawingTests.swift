import Foundation
import Kernel
import Testing

@testable import Insight

@Suite("A journey map drawn")
struct MapDrawingTests {
    private func madeUp(_ seed: UInt64, cases: Int = 40) throws -> JourneyMap {
        try JourneyMap(.xes(HeldBytes(MadeUpJourneys(seed: seed, count: cases).xes)))
    }

    @Test(
        "Whatever the detail, people shown and hidden are all of them, and more detail hides no more", arguments: 1...6)
    func detail(seed: UInt64) throws {
        let map = try madeUp(seed)
        var before: (steps: Int, shown: Int) = (0, 0)
        for share in [0, 0.2, 0.5, 0.8, 1] {
            let shown = ShownMap(map, share: share)
            #expect(shown.shownCases + shown.hiddenCases == map.cases)
            #expect(shown.edges.count >= before.steps && shown.shownCases >= before.shown)
            let taken = shown.edges.reduce(0) { $0 + ($1.step.times ?? 0) }
            #expect(Double(taken) >= share * Double(map.edges.reduce(0) { $0 + $1.count }))
            before = (shown.edges.count, shown.shownCases)
        }
        let whole = ShownMap(map)
        #expect(whole.hiddenCases == 0 && whole.edges.map(\.cases) == map.edges.map(\.cases))
        #expect(whole.activities.map(\.people) == map.activities.map(\.cases))
        #expect(whole.ends.compactMap(\.people).reduce(0, +) == map.cases)
    }

    @Test("Who took a step that is left out is hidden, and nobody else")
    func hidden() throws {
        let common: [(activity: String, minute: Int)] = [("a", 0), ("b", 1)]
        let map = try LogText(cases: [common, common, common, common + [("a", 9)], [("c", 0)]]).map()
        let shown = ShownMap(map, share: 0.5)
        #expect(shown.edges.map(\.cases) == [4] && shown.activities.map(\.name) == ["a", "b"])
        #expect(shown.hiddenCases == 2)
        #expect(shown.sentence.contains("the 1 commonest of 2 steps; 3 people took no other, and 2 people"))
        // Four of five would tell of the fifth.
        let told = ShownMap(map, least: 2).edges.map(\.step)
        #expect(told.map(\.from) == ["a"] && told.map(\.people) == [nil])
    }

    @Test(
        "What XML has no way to write is a question mark in a drawing, and an accent upon a sign does not let it through"
    )
    func forbidden() throws {
        let journey = MadeUpCohort.journey(1, cohort: "a", [("a\u{1}\u{FFFF}\n", 0), ("<\u{338}\"\u{301}&\u{301}", 1)])
        let map = try JourneyMap(.journeys { try $0(journey) })
        let svg = try #require(MapDrawing(ShownMap(map))).svg
        #expect(svg.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value < 0xFFFE) })
        #expect(svg.contains("data-activity=\"a??&#10;\"") && svg.contains("&lt;\u{338}&quot;\u{301}&amp;\u{301}"))
        var scanner = XMLScanner(HeldBytes(Array(svg.utf8)))
        while try scanner.next() != .end {}
        #expect(map.dot().utf8.filter { $0 == UInt8(ascii: "\\") }.count == map.activities.count + map.edges.count + 1)
    }

    @Test("The drawing is well-formed XML that names everything, whatever the names hold", arguments: 1...6)
    func wellFormed(seed: UInt64) throws {
        let map = try madeUp(seed)
        let svg = try #require(MapDrawing(ShownMap(map), title: "A <b>")).svg
        // Text stands in it, which the scanner passes over; a log is what it is made for.
        var scanner = XMLScanner(HeldBytes(Array(svg.utf8)))
        var steps = 0
        loop: while true {
            switch try scanner.next() {
            case .open: if let kind = scanner.attribute("class"), scanner.text(kind.value) == "step" { steps += 1 }
            case .close: continue
            case .end: break loop
            }
        }
        #expect(steps == map.edges.count)
        #expect(svg.contains("A &lt;b&gt;"))
    }

    @Test(
        "Boxes never lie on one another, an arrow between two is as long as its wait, the first box stands above all",
        arguments: 1...6)
    func placed(seed: UInt64) throws {
        let random = RandomSource.seeded(seed)
        let count = 3 + random.below(12)
        let arrows = (0..<count * 2).map { _ in
            LayeredGraph.Arrow(
                from: random.below(count), to: random.below(count), weight: Double(1 + random.below(9)),
                length: Double(random.below(400)), label: .init(width: 60, height: 30))
        }
        let ends = (0..<count).flatMap { box in
            [(count, box), (box, count + 1)].map {
                LayeredGraph.Arrow(from: $0, to: $1, weight: 1, length: 0, label: .init(width: 20, height: 15))
            }
        }
        let graph = LayeredGraph(
            boxes: Array(repeating: .init(width: 170, height: 60), count: count + 2), arrows: arrows + ends,
            first: count,
            last: count + 1, order: Array(0..<count))
        let placed = Placement(graph)
        for one in placed.boxes.indices {
            #expect(one == count || placed.boxes[one].y > placed.boxes[count].y)
            for other in placed.boxes.indices where other > one {
                let (a, b) = (placed.boxes[one], placed.boxes[other])
                #expect(abs(a.x - b.x) >= 170 || abs(a.y - b.y) >= 60)
            }
            #expect(placed.boxes[one].x >= 85 && placed.boxes[one].x + 85 <= placed.size.x)
        }
        for (arrow, way) in zip(arrows, placed.ways) where arrow.from != arrow.to {
            #expect(Curve(through: way).length >= arrow.length - 0.5)
        }
        // Labels keep clear of one another.
        let labels = placed.labels.indices.filter { graph.arrows[$0].from != graph.arrows[$0].to }
        for one in labels {
            for other in labels where other > one {
                let (a, b) = (placed.labels[one], placed.labels[other])
                let widths = (graph.arrows[one].label.width + graph.arrows[other].label.width) / 2
                #expect(abs(a.y - b.y) > 1 || abs(a.x - b.x) >= widths)
            }
        }
    }

    @Test("What first happens later stands further down the page, and only a step back points up it")
    func backwards() throws {
        let map = try LogText(
            cases: Array(repeating: [("a", 0), ("b", 60), ("c", 120)], count: 9) + [
                [("a", 0), ("b", 1), ("a", 2), ("b", 9), ("c", 10)]
            ]
        )
        .map()
        let shown = ShownMap(map)
        let graph = LayeredGraph(
            boxes: Array(repeating: .init(width: 10, height: 10), count: 5),
            arrows: shown.edges.map {
                .init(from: $0.from, to: $0.to, weight: Double($0.cases), length: 0, label: .init(width: 1, height: 1))
            } + [
                .init(from: 3, to: 0, weight: 10, length: 0, label: .init(width: 1, height: 1)),
                .init(from: 2, to: 4, weight: 10, length: 0, label: .init(width: 1, height: 1)),
            ], first: 3, last: 4, order: shown.order)
        #expect(graph.sequence == [3, 0, 1, 2, 4])
        #expect(zip(shown.edges, Layers(graph).isBackward).filter(\.1).map { [$0.0.from, $0.0.to] } == [[1, 0]])
    }

    @Test("A step back to its own box is marked where its wait is longer than its line, and says it in words")
    func loops() throws {
        func svg(again: Int, after: Int) throws -> String {
            let map = try LogText(cases: [[("a", 0), ("a", again), ("b", again + after)]]).map()
            return try #require(MapDrawing(ShownMap(map))).svg
        }
        let long = try svg(again: 20 * 1440, after: 1)
        #expect(long.contains("class=\"cut\"") && long.contains("Two strokes through a step back"))
        #expect(long.contains("20 days"))
        let short = try svg(again: 1, after: 20 * 1440)
        #expect(!short.contains("class=\"cut\"") && !short.contains("Two strokes"))
    }

    private static let designed = DesignedPathway(
        title: "A & B",
        steps: [
            .init(title: "Begin", activity: "a"),
            .init(title: "Then <b>", activity: "b", after: "a", latest: { $0 + 3_600_000 }),
            .init(title: "Called", activity: "never", others: ["c"], after: "b"),
            .init(title: "Not told of", activity: "nobody"),
        ])

    private func laidOver(_ share: Double = 1, least: Int = 0) throws -> String {
        let early: [(activity: String, minute: Int)] = [("a", 0), ("b", 9), ("c", 10)]
        let late: [(activity: String, minute: Int)] = [("a", 0), ("b", 90), ("c", 100)]
        let log = LogText(
            cases: Array(repeating: early, count: 8) + Array(repeating: late, count: 6) + [[("a", 0)]])
        let lived = try LivedPathway(.xes(HeldBytes(Array(log.text.utf8))), Self.designed)
        let shown = ShownMap(try log.map(), share: share, least: least)
        return try #require(MapDrawing(shown, lived: lived)).svg
    }

    @Test("The steps of a pathway have a double border on the drawing, and say how many left them")
    func marked() throws {
        let svg = try laidOver()
        #expect(svg.components(separatedBy: "class=\"designed\"").count == 4)
        // The first of what is as good stands for a step that the log tells of in that way alone.
        for text in ["Begin: kept by all 15", "Then &lt;b&gt;: 1 skipped, 6 late", "Called: kept by all 14"] {
            #expect(svg.contains(">\(text)</text>"), "\(text)")
        }
        let legend = "A double border is a step of “A &amp; B”, with how many left it. 1 of its steps is not drawn."
        #expect(svg.contains(legend))
        var scanner = XMLScanner(HeldBytes(Array(svg.utf8)))
        while try scanner.next() != .end {}
    }

    @Test("A step whose box is not drawn is counted, and a map with no pathway has no double border")
    func unmarked() throws {
        #expect(try laidOver(0.4).contains("of its steps are not drawn."))
        let map = try LogText(cases: [[("a", 0), ("b", 1)]]).map()
        let plain = try #require(MapDrawing(ShownMap(map))).svg
        #expect(!plain.contains("designed") && !plain.contains("double border"))
    }

    @Test("Where few people are withheld the marks tell of nobody by a small number (K-007)")
    func markedAndWithheld() throws {
        let svg = try laidOver(least: 5)
        #expect(svg.contains("some skipped") && !svg.contains("1 skipped"))
    }

    @Test("A long sentence goes on beneath the drawing in lines as wide as it is")
    func wrapped() throws {
        let svg = try laidOver()
        let said = svg.components(separatedBy: "\n").filter { $0.hasPrefix("<text x=\"24\"") }
        #expect(said.count >= 3 && said.allSatisfy { $0.count < 180 })
        #expect("one two three".lines(atMost: 8) == ["one two", "three"])
        #expect(
            "".lines(atMost: 8) == [] && "incomprehensible it is".lines(atMost: 5) == ["incomprehensible", "it is"])
    }

    @Test("Nothing to draw, or too much, is no drawing")
    func none() throws {
        #expect(MapDrawing(ShownMap(try LogText(cases: [[], []]).map())) == nil)
    }

    @Test("The page holds every step in a table, says how many people a drawing hides, and names nothing as HTML")
    func page() throws {
        let map = try madeUp(3)
        let html = MapPage(map, title: "A <i>").html
        #expect(!html.contains("<i>") && !html.contains("Step 1 <&"))
        #expect(html.contains("took at least one that is not drawn"))
        #expect(html.contains("Handed from agency to agency"))
        #expect(html.components(separatedBy: "<details").count > 2)
    }

    @Test("A page that withholds says nothing of what fewer did, and no count of so few (K-007)")
    func withheld() throws {
        let common = (0..<6).map { _ in [(activity: "a", minute: 0), (activity: "b", minute: 9)] }
        let rare = [[(activity: "a", minute: 0), (activity: "secret", minute: 5), (activity: "b", minute: 7)]]
        let map = try LogText(cases: common + rare).map()
        let html = MapPage(map, title: "All", least: 5).html
        // Six of seven would tell of the one.
        #expect(html.contains("all but fewer than five") && html.contains("The ways of 7 people are not listed."))
        #expect(!html.contains("secret") && !html.contains("a → b"))
        #expect(MapPage(map, title: "All").html.contains("secret"))
        let svg = try #require(MapDrawing(ShownMap(map, least: 5), title: "All")).svg
        for text in [html, svg, map.dot(least: 5)] {
            for few in [1, 2, 3, 4, 6] {
                let counts = [
                    "\(few) person", "\(few) people", ">\(few)<", "data-v=\"\(few)\"", "label=\"\(few)\"",
                    "label=\"\(few)\\n", "\\n\(few)\"",
                ]
                for count in counts { #expect(!text.contains(count), "\(count)") }
            }
        }
        let json = map.json(least: 5)
        #expect(!json.text.contains("secret"))
        #expect(json.wholeNumbers.allSatisfy { !(1...4).contains($0) && $0 != 6 })
    }

    @Test("Of people whose steps are all but drawn it is not told how many, nor by subtraction (K-007)")
    func few() throws {
        let common = (0..<6).map { _ in [(activity: "a", minute: 0), (activity: "b", minute: 9)] }
        let rare = [[(activity: "a", minute: 0), (activity: "secret", minute: 5), (activity: "b", minute: 7)]]
        let shown = ShownMap(try LogText(cases: common + rare).map(), least: 5)
        #expect(shown.shownCases == 6 && shown.hiddenCases == 1)
        #expect(
            shown.sentence
                == "Drawn are the 1 commonest of 3 steps; fewer than five people took at least one that is not drawn. "
                + "Steps that fewer than five people took are left out.")
        let all = ShownMap(try LogText(cases: [common[0], common[1]]).map(), least: 5)
        #expect(!all.sentence.contains("2"))
    }
}
