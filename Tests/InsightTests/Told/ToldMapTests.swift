import Kernel
import Testing

@testable import Insight

@Suite("What is told of a map")
struct ToldMapTests {
    /// A map of so many people by the way they went, a minute from one thing to the next.
    private static func map(_ ways: [(way: [String], people: Int)]) throws -> JourneyMap {
        var tables = LogTables()
        var discovery = MapDiscovery()
        for (way, people) in ways {
            let numbers = way.map { tables.activities.number(of: $0) }
            for _ in 0..<people {
                for (place, number) in numbers.enumerated() {
                    discovery.event(LoggedEvent(activity: number, time: Int64(place) * 60_000))
                }
                try discovery.endTrace()
            }
        }
        return try JourneyMap(discovery, naming: tables)
    }

    private static func isFew(_ count: Int) -> Bool { (1...4).contains(count) }

    /// Ways that share beginnings, endings and steps, one that comes back and one of nothing.
    private static let ways = [["a", "b"], ["a", "b", "c"], ["d", "a", "b"], ["a", "b", "a", "b"], []]

    /// What a reader can work out of tables that add up, one from another: a count that alone is missing of a sum.
    private struct Reader {
        var known: [Int?]
        let sums: [(parts: [Int], total: Int)]

        mutating func workOut() {
            var isDone = false
            while !isDone {
                isDone = true
                for (parts, total) in sums {
                    let missing = parts.filter { known[$0] == nil }
                    guard missing.count == 1 else { continue }
                    known[missing[0]] = total - parts.reduce(0) { $0 + (known[$1] ?? 0) }
                    isDone = false
                }
            }
        }
    }

    private func expectNobodyFound(_ counts: [Int], _ told: [Int?], of total: Int, _ what: String) {
        var reader = Reader(known: told, sums: [(Array(counts.indices), total)])
        reader.workOut()
        for (count, found) in zip(counts, reader.known) where Self.isFew(count) {
            #expect(found == nil, "\(what): \(counts), told \(told)")
        }
        let left = total - told.reduce(0) { $0 + ($1 ?? 0) }
        #expect(!Self.isFew(left), "\(what): \(counts), told \(told)")
    }

    @Test(
        "Of no table can a count of one to four be found by taking what is told from what it adds up to (K-007)",
        arguments: [0, 1, 4, 5, 9])
    func subtraction(first: Int) throws {
        let some = [0, 1, 3, 5, 8]
        for number in 0..<some.count * some.count * some.count * 3 {
            let people = [
                first, some[number % 5], some[number / 5 % 5], some[number / 25 % 5], [0, 2, 6][number / 125],
            ]
            let map = try Self.map(zip(Self.ways, people).map { (way: $0, people: $1) })
            guard map.cases >= 5 else { continue }
            try subtract(map, "\(people)")
        }
    }

    private func subtract(_ map: JourneyMap, _ what: String) throws {
        let told = ToldMap(map, least: 5)
        let ways = map.variants.map { way in told.variants.first { $0 == way }?.cases }
        expectNobodyFound(map.variants.map(\.cases), ways, of: map.cases, "ways of \(what)")
        let nothing = map.variants.firstIndex { $0.activities.isEmpty }
        let empty = (nothing.map { [map.variants[$0].cases] } ?? [], nothing.map { [ways[$0]] } ?? [])
        for (all, endings) in [(map.start, told.start), (map.end, told.end)] {
            let counts = all.map { one in endings.first { $0.name == one.name }?.people }
            expectNobodyFound(
                all.map(\.count) + empty.0, counts + empty.1, of: map.cases, "beginnings or endings of \(what)")
        }
        for (endings, ending) in [
            (told.start, \JourneyMap.Variant.activities.first), (told.end, \JourneyMap.Variant.activities.last),
        ] {
            let known = Dictionary(uniqueKeysWithValues: endings.map { ($0.name, $0.people) })
            let outside = told.variants.filter { way in
                way[keyPath: ending].map { known[$0, default: nil] == nil } ?? true
            }
            let (within, beside) = (
                known.values.reduce(0) { $0 + ($1 ?? 0) }, outside.reduce(0) { $0 + $1.cases }
            )
            #expect(!Self.isFew(map.cases - within - beside), "everybody less what is told of \(what)")
        }
        for ending in told.start {
            guard let total = ending.people else { continue }
            let mine = map.variants.indices.filter { map.variants[$0].activities.first == ending.name }
            expectNobodyFound(
                mine.map { map.variants[$0].cases }, mine.map { ways[$0] }, of: total, "ways beginning so of \(what)")
        }
        for activity in told.activities {
            guard let people = activity.people else { continue }
            #expect(people >= 5 && !Self.isFew(map.cases - people), "\(activity.name) of \(what)")
            for part in [activity.began, activity.ended] {
                guard let part else { continue }
                #expect(!Self.isFew(part) && !Self.isFew(people - part), "\(activity.name) of \(what)")
            }
            if let times = activity.times, let loop = map.loops.first(where: { $0.activity == activity.name }) {
                #expect(!Self.isFew(loop.cases) && times - people == loop.again, "\(activity.name) of \(what)")
            }
        }
        let times = told.activities.reduce(0) { $0 + ($1.times ?? 0) }
        let untold = map.activities.filter { one in told.activities.first { $0.name == one.name }?.times == nil }
        if let events = told.events { #expect(untold.count != 1 && !Self.isFew(events - times), "events of \(what)") }
        for edge in told.edges + told.betweenPeople + told.betweenAgencies {
            guard let people = edge.people else { continue }
            #expect(people >= 5 && !Self.isFew(map.cases - people), "\(edge.from) to \(edge.to) of \(what)")
            #expect(!Self.isFew((edge.times ?? people) - people), "\(edge.from) to \(edge.to) of \(what)")
        }
        for loop in told.loops { #expect(loop.cases >= 5 && !Self.isFew(map.cases - loop.cases)) }
        for end in told.deadEnds { #expect(end.ended >= 5 && end.wentOn >= 5) }
        try levels(told, what)
    }

    @Test("Ways of a beginning that is not told of are not told where everybody less the others is a few (K-007)")
    func outside() throws {
        let ways = [
            (["s", "z"], 30), (["s", "a", "z"], 3), (["s", "b", "z"], 2), (["u", "z"], 5), (["u", "a", "z"], 1),
            (["t", "z"], 1),
        ]
        for isTurned in [false, true] {
            let map = try Self.map(ways.map { (way: isTurned ? $0.0.reversed() : $0.0, people: $0.1) })
            let told = ToldMap(map, least: 5)
            #expect(told.variants.map(\.cases) == [30])
            #expect((isTurned ? told.end : told.start).first { $0.name == "s" }?.people == 35)
            try subtract(map, "turned: \(isTurned)")
        }
    }

    /// Whatever two levels are set beside one another.
    private func levels(_ map: ToldMap, _ what: String) throws {
        let levels = DetailLevels(map)
        var last = 0
        for steps in 0...levels.edges.count {
            let (shown, told) = levels.people(drawing: steps)
            #expect(told <= shown && told >= last)
            #expect(!Self.isFew(told - last) && !Self.isFew(map.cases - told), "\(steps) steps of \(what)")
            last = told
        }
    }

    @Test("Neighbouring levels of detail do not tell, one less the other, of the few who took one step more (K-007)")
    func neighbours() throws {
        let rare = (0..<13).map { number in (way: number < 3 ? ["x", "y", "z\(number)"] : ["q\(number)"], people: 1) }
        let common = [(way: ["a", "b"], people: 20), (way: ["x", "y"], people: 2)]
        let map = try Self.map(common + rare)
        let told = ToldMap(map, least: 5)
        let levels = DetailLevels(told)
        #expect((0...2).map { levels.people(drawing: $0).shown } == [0, 20, 22])
        let sentences = (1...2).map { ShownMap(told, levels, drawing: $0).sentence }
        #expect(sentences[0].contains("20 people took no other, and 15 people took at least one that is not drawn"))
        #expect(sentences[1].contains("at least 20 people took no other"))
        #expect(!sentences[1].contains("22") && !sentences[1].contains("13"))
    }

    @Test("Every output is made of what is told: none has a number that another withholds (K-007)")
    func outputs() throws {
        let map = try Self.map([(["a", "b"], 10), (["a", "b", "c"], 6), (["secret", "a", "b"], 1)])
        let told = ToldMap(map, least: 5)
        let html = MapPage(told, title: "All").html
        let svg = try #require(MapDrawing(ShownMap(told), title: "All")).svg
        for text in [html, svg, told.dot] {
            #expect(!text.contains("secret"))
            for hidden in [1, 16, 11] {
                for count in ["\(hidden) people", ">\(hidden)<", "data-v=\"\(hidden)\"", "label=\"\(hidden)\""] {
                    #expect(!text.contains(count), "\(count)")
                }
            }
        }
        #expect(!html.contains("Share of all waiting") && html.contains("Share of the waiting told of"))
        #expect(html.contains("<td>not told</td>") && svg.contains(">some</text>"))
        #expect(told.json == map.json(least: 5) && !told.json.wholeNumbers.contains(16))
        // Of somebody's own log everything is told.
        #expect(MapPage(map, title: "All").html.contains("Share of all waiting"))
        #expect(ToldMap(map).start.map(\.people) == [16, 1] && map.dot().contains("label=\"16\""))
    }

    @Test("What all but a few did stands in the drawing and in the tables, without how many they are (K-007)")
    func nearlyEverybody() throws {
        let map = try Self.map([(["a", "b", "c"], 38), (["a", "c"], 2)])
        let told = ToldMap(map, least: 5)
        #expect(told.edges.map(\.people) == [nil, nil] && told.edges.map(\.times) == [nil, nil])
        #expect(told.activities.map(\.people) == [40, nil, 40])
        let svg = try #require(MapDrawing(ShownMap(told))).svg
        #expect(svg.contains("<title>a to b: all but fewer than five, 60 seconds</title>"))
        #expect(svg.contains("<title>b: all but fewer than five</title>") && !svg.contains("38 people"))
        #expect(told.json["edges"]?.array?.map { $0["cases"] } == [.null, .null])
        #expect(!MapPage(told, title: "All").html.contains(">38<"))
    }

    @Test("Boxes and steps of a drawing in a page are links by their words; a drawing by itself has none")
    func links() throws {
        let map = try Self.map([(["a", "b & c"], 9)])
        let links = DrawingLinks(activity: { "what-\($0.prefix(1))" }, step: { _, _ in "step" })
        let svg = try #require(MapDrawing(ShownMap(map), links: links)).svg
        #expect(svg.contains("<a href=\"#what-a\" aria-label=\"a: 9 people, 9 times\">"))
        #expect(svg.contains("<a href=\"#what-b\" aria-label=\"b &amp; c: 9 people, 9 times\">"))
        #expect(svg.contains("<a href=\"#step\" aria-label=\"a to b &amp; c: 9 people, 60 seconds\">"))
        #expect(svg.contains("role=\"group\"") && !svg.contains("role=\"img\""))
        // What leads from the beginning and to the end leads nowhere; the line of a step is for those who point.
        #expect(svg.ranges(of: "<a ").count == 4 && svg.ranges(of: "tabindex=\"-1\" aria-hidden=\"true\"").count == 1)
        var scanner = XMLScanner(HeldBytes(Array(svg.utf8)))
        while try scanner.next() != .end {}
        let still = try #require(MapDrawing(ShownMap(map))).svg
        #expect(!still.contains("<a ") && still.contains("role=\"img\""))
    }
}
