import Kernel
import Testing

@testable import Insight

@Suite("What does not fit in memory")
struct SpillTests {
    /// Some traces over a few activities, people and agencies.
    private func feed(_ discovery: inout MapDiscovery, seed: UInt64) throws {
        let random = RandomSource.seeded(seed)
        for _ in 0..<60 {
            var time: Int64 = 0
            for _ in 0..<random.below(12) {
                time += Int64(random.below(5000)) * 1000
                discovery.event(
                    LoggedEvent(
                        activity: Int32(random.below(5)), time: time, person: Int32(random.below(4)) - 1,
                        agency: Int32(random.below(3)) - 1))
            }
            try discovery.endTrace()
        }
    }

    private var tables: LogTables {
        var tables = LogTables()
        for name in ["a", "b", "c", "d", "e"] {
            _ = tables.activities.number(of: name)
            _ = tables.people.number(of: name)
            _ = tables.agencies.number(of: name)
        }
        return tables
    }

    @Test("Waiting times that go to a store and back give the map that memory gives", arguments: 1...10)
    func spilled(seed: UInt64) throws {
        var inMemory = MapDiscovery()
        try feed(&inMemory, seed: seed)
        let whole = try JourneyMap(inMemory, naming: tables)
        for memory in [0, 80, 1000] {
            let store = HeldSpill()
            var discovery = MapDiscovery(spillingTo: store, beyond: memory)
            try feed(&discovery, seed: seed)
            let map = try JourneyMap(discovery, naming: tables)
            #expect(!store.bytes.isEmpty)
            #expect(map.edges.map { [$0.median, $0.ninetieth] } == whole.edges.map { [$0.median, $0.ninetieth] })
            #expect(zip(map.edges, whole.edges).allSatisfy { abs($0.mean - $1.mean) < 1e-6 })
            #expect(map.betweenPeople.map(\.median) == whole.betweenPeople.map(\.median))
            #expect(map.betweenAgencies.map(\.count) == whole.betweenAgencies.map(\.count))
            #expect(map.variants == whole.variants && map.activities == whole.activities)
        }
    }

    @Test("A hand-off is the next known person after another, whatever stands between them")
    func handOff() throws {
        var discovery = MapDiscovery()
        for (person, time) in [(0, 0), (0, 10), (-1, 20), (1, 30), (0, 90)] {
            discovery.event(LoggedEvent(activity: 0, time: Int64(time) * 1000, person: Int32(person)))
        }
        try discovery.endTrace()
        let map = try JourneyMap(discovery, naming: tables)
        #expect(map.betweenPeople.map { "\($0.from)\($0.to) \($0.median)" } == ["ab 20.0", "ba 60.0"])
        #expect(map.betweenAgencies.isEmpty)
        #expect(map.loops == [.init(activity: "a", cases: 1, again: 4)])
    }

    @Test("Where some stop though most go on is a dead end; where all stop is not")
    func deadEnds() throws {
        let map = try LogText(cases: [
            [("a", 0), ("b", 1)], [("a", 0), ("b", 1)], [("a", 0)], [("b", 0), ("a", 1), ("b", 2)],
        ]).map()
        #expect(map.deadEnds == [.init(activity: "a", ended: 1, wentOn: 3)])
        #expect(map.longestWaits.first?.from == "a")
    }
}
