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
            let taken = shown.edges.reduce(0) { $0 + $1.count }
            #expect(Double(taken) >= share * Double(map.edges.reduce(0) { $0 + $1.count }))
            before = (shown.edges.count, shown.shownCases)
        }
        let whole = ShownMap(map)
        #expect(whole.hiddenCases == 0 && whole.edges.map(\.cases) == map.edges.map(\.cases))
        #expect(whole.activities == map.activities && whole.ends.reduce(0, +) == map.cases)
    }

    @Test("Who took a step that is left out is hidden, and nobody else")
    func hidden() throws {
        let common: [(activity: String, minute: Int)] = [("a", 0), ("b", 1)]
        let map = try LogText(cases: [common, common, common, common + [("a", 9)], [("c", 0)]]).map()
        let shown = ShownMap(map, share: 0.5)
        #expect(shown.edges.map(\.cases) == [4] && shown.activities.map(\.name) == ["a", "b"])
        #expect(shown.hiddenCases == 2)
        #expect(shown.sentence.contains("the 1 commonest of 2 steps; 3 people took no other, and 2 people"))
        #expect(ShownMap(map, least: 2).edges.map(\.cases) == [4])
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
        "Boxes never lie on one another, an arrow is as long as its wait, and the first box stands above all",
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
        #expect(html.contains("a → b"))
        #expect(!html.contains("secret"))
        #expect(MapPage(map, title: "All").html.contains("secret"))
    }
}
