import Kernel
import Testing

@testable import Insight

@Suite("A log that is read up to a day")
struct EndedLogTests {
    @Test("What happened later is left out, and who had not begun; a case in which nothing happened stays")
    func ended() throws {
        let log = LogText(cases: [[("b", 2880), ("a", 0)], [("c", 5000)], []])
        let end = Instant(utc: try CalendarDay("2012-01-03")).milliseconds
        func read(until end: Int64?) throws -> JourneyMap {
            try JourneyMap(.xes(HeldBytes(Array(log.text.utf8), atMost: 9)), until: end)
        }
        let map = try read(until: end)
        #expect(map.cases == 2 && map.activities == [.init(name: "a", count: 1)])
        #expect(try map == LogText(cases: [[("a", 0)], []]).map())
        #expect(try read(until: end + 1).activities.map(\.name) == ["a", "b"])
        #expect(try read(until: nil).cases == 3)
        let named = TraceFilter.activity("b")
        let filtered = try JourneyMap(.xes(HeldBytes(Array(log.text.utf8))), filter: named, until: end)
        #expect(filtered.cases == 0)
    }

    @Test("One date of 2099 makes nobody followed for longer, once the log is read up to its end")
    func stray() throws {
        func cohort(_ name: String, from number: Int, begun: Int) -> [ExportedJourney] {
            (0..<10).map { MadeUpCohort.journey(number + $0, cohort: name, [("begin", begun), ("work", begun + 3)]) }
        }
        let strays = [("begin", 100), ("wrong", 32_000)]
        let journeys =
            cohort("one", from: 0, begun: 0) + cohort("two", from: 20, begun: 90)
            + [MadeUpCohort.journey(99, cohort: "none", strays)]
        func mature(until end: Int64?) throws -> [Int] {
            var tables = LogTables()
            let question = CohortQuestion(reaching: "work", within: 30)
            var sink = CohortSink(.says("cohort", "one"), .says("cohort", "two"), question, naming: &tables)
            try EventLog.journeys { take in for journey in journeys { try take(journey) } }
                .read(into: &sink, naming: &tables, until: end)
            let comparison = try CohortComparison(sink, ("One", "Two"), question, naming: tables)
            return [comparison.first.mature, comparison.second.mature]
        }
        #expect(try mature(until: nil) == [10, 10])
        #expect(try mature(until: Instant(utc: try CalendarDay("2013-01-01")).milliseconds) == [10, 0])
    }
}
