import Kernel
import Testing

@testable import Insight

@Suite("Those of a cohort who are too new so far")
struct WaitingWindowsTests {
    private static let question = CohortQuestion(reaching: "work", within: 30)

    /// Two people begin each day for 120 days and work after twenty, one of each cohort; the log ends soon after.
    private var journeys: [ExportedJourney] {
        (0..<240).map { number in
            let begun = number / 2
            let worked: [(String, Int)] = number % 3 == 0 && begun < 100 ? [("work", begun + 20)] : []
            return MadeUpCohort.journey(
                number, cohort: number % 2 == 0 ? "one" : "two", [("begin", begun), ("met", begun + 1)] + worked)
        }
    }

    private func compare(spillingTo store: HeldSpill?, beyond memory: Int) throws -> CohortComparison {
        var tables = LogTables()
        var sink = CohortSink(
            .says("cohort", "one"), .says("cohort", "two"), Self.question, naming: &tables, spillingTo: store,
            beyond: memory)
        for journey in journeys { try journey.give(to: &sink, naming: &tables) }
        return try CohortComparison(sink, ("One", "Two"), Self.question, naming: tables)
    }

    @Test("What happened to them goes to a store and back, and two cohorts compare as they do in memory")
    func compared() throws {
        let whole = try compare(spillingTo: nil, beyond: 0)
        #expect((40..<120).contains(whole.first.mature) && whole.first.compared.cases == whole.first.mature)
        for memory in [0, 3000] {
            let store = HeldSpill()
            let comparison = try compare(spillingTo: store, beyond: memory)
            #expect(!store.bytes.isEmpty)
            #expect(comparison.json.text == whole.json.text)
            #expect(comparison.first.compared == whole.first.compared)
            #expect(comparison.second.compared == whole.second.compared)
        }
    }

    @Test("Beyond the memory they may have their events go to the store, and only those who are mature come back")
    func bounded() throws {
        let store = HeldSpill()
        var waiting = WaitingWindows(spillingTo: store, beyond: 1000)
        for number in 0..<100 {
            let events = (0..<10).map { LoggedEvent(activity: Int32($0), time: Int64(number + $0)) }
            try waiting.append(Window(begun: Int64(number), events: ContiguousArray(events)))
            // What is not in the store is in memory.
            #expect((number + 1) * 10 * MemoryLayout<LoggedEvent>.stride - store.bytes.count <= 1000)
        }
        var map = MapDiscovery()
        try waiting.moveMature(to: &map, within: 10, until: 69)
        #expect(map.cases == 60 && map.events == 600 && waiting.count == 40)
        try waiting.moveMature(to: &map, within: 10, until: 200)
        #expect(map.cases == 100 && map.events == 1000 && waiting.count == 0)
        #expect(map.variants.count == 1, "each went the same way, as it was put there")
    }
}
