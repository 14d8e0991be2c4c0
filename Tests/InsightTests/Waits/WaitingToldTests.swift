import Kernel
import Testing

@testable import Insight

@Suite("What is told of those who are still waiting")
struct WaitingToldTests {
    /// So many people who begin on the first day, some of whom meet on the sixth; the others never do.
    private func cohort(_ name: String, _ people: Int, meeting: Int) -> [ExportedJourney] {
        (0..<people).map { number in
            let met: [(String, Int)] = number < meeting ? [("met", 5)] : []
            return MadeUpCohort.journey((name == "one" ? 0 : 1000) + number, cohort: name, [("begin", 0)] + met)
        }
    }

    /// Five of no cohort, a hundred days later.
    private var last: [ExportedJourney] {
        (0..<5).map { MadeUpCohort.journey(9000 + $0, cohort: "none", [("other", 100)]) }
    }

    private func log(_ journeys: [ExportedJourney]) -> EventLog {
        .journeys { take in for journey in journeys + last { try take(journey) } }
    }

    // MARK: One map

    @Test("A board reads how many had waited over four weeks, of how many, and how sure that is")
    func sentence() throws {
        let map = try JourneyMap(
            log(cohort("one", 40, meeting: 28)), waitingOver: ActivityWait.standard)
        let said =
            "Of 40 people to whom “begin” happened 28 days or more before 10 April 2012, 12 had waited over 28 days for whatever came next (30%, 18.1% to 45.4%). Half went on within 5 days (5 to 5), those still waiting counted too."
        #expect(map.sentence().contains(said) && map.sentence(least: 5).contains(said))
        let html = MapPage(map, title: "The journey", least: 5).html
        #expect(html.contains(said) && html.contains("<p>\(ToldMap.stepTimesNote)</p>"))
        let told = map.json(least: 5)["waits"]?.array?.first
        #expect(told?["activity"]?.string == "begin" && told?["people"]?.int == 40)
        #expect(told?["waited_longer"]?["count"]?.int == 12 && told?["median_days"]?.int == 5)
    }

    @Test("Of the cases that a filter means everybody is followed to the end of the whole log")
    func filtered() throws {
        let map = try JourneyMap(
            log(cohort("one", 40, meeting: 28)), filter: .says("cohort", "one"), waitingOver: ActivityWait.standard)
        #expect(map.cases == 40 && map.waits.first?.longer == Proportion(12, of: 40))
        #expect(map.sentence().contains("before 10 April 2012, 12 had waited"))
    }

    @Test("A map that is not asked has none, and its JSON no member for them")
    func unasked() throws {
        let map = try JourneyMap(log(cohort("one", 40, meeting: 28)))
        #expect(map.waits.isEmpty && map.until == nil && map.json["waits"] == nil)
        #expect(!map.sentence().contains("had waited"))
    }

    @Test("What would tell of one to four people is not told (K-007)", arguments: [36, 38, 39, 1, 4])
    func few(meeting: Int) throws {
        let map = try JourneyMap(
            log(cohort("one", 40, meeting: meeting)), waitingOver: ActivityWait.standard)
        #expect(map.waits.contains { $0.activity == "begin" })
        #expect(!ToldMap(map, least: 5).waits.contains { $0.activity == "begin" })
        #expect(!map.sentence(least: 5).contains("had waited"))
    }

    @Test("Where nearly nobody goes on a journey ends, and nobody waits there")
    func ends() throws {
        let map = try JourneyMap(
            log(cohort("one", 40, meeting: 8)), waitingOver: ActivityWait.standard)
        #expect(!map.sentence().contains("had waited"))
        #expect(map.json["waits"]?.array?.count == 3)
    }

    // MARK: Two cohorts

    private func compare(_ one: Int, _ other: Int, within: Int = 60) throws -> CohortComparison {
        try CohortComparison(
            log(cohort("one", 40, meeting: one) + cohort("two", 40, meeting: other)),
            ("One", .says("cohort", "one")), ("Two", .says("cohort", "two")),
            CohortQuestion(reaching: "met", within: within))
    }

    @Test("Two cohorts whose finished waits are alike differ by those who are still waiting")
    func beside() throws {
        let comparison = try compare(20, 40)
        #expect(comparison.waits.first?.difference == "none")
        #expect(
            comparison.answers[1].contains(
                "After “begin”, 50% (20 of 40; 95% interval: 35.2% to 64.8%) of One and 0% (0 of 40; 95% interval: 0% to 8.8%) of Two waited over 28 days for whatever came next, those still waiting counted too. That is clearly fewer in Two: the difference is "
            ))
        let told = comparison.waitingTold
        // Nothing follows the meeting: it is an end, and stands first as everybody stays there.
        #expect(told.rows.map(\.first) == ["met", "begin"])
        #expect(
            told.rows.last == [
                "begin", "40", "5 days (5 to not reached)", "50% (20 of 40), 35.2% to 64.8%", "40",
                "5 days (5 to 5)", "0% (0 of 40), 0% to 8.8%", "−50%, clear",
            ])
        #expect(told.heads.count == 8 && told.heads[3] == "One: waited over 28 days (95% interval)")
        let html = ComparisonPage(comparison).html
        #expect(html.contains("<h2>How long until something more happens</h2>"))
        #expect(html.contains("<td>5 days (5 to not reached)</td>"))
        let json = comparison.json["cohorts"]?.array?.first?["waits"]?.array
        #expect(json?.count == 2 && json?.first?["waited_longer"]?["count"]?.int == 20)
        #expect(json?.first?["median_high_days"] == .null)
    }

    @Test("Of a question about fewer days than eight weeks who waited over half of them is asked", arguments: [14, 28])
    func shorter(within: Int) throws {
        let told = try compare(20, 40, within: within).waitingTold
        #expect(told.heads[3] == "One: waited over \(within / 2) days (95% interval)")
        #expect(told.rows.last?[3] == "50% (20 of 40), 35.2% to 64.8%")
        // They came to the meeting on the sixth day.
        #expect(told.rows.first?.first == "met" && told.rows.first?[1] == "20")
    }

    @Test("Who came too late to have waited so long is not asked about, and where that is everybody it is said so")
    func late() throws {
        #expect([1, 7, 14, 28, 91, 730].map { ActivityWait.days(within: $0) } == [1, 3, 7, 14, 28, 28])
        let told = try compare(20, 40, within: 7).waitingTold
        #expect(told.rows.map(\.first) == ["begin"])
        #expect(
            told.untold
                == "Of no activity can this be told: fewer than five people came there 3 days or more before their days were over, or it would tell of fewer than five."
        )
    }

    @Test("Where one to four of a cohort are still waiting nothing is told of it (K-007)")
    func fewBeside() throws {
        let comparison = try compare(38, 20)
        let row = try #require(comparison.waitingTold.rows.first)
        #expect(Array(row[1...3]) == Array(repeating: ToldMap.withheld, count: 3) && row[7] == ToldMap.withheld)
        #expect(row[4] == "40" && !comparison.answers[1].contains("After “begin”"))
        #expect(comparison.json["cohorts"]?.array?.first?["waits"]?.array?.isEmpty == true)
    }
}
