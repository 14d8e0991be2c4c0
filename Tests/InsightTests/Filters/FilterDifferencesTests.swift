import Testing

@testable import Insight

@Suite("How far filters differ")
struct FilterDifferencesTests {
    /// So many people of each month.
    private func log(_ months: [(String, Int)]) -> EventLog {
        var journeys: [ExportedJourney] = []
        for (month, count) in months {
            for _ in 0..<count { journeys.append(MadeUpCohort.journey(journeys.count, cohort: month, [("begin", 0)])) }
        }
        return .journeys { [journeys] take in for journey in journeys { try take(journey) } }
    }

    private func read(
        _ log: EventLog, _ asked: [(filter: TraceFilter, near: [TraceFilter])]
    ) throws -> FilterDifferences<FilteredLog<MapDiscovery>> {
        var tables = LogTables()
        let filtered = FilteredLog(MapDiscovery(), .says("cohort", "a"), naming: &tables)
        var sink = FilterDifferences(filtered, asked, naming: &tables)
        try log.read(into: &sink, naming: &tables)
        return sink
    }

    @Test("Counted is who is meant by one and not by the other, and what is read besides is as without it (K-007)")
    func counted() throws {
        let (a, b): (TraceFilter, TraceFilter) = (.says("cohort", "a"), .says("cohort", "b"))
        let c = TraceFilter.says("cohort", "c")
        let sink = try read(
            log([("a", 7), ("b", 3), ("c", 9)]), [(a, [.any([a, b]), .all([]), a]), (c, [.any([b, c])])])
        #expect(sink.counts == [[3, 12, 0], [3]])
        #expect(sink.next.next.cases == 7)
        #expect(sink.tellsOfFew)
    }

    @Test("One to four people tell of few; nobody, and five, do not (K-007)", arguments: 0...6)
    func few(more: Int) throws {
        let a = TraceFilter.says("cohort", "a")
        let sink = try read(log([("a", 7), ("b", more)]), [(a, [.all([])])])
        #expect(sink.tellsOfFew == (1...4).contains(more))
        #expect(try read(log([("a", 7), ("b", more)]), []).tellsOfFew == false)
    }
}
