import Kernel
import Testing

@testable import Insight

@Suite("Steps of two cohorts, one beside the other")
struct StepBesideTests {
    private static let question = CohortQuestion(reaching: "work", within: 30)

    private func compare(_ journeys: [ExportedJourney]) throws -> CohortComparison {
        let last = MadeUpCohort.journey(9000, cohort: "none", [("begin", 100)])
        return try CohortComparison(
            .journeys { take in for journey in journeys + [last] { try take(journey) } },
            ("One", .says("cohort", "one")), ("Two", .says("cohort", "two")), Self.question)
    }

    /// People who begin on a day and meet so many days later, each after their own; nil never meets.
    private func cohort(_ name: String, begun: Int = 0, meeting days: [Int?]) -> [ExportedJourney] {
        let first = name == "one" ? 0 : 1000
        return days.enumerated().map { place, day in
            let met: [(String, Int)] = day.map { [("met", begun + $0)] } ?? []
            return MadeUpCohort.journey(first + begun * 10 + place, cohort: name, [("begin", begun)] + met)
        }
    }

    // MARK: Ranks

    /// The greatest rank of which the binomial distribution of one half leaves 2.5% or less below, by hand for six, ten,
    /// twenty and a hundred (Conover 1999, table A3).
    @Test(
        "The median of so many lies between these in order at 95%, and nothing is known of fewer than six",
        arguments: [(6, 1), (8, 1), (9, 2), (10, 2), (15, 4), (20, 6), (25, 8), (50, 18), (100, 40)])
    func ranks(count: Int, rank: Int) {
        #expect(MedianRanks(of: count).map { [$0.low, $0.high] } == [rank - 1, count - rank])
    }

    @Test("Of fewer than six not even the least and the greatest make 95% sure", arguments: 0...5)
    func tooFew(count: Int) { #expect(MedianRanks(of: count) == nil) }

    @Test("Of a million the interval is that of the normal distribution: half of them less 1.96 half roots")
    func many() throws {
        let ranks = try #require(MedianRanks(of: 1_000_000))
        #expect((499_018...499_021).contains(ranks.low) && ranks.high == 999_999 - ranks.low)
    }

    @Test("The interval is the same whether the times stayed in memory or went to a store and back")
    func spilled() throws {
        func edge(beyond memory: Int) throws -> JourneyMap.Edge? {
            var tables = LogTables()
            let (begin, met) = (tables.activities.number(of: "begin"), tables.activities.number(of: "met"))
            var discovery = MapDiscovery(spillingTo: HeldSpill(), beyond: memory)
            for wait in 1...20 {
                discovery.event(LoggedEvent(activity: begin, time: 0))
                discovery.event(LoggedEvent(activity: met, time: Int64(wait * 8 % 21) * 1000))
                try discovery.endTrace()
            }
            return try JourneyMap(discovery, naming: tables).edges.first
        }
        // Waits of 1 to 20 seconds in some order: the sixth and the fifteenth.
        for memory in [0, 40, 1 << 20] { #expect(try edge(beyond: memory)?.medianInterval == 6...15) }
    }

    // MARK: Of those followed long enough

    @Test("Waits are those of people followed long enough, in those days, so that a newer cohort does not look faster")
    func mature() throws {
        let days = (1...20).map { Optional($0) }
        // Of those who begin on day 90 the log tells only who met within ten days.
        let new = cohort("two", begun: 90, meeting: days.map { $0.flatMap { $0 <= 10 ? $0 : nil } })
        let comparison = try compare(
            cohort("one", meeting: days) + cohort("two", begun: 5, meeting: days) + new)
        let wait = try #require(comparison.waits.first)
        #expect(wait.first == wait.second && wait.difference == "none")
        #expect(wait.first.people == "20" && wait.first.median == "11 days (6 days to 15 days)")
        // Of everybody in the second, half had met within fewer days.
        #expect(comparison.second.map.edges.first?.count == 30)
        #expect(comparison.second.compared.cases == 20)
    }

    @Test("What happened after the days of the question counts of neither, though the log tells of it in one")
    func window() throws {
        let comparison = try compare(
            cohort("one", meeting: Array(repeating: 60, count: 10) + Array(repeating: 5, count: 10))
                + cohort("two", begun: 60, meeting: Array(repeating: nil, count: 10) + Array(repeating: 5, count: 10)))
        let wait = try #require(comparison.waits.first)
        #expect(wait.first == wait.second)
        #expect(wait.first.people == "10" && wait.first.median == "5 days (5 days to 5 days)")
        #expect(wait.first.stayed == "10")
    }

    @Test("Whichever order the log has them in, the same are compared", arguments: [true, false])
    func order(newestFirst: Bool) throws {
        let days = (1...20).map { Optional($0) }
        let people = (0..<20).flatMap { cohort("one", begun: $0 * 5, meeting: days) }
        let comparison = try compare(newestFirst ? people.reversed() : people)
        // The last of them meets on day 115, so those are mature who began by day 85: 18 of the 20 days.
        #expect(comparison.first.mature == 18 * 20 && comparison.first.compared.cases == 18 * 20)
        #expect(comparison.first.compared.edges.first?.count == 18 * 20)
    }

    // MARK: How sure

    @Test("A difference is clear only where the intervals of both times leave nothing in common")
    func clear() throws {
        func difference(_ one: [Int], _ two: [Int]) throws -> String? {
            try compare(cohort("one", meeting: one.map { $0 }) + cohort("two", meeting: two.map { $0 }))
                .waits.first?.difference
        }
        // Six each: from the least to the greatest.
        #expect(try difference([2, 3, 4, 4, 5, 6], [7, 8, 9, 9, 10, 11]) == "+5 days, clear")
        #expect(try difference([7, 8, 9, 9, 10, 11], [2, 3, 4, 4, 5, 6]) == "−5 days, clear")
        #expect(try difference([2, 3, 4, 4, 5, 7], [7, 8, 9, 9, 10, 11]) == "+5 days, may be chance")
        // Five are too few, however far apart.
        #expect(try difference([2, 2, 2, 2, 2], [20, 20, 20, 20, 20]) == "+18 days, may be chance")
        #expect(try difference([2, 2, 2, 2], [20, 20, 20, 20, 20]) == "not told")
    }

    @Test("Of fewer than five nothing is told, of all but so few not how many, and of five no interval (K-007)")
    func few() throws {
        let comparison = try compare(
            cohort("one", meeting: Array(repeating: 3, count: 5) + [nil, nil])
                + cohort("two", meeting: [3, 3, 3, 3, nil]))
        let wait = try #require(comparison.waits.first)
        #expect(
            wait.first
                == StepBeside.Side(
                    people: "all but fewer than 5", median: "3 days (not known)", ninetieth: "3 days",
                    stayed: "fewer than 5"))
        #expect(
            wait.second
                == StepBeside.Side(
                    people: "fewer than 5", median: "not told", ninetieth: "not told", stayed: "not told"))
    }

    // MARK: Apart

    @Test("Cohorts that have somebody in common are refused, as how sure a difference is cannot be said of them")
    func overlap() throws {
        let journeys = cohort("one", meeting: Array(repeating: 3, count: 20))
        let refused = #expect(throws: Refusal.self) {
            _ = try CohortComparison(
                .journeys { take in for journey in journeys { try take(journey) } }, ("One", .says("cohort", "one")),
                ("Met", .activity("met")), Self.question)
        }
        #expect(refused?.code == "cohorts.overlap")
    }

    // MARK: The page

    @Test("The page has waits and hand-offs side by side, and each journey at its levels with every table of it")
    func page() throws {
        let days = (0..<20).map { Optional($0 % 4 + 1) }
        let html = ComparisonPage(try compare(cohort("one", meeting: days) + cohort("two", meeting: days))).html
        #expect(html.contains("<h2>Where people wait longest</h2>"))
        #expect(html.contains("<th scope=\"col\">One: half within (95% interval)</th>"))
        #expect(html.contains("<h2>Who hands people to whom</h2>"))
        for table in ["Every step", "What happens", "The ways people went"] {
            #expect(html.ranges(of: "<h3>\(table)</h3>").count == 2, "\(table) of both")
        }
        #expect(html.ranges(of: "<details class=\"level\" open>").count == 2)
    }
}
