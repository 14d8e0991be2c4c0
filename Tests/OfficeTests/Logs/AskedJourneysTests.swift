import Insight
import Kernel
import Testing

@testable import Office

@Suite("What journeys are asked for")
struct AskedJourneysTests {
    @Test("Near to a question is each that leaves out a part of it or more, and nothing is near to that of everybody")
    func leftOut() throws {
        #expect(AskedJourneys().near == [])
        let cohort = JourneyCohort("2011-04..2012-03")
        let asked = AskedJourneys(programme: "p", cohort: cohort, agencies: ["A"])
        let near = asked.near
        #expect(near.count == 7)
        for other in [
            AskedJourneys(), AskedJourneys(programme: "p"), AskedJourneys(cohort: cohort, agencies: ["A"]),
        ] { #expect(near.contains(other)) }
    }

    @Test("Near to a question is its cohort's quarters and years, its days' months, and one organisation fewer")
    func wider() throws {
        let month = AskedJourneys(cohort: JourneyCohort("2011-08"))
        #expect(month.near.compactMap(\.cohort?.text) == ["2011-07..2011-09", "2011-04..2012-03"])
        let across = AskedJourneys(cohort: JourneyCohort("2012-03..2012-04"))
        #expect(across.near.compactMap(\.cohort?.text) == ["2012-01..2012-06", "2011-04..2013-03"])
        let days = AskedJourneys(from: try CalendarDay("2012-02-10"), until: try CalendarDay("2012-02-20"))
        #expect(
            days.near.contains(
                AskedJourneys(from: try CalendarDay("2012-02-01"), until: try CalendarDay("2012-02-29"))))
        let agencies = AskedJourneys(agencies: ["A", "B"])
        #expect(agencies.near == [AskedJourneys(), AskedJourneys(agencies: ["B"]), AskedJourneys(agencies: ["A"])])
    }

    /// Whether nothing would be told of a question.
    private func isWithheld(_ asked: AskedJourneys, of journeys: [ExportedJourney]) throws -> Bool {
        try read(asked, of: journeys).tellsOfFew
    }

    private func people(_ asked: AskedJourneys, of journeys: [ExportedJourney]) throws -> Int {
        try JourneyMap(.journeys { take in for journey in journeys { try take(journey) } }, filter: asked.filter).cases
    }

    private func read(
        _ asked: AskedJourneys, of journeys: [ExportedJourney]
    ) throws -> FilterDifferences<MapDiscovery> {
        var tables = LogTables()
        var sink = FilterDifferences(
            MapDiscovery(), [(asked.filter, asked.near.map(\.filter))], naming: &tables)
        let log = EventLog.journeys { take in for journey in journeys { try take(journey) } }
        try log.read(into: &sink, naming: &tables)
        return sink
    }

    @Test("Of two questions of which one leaves out a part, the answers differ by nobody or by five (K-007)")
    func subtraction() throws {
        let random = RandomSource.seeded(7)
        let begun = Instant(london: try CalendarDay("2012-01-09"), hour: 10, minute: 0)
        let journeys = (0..<120).map { number in
            // The third programme and agency, and April, are of few.
            let (programme, agency, month) = (random.below(9) / 4, random.below(9) / 4, random.below(13) / 4 + 1)
            return ExportedJourney(
                id: "\(number)", attributes: [("programme", "p\(programme)"), ("cohort", "2012-0\(month)")],
                steps: [
                    .init(
                        activity: "a", kind: "a", time: begun, person: nil, agency: "A\(agency)", role: "adviser")
                ])
        }
        var told: [(AskedJourneys, Int)] = []
        for programme in [nil, "p0", "p1", "p2"] {
            for agency in [nil, "A0", "A1", "A2"] {
                for cohort in [nil, "2012-01", "2012-03", "2012-04", "2012-01..2012-03"] {
                    let asked = AskedJourneys(
                        programme: programme, cohort: cohort.flatMap { JourneyCohort($0) },
                        agencies: agency.map { [$0] } ?? [])
                    if try !isWithheld(asked, of: journeys) { told.append((asked, try people(asked, of: journeys))) }
                }
            }
        }
        #expect(told.count > 10 && told.count < 80, "some are told, and some are not")
        var pairs = 0
        for (asked, count) in told {
            for (other, wider) in told where asked.near.contains(other) {
                pairs += 1
                #expect(!(1...4).contains(wider - count), "\(asked) and \(other)")
            }
        }
        #expect(pairs > 10)
    }
}
