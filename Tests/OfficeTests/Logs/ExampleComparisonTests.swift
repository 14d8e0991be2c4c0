import Insight
import Kernel
import Testing

@testable import Office

@Suite("An example of two cohorts")
struct ExampleComparisonTests {
    /// Somebody referred on a day, who came to each kind of event so many days later.
    private func journey(_ referred: String, _ later: [(String, Int)] = []) throws -> ExportedJourney {
        let begun = Instant(london: try CalendarDay(referred), hour: 10, minute: 0)
        func step(_ kind: String, _ days: Int) -> ExportedJourney.Step {
            ExportedJourney.Step(
                activity: StoreLog.activity(kind), kind: kind, time: begun.adding(minutes: days * 24 * 60), person: nil,
                agency: nil, role: "adviser")
        }
        return ExportedJourney(
            id: referred, attributes: [("cohort", String(referred.prefix(7)))],
            steps: [step("referral.made", 0)] + later.map { step($0.0, $0.1) })
    }

    /// Five who were referred on the day on which the log ends.
    private func ending(_ day: String) throws -> [ExportedJourney] { try (1...5).map { _ in try journey(day) } }

    private func found(_ journeys: [ExportedJourney]) -> ExampleComparison? {
        var search = ExampleSearch()
        for journey in journeys { search.add(journey) }
        return search.found
    }

    @Test("It is of cohorts that differ in what is asked, before those that do not")
    func telling() throws {
        var journeys: [ExportedJourney] = []
        for number in 1...10 {
            let slow = number <= 5 ? 2 : 20
            for (day, wait) in [("2012-01-09", 2), ("2012-02-08", slow)] {
                journeys.append(try journey(day, [("referral.acknowledged", 1), ("referral.assigned", wait)]))
            }
        }
        journeys += try ending("2012-03-01")
        let example = try #require(found(journeys))
        #expect(example.first.text == "2012-01" && example.second.text == "2012-02")
        #expect(example.reaching == "Adviser assigned" && example.within == 14)
    }

    @Test("It is one that says who hands people to whom, before one that does not")
    func handedOn() throws {
        func journey(_ referred: String, to agency: String, after wait: Int) throws -> ExportedJourney {
            let plain = try self.journey(referred, [("referral.acknowledged", 1), ("referral.assigned", wait)])
            let steps = plain.steps.enumerated().map { place, step in
                ExportedJourney.Step(
                    activity: step.activity, kind: step.kind, time: step.time, person: nil,
                    agency: place == 0 ? "Jobcentre" : agency, role: step.role)
            }
            return ExportedJourney(id: plain.id, attributes: plain.attributes, steps: steps)
        }
        var journeys: [ExportedJourney] = []
        for number in 1...10 {
            // January and February differ, and nobody is handed on; February and March do not, and everybody is.
            let slow = number <= 5 ? 2 : 10
            journeys.append(try journey("2012-01-09", to: "Jobcentre", after: 2))
            journeys.append(try journey("2012-02-08", to: "Jobcentre", after: slow))
            journeys.append(try journey("2012-03-07", to: "Provider", after: 2))
        }
        journeys += try ending("2012-03-28")
        let example = try #require(found(journeys))
        #expect(example.first.text == "2012-02" && example.second.text == "2012-03")
    }

    @Test("There is none where one of the cohorts has four, or so many followed long enough")
    func few() throws {
        let january = try (1...5).map { _ in try journey("2012-01-02", [("referral.allocated", 0)]) }
        let four = try (1...4).map { _ in try journey("2012-02-02", [("referral.allocated", 0)]) }
        let end = try ending("2012-03-28")
        #expect(found(january + four + end) == nil)
        let fifth = try journey("2012-02-02", [("referral.allocated", 0)])
        #expect(found(january + four + [fifth] + end)?.second.text == "2012-02")
        // The log ends a day after the fifth was referred.
        let late = try journey("2012-02-28", [("referral.allocated", 0), ("referral.acknowledged", 1)])
        #expect(found(january + four + [late]) == nil)
    }

    @Test("Where one to four of a cohort are too new, the five referred last do not count, as in the comparison itself")
    func fewTooNew() throws {
        let january = try (1...5).map { _ in try journey("2012-01-02", [("referral.allocated", 0)]) }
        // The log ends on the day on which the last of them was referred, so one is too new however few days are asked.
        func february(_ count: Int) throws -> [ExportedJourney] {
            try (1...count).map { _ in try journey("2012-02-02", [("referral.allocated", 0)]) }
                + [try journey("2012-02-28", [("referral.allocated", 0)])]
        }
        #expect(try found(january + february(8)) == nil)
        #expect(try found(january + february(9))?.second.text == "2012-02")
    }

    @Test("There is none where what is left of a rate would tell of fewer than five")
    func rest() throws {
        let end = try ending("2012-03-28")
        let months = ["2012-01-02", "2012-02-02"]
        let all = try months.flatMap { month in
            try (1...6).map { _ in try journey(month, [("referral.allocated", 0)]) }
        }
        #expect(found(all + end)?.reaching == "Provider drawn")
        let one = try months.map { try journey($0) }
        #expect(found(all + one + end) == nil)
    }
}
