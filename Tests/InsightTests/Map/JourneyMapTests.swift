import Foundation
import Kernel
import Testing

@testable import Insight

@Suite("The map of an event log")
struct JourneyMapTests {
    /// Made-up cases over a few activities; times mostly rise, some are equal, some stand out of order.
    private func madeUp(_ count: Int, seed: UInt64) -> LogText {
        let random = RandomSource.seeded(seed)
        func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
        return LogText(
            cases: (0..<count).map { _ in
                (0..<below(9)).map { step in ("step \(below(5))", max(0, step * 60 + below(90) - 20)) }
            })
    }

    @Test("A step is counted once for each time it happened, in order of time, ties as they stand")
    func order() throws {
        let map = try LogText(cases: [
            [("b", 10), ("a", 0), ("c", 10)], [("a", 0), ("b", 30), ("a", 60), ("b", 120)], [],
        ]).map()
        #expect(map.cases == 3 && map.events == 7)
        let edges = map.edges.map { "\($0.from)\($0.to) \($0.count) \($0.cases) \($0.median)" }
        #expect(edges == ["ab 3 2 1800.0", "ba 1 1 1800.0", "bc 1 1 0.0"])
        #expect(map.start == [.init(name: "a", count: 2)])
        #expect(map.end == [.init(name: "b", count: 1), .init(name: "c", count: 1)])
        #expect(map.variants.map(\.activities) == [[], ["a", "b", "a", "b"], ["a", "b", "c"]])
    }

    @Test("However the bytes come in, the map is the same", arguments: 1...4)
    func pieces(seed: UInt64) throws {
        let log = madeUp(40, seed: seed)
        let whole = try log.map()
        for size in [1, 3, 64, 1000] { #expect(try log.map(inPieces: size) == whole) }
    }

    @Test("The order of the cases changes nothing", arguments: 1...8)
    func reordered(seed: UInt64) throws {
        let log = madeUp(40, seed: seed)
        #expect(try LogText(cases: log.cases.reversed()).map() == log.map())
    }

    @Test("The map of two logs one after the other is the sum of their maps", arguments: 1...8)
    func sum(seed: UInt64) throws {
        let (one, other) = (madeUp(30, seed: seed), madeUp(25, seed: seed + 100))
        let (first, second) = (try one.map(), try other.map())
        let both = try LogText(cases: one.cases + other.cases).map()
        #expect(both.cases == first.cases + second.cases && both.events == first.events + second.events)
        func counts(_ edges: [JourneyMap.Edge]) -> [String: Int] {
            edges.reduce(into: [:]) { $0["\($1.from) to \($1.to)", default: 0] += $1.count }
        }
        #expect(counts(both.edges) == counts(first.edges + second.edges))
        func ways(_ variants: [JourneyMap.Variant]) -> [[String]: Int] {
            variants.reduce(into: [:]) { $0[$1.activities, default: 0] += $1.cases }
        }
        #expect(ways(both.variants) == ways(first.variants + second.variants))
        func people(_ activities: [JourneyMap.Activity]) -> [String: Int] {
            activities.reduce(into: [:]) { $0[$1.name, default: 0] += $1.cases }
        }
        func times(_ activities: [JourneyMap.Activity]) -> [String: Int] {
            activities.reduce(into: [:]) { $0[$1.name, default: 0] += $1.count }
        }
        #expect(people(both.start) == people(first.start + second.start))
        #expect(people(both.end) == people(first.end + second.end))
        #expect(people(both.activities) == people(first.activities + second.activities))
        #expect(times(both.activities) == times(first.activities + second.activities))
        #expect(both.variants.reduce(0) { $0 + $1.cases } == both.cases)
    }

    @Test(
        "Hand-offs, loops and the times of each step add up too, whatever form the logs are in",
        arguments: UInt64(1)...4, WrittenLog.allCases)
    func sumOfForms(seed: UInt64, form: WrittenLog) throws {
        let one = MadeUpJourneys(seed: seed).journeys
        let other = MadeUpJourneys(seed: seed + 100, count: 25).journeys.map {
            ExportedJourney(id: "other \($0.id)", attributes: $0.attributes, steps: $0.steps)
        }
        let (first, second) = (try JourneyMap(form.log(of: one)), try JourneyMap(form.log(of: other)))
        let both = try JourneyMap(form.log(of: one + other))
        #expect(MapSums(both) == MapSums(first, second))
        #expect(!both.betweenPeople.isEmpty && !both.betweenAgencies.isEmpty && !both.loops.isEmpty)
        #expect(try JourneyMap(form.log(of: (one + other).reversed())) == both)
    }

    @Test("A quantile is that of the sorted times, and lies between two in proportion", arguments: 1...20)
    func quantiles(seed: UInt64) {
        let random = RandomSource.seeded(seed)
        let times = (0..<Int(1 + random.next() % 300)).map { _ in Int64(random.next() % 50) * 1000 }
        let sorted = times.sorted()
        var waits = WaitingTimes(ContiguousArray(times))
        for part in [0.5, 0.9, 0, 1, 0.25] {
            let place = part * Double(times.count - 1)
            let (low, high) = (sorted[Int(place.rounded(.down))], sorted[Int(place.rounded(.up))])
            let expected = (Double(low) + (place - place.rounded(.down)) * Double(high - low)) / 1000
            #expect(abs(waits.quantile(part) - expected) < 1e-9)
        }
        #expect(abs(waits.mean - Double(times.reduce(0, +)) / Double(times.count) / 1000) < 1e-6)
    }

    /// As PM4Py 2.7 discovers them.
    @Test(
        "The published example logs give the map that PM4Py gives",
        .enabled(if: ProcessInfo.processInfo.environment["THIRD_PARTY_DATA"] != nil, "THIRD_PARTY_DATA is not set"),
        arguments: [("running-example", 6, 42, 16, 6), ("roadtraffic100traces", 100, 390, 18, 10)])
    func published(log: String, cases: Int, events: Int, edges: Int, variants: Int) throws {
        let folder = try #require(ProcessInfo.processInfo.environment["THIRD_PARTY_DATA"])
        let bytes = try Data(contentsOf: URL(filePath: folder).appending(path: "logs/\(log).xes"))
        let map = try JourneyMap(.xes(HeldBytes(Array(bytes))))
        #expect(map.cases == cases && map.events == events)
        #expect(map.edges.count == edges && map.variants.count == variants)
    }

    @Test("What other programs rely on: names, counts, and every way with its share (design §10)")
    func json() throws {
        let map = try LogText(cases: [[("a", 0), ("b", 1)]]).map().json
        #expect(
            map.text
                == #"{"cases":1,"events":2,"activities":["a","b"],"edges":[{"from":"a","to":"b","count":1,"cases":1,"#
                + #""median_seconds":60.0,"mean_seconds":60.0,"p90_seconds":60.0}],"start":{"a":1},"end":{"b":1},"#
                + #""variants":[{"activities":["a","b"],"cases":1,"share":1.0}],"#
                + #""hand_offs":{"people":[],"agencies":[]},"loops":[],"dead_ends":[]}"#)
    }

    private static let common: [(activity: String, minute: Int)] = [("a", 0), ("b", 9)]
    private static let other: [(activity: String, minute: Int)] = [("a", 0), ("b", 9), ("c", 20)]
    private static let rare: [(activity: String, minute: Int)] = [("secret", 0), ("a", 5), ("b", 7)]

    /// The commonest way of ten, another of six, and a third of one or more.
    private func threeWays(rare: Int) throws -> JourneyMap {
        try LogText(
            cases: Array(repeating: Self.common, count: 10) + Array(repeating: Self.other, count: 6)
                + Array(repeating: Self.rare, count: rare)
        ).map()
    }

    @Test("What few did is left out for other programs, and so is what would tell how few they were (K-007)")
    func withheld() throws {
        let json = try threeWays(rare: 1).json(least: 5)
        #expect(!json.text.contains("secret"))
        // All but one begin with a; of those who end with b, all but one went the commonest way.
        #expect(json["cases"]?.int == 17 && json["start"]?.text == #"{"a":null}"#)
        #expect(json["end"]?.text == #"{"b":null,"c":null}"# && json["events"] == .null)
        #expect(json["withheld_under"]?.int == 5)
        #expect(json["variants"]?.array?.map { $0["cases"]?.int } == [10])
        #expect(json["edges"]?.array?.map { $0["cases"]?.int } == [17, 6])
        #expect(json["withheld"]?.text == #"{"activities":null,"edges":null,"start":null,"end":0,"variants":null}"#)
        #expect(try threeWays(rare: 5).json(least: 5)["withheld"]?["variants"]?.int == 0)
        let few = try LogText(cases: [Self.common, Self.common]).map().json(least: 5)
        #expect(few["cases"] == .null && few["events"] == .null)
        #expect(few["edges"]?.array?.isEmpty == true)
        #expect(try threeWays(rare: 1).json == threeWays(rare: 1).json(least: 0))
    }

    @Test("Of those who went another way it is told how many they are, who are never few (K-007)")
    func otherWays() throws {
        let map = try threeWays(rare: 1)
        #expect(ToldMap(map).otherWays(than: 3) == nil)
        #expect(ToldMap(map).otherWays(than: 2) == "1 person went one other way, which is not listed.")
        let seven = "7 people went one of 2 other ways, which are not listed."
        for listed in [1, 20] { #expect(ToldMap(map, least: 5).otherWays(than: listed) == seven) }
        let few = try LogText(cases: Array(repeating: Self.common, count: 6) + [Self.rare]).map()
        #expect(ToldMap(few, least: 5).otherWays(than: 0) == "The ways of 7 people are not listed.")
    }

    @Test("For Graphviz, names are quoted")
    func dot() throws {
        let dot = try LogText(cases: [[("say &quot;no&quot;", 0), ("b", 3000)]]).map().dot()
        #expect(dot.hasPrefix("digraph journey {") && dot.hasSuffix("}"))
        #expect(dot.contains(#"label="say \"no\"\n1""#) && dot.contains(#"label="1\n2 days""#))
    }
}
