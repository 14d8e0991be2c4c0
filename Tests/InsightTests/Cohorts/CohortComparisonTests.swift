import Kernel
import Testing

@testable import Insight

@Suite("Two cohorts, one above the other")
struct CohortComparisonTests {
    private static let question = CohortQuestion(reaching: "work", within: 30)

    /// A case that begins on a day of 2012 and reaches work so many days later, when it does.
    private func journey(_ number: Int, cohort: String, begun: Int, worksAfter days: Int?) -> ExportedJourney {
        func moment(_ day: Int) -> Instant { Instant(milliseconds: 1_325_376_000_000).adding(minutes: day * 1440) }
        func step(_ activity: String, _ day: Int) -> ExportedJourney.Step {
            .init(activity: activity, kind: activity, time: moment(day), person: nil, agency: nil, role: "adviser")
        }
        return ExportedJourney(
            id: "\(number)", attributes: [("cohort", cohort)],
            steps: [step("begin", begun)] + (days.map { [step("work", begun + $0)] } ?? []))
    }

    private func compare(_ journeys: [ExportedJourney]) throws -> CohortComparison {
        try CohortComparison(
            .journeys { take in for journey in journeys { try take(journey) } }, ("One", .says("cohort", "one")),
            ("Two", .says("cohort", "two")), Self.question)
    }

    /// 40 of cohort one, of whom 10 work in time; 40 of cohort two, of whom 30 do, and 10 more too new to say.
    private func made() throws -> CohortComparison {
        let one = (0..<40).map { journey($0, cohort: "one", begun: 0, worksAfter: $0 < 10 ? 20 : nil) }
        let two = (0..<40).map { journey(100 + $0, cohort: "two", begun: 20, worksAfter: $0 < 30 ? 10 : nil) }
        let new = (0..<10).map { journey(200 + $0, cohort: "two", begun: 95, worksAfter: nil) }
        let last = journey(300, cohort: "none", begun: 100, worksAfter: nil)
        return try compare(one + two + new + [last])
    }

    @Test("A rate counts those who were followed for long enough, and only they make a cohort mature")
    func mature() throws {
        let comparison = try made()
        #expect(comparison.first.rate == Proportion(10, of: 40) && comparison.first.isMature)
        #expect(comparison.second.rate == Proportion(30, of: 40) && !comparison.second.isMature)
        #expect(comparison.second.mature == 40 && comparison.second.map.cases == 50)
        // Those too new are followed for five days each, and then are gone.
        #expect(comparison.second.times.followed(to: 6 * 86_400_000) == 40)
        #expect(comparison.second.medianDays == 10 && comparison.first.medianDays == nil)
    }

    @Test("What differs is told with how sure that is, and small cells not at all")
    func differences() throws {
        let comparison = try made()
        let work = try #require(comparison.differences.first { $0.from == "work" && $0.to == nil })
        #expect(work.isClear && work.more.difference > 0.3)
        let begun = try #require(comparison.differences.first { $0.from == "begin" && $0.to == nil })
        #expect(!begun.isClear && begun.more.difference == 0)
        let few = try compare(
            (0..<40).map { journey($0, cohort: $0 < 20 ? "one" : "two", begun: 0, worksAfter: $0 % 20 < 3 ? 1 : nil) })
        #expect(few.withheld == 2 && few.first.rate.isWithheld)
        #expect(few.json["cohorts"]?.array?.first?["rate"] == .null)
        #expect(few.sentence.contains("too few"))
    }

    @Test("Days may be counted from an activity, and who never came to it does not count")
    func since() throws {
        let comparison = try CohortComparison(
            .journeys { take in
                for number in 0..<12 {
                    try take(journey(number, cohort: "one", begun: 0, worksAfter: number < 8 ? 20 : nil))
                }
            }, ("One", .all([])), ("None", .any([])), CohortQuestion(reaching: "work", within: 1, since: "work"))
        #expect(comparison.first.counted == 8 && comparison.first.map.cases == 12)
    }

    @Test("The page says which is more, how sure that is, and which cohort is not mature")
    func page() throws {
        let html = ComparisonPage(try made()).html
        #expect(html.contains("25% of One and 75% of Two reached “work”. That is clearly more in Two."))
        #expect(html.contains("Two is not mature") && !html.contains("One is not mature"))
    }
}
