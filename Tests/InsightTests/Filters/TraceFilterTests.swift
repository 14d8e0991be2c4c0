import Kernel
import Testing

@testable import Insight

@Suite("Which cases a map is of")
struct TraceFilterTests {
    private func map(_ filter: TraceFilter?, seed: UInt64) throws -> JourneyMap {
        try JourneyMap(.xes(HeldBytes(MadeUpJourneys(seed: seed).xes)), filter: filter)
    }

    private static let name = "Step 1 <&\"'> é"
    static let filters: [TraceFilter] = [
        .activity(name), .begins(name), .ends(name), .path(name, "Step 2 <&\"'> é"), .agency("Agency 1"),
        .person("person 2"), .says("cohort", "2012-02"), .says("nothing", "x"), .activity("never"),
        .begun(0..<1_326_000_000_000), .active(1_326_000_000_000..<1_327_000_000_000),
        .all([.activity(name), .not(.agency("Agency 2"))]), .any([.begins(name), .says("outcome", "work")]),
    ]

    @Test("A filter and its complement add up to everybody", arguments: TraceFilterTests.filters.indices)
    func complement(place: Int) throws {
        let filter = Self.filters[place]
        for seed: UInt64 in 1...4 {
            let (whole, one, other) = (
                try map(nil, seed: seed), try map(filter, seed: seed), try map(.not(filter), seed: seed)
            )
            #expect(one.cases + other.cases == whole.cases && one.events + other.events == whole.events)
            func counts(_ edges: [JourneyMap.Edge]) -> [String: Int] {
                edges.reduce(into: [:]) { $0["\($1.from) to \($1.to)", default: 0] += $1.count }
            }
            #expect(counts(one.edges + other.edges) == counts(whole.edges))
        }
    }

    @Test("All of none means everybody, any of none nobody")
    func none() throws {
        let whole = try map(nil, seed: 1)
        #expect(try map(.all([]), seed: 1) == whole)
        #expect(try map(.any([]), seed: 1).cases == 0)
    }

    @Test("Each kind of filter means the cases it says")
    func meant() throws {
        let map = LogText(cases: [[("b", 10), ("a", 0)], [("a", 0), ("c", 1), ("b", 3000)]])
        func ways(_ filter: TraceFilter) throws -> [String] {
            try JourneyMap(.xes(HeldBytes(Array(map.text.utf8))), filter: filter).variants.map {
                $0.activities.joined()
            }
        }
        #expect(try ways(.path("a", "b")) == ["ab"])
        #expect(try ways(.activity("c")) == ["acb"])
        #expect(try ways(.begins("b")) == [])
        #expect(try ways(.ends("b")).count == 2)
        #expect(try ways(.says("concept:name", "case 1")) == ["acb"])
        #expect(try ways(TraceFilter("active=2012-01-03")) == ["acb"])
        #expect(try ways(TraceFilter("begun=2012-01")).count == 2)
    }

    @Test("A filter is read as people write it")
    func written() throws {
        #expect(try TraceFilter("activity = Job started") == .activity("Job started"))
        #expect(try TraceFilter("not path=A -> B") == .not(.path("A", "B")))
        #expect(
            try TraceFilter("cohort=2011-06|2011-07") == .any([.says("cohort", "2011-06"), .says("cohort", "2011-07")]))
        let day: Int64 = 86_400_000
        #expect(try TraceFilter("begun=1970-01-02..1970-01-03") == .begun(day..<3 * day))
        #expect(try TraceFilter("active=1970-01") == .active(0..<31 * day))
        for wrong in ["", "x", "=x", "activity=", "path=A", "begun=2011", "begun=2011-06-02..2011-06-01", "not", "a=|"]
        {
            #expect(throws: Refusal.self, "\(wrong)") { try TraceFilter(wrong) }
        }
    }
}
