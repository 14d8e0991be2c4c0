import Kernel
import Testing

@testable import Insight

@Suite("The curve of those who got there")
struct CohortCurveTests {
    private static let question = CohortQuestion(reaching: "work", within: 30)

    /// So many people, all begun on the first day, some of whom reach work on a day; the log goes on to day 100.
    private func compare(_ people: Int, working days: [Int], within: Int = 30) throws -> CohortComparison {
        let journeys = (0..<people).map { number in
            let work: [(String, Int)] = number < days.count ? [("work", days[number])] : []
            return MadeUpCohort.journey(number, cohort: "one", [("begin", 0)] + work)
        }
        let last = MadeUpCohort.journey(1000, cohort: "none", [("begin", 100)])
        return try CohortComparison(
            .journeys { take in for journey in journeys + [last] { try take(journey) } },
            ("One", .says("cohort", "one")), ("None", .any([])), CohortQuestion(reaching: "work", within: within))
    }

    @Test("A week that would tell of one to four is told with those after it, until they tell of five (K-007)")
    func merged() throws {
        // By weeks one, three, six, six; and seven in the end.
        let few = try compare(40, working: [3, 10, 10, 17, 17, 17, 29]).first.curve(Self.question)
        #expect(few.map(\.days) == [0, 30] && few.map(\.followed) == [40, 33])
        #expect(few.map { ($0.reached * 1000).rounded() } == [0, 175])
        // Five, then two more, then five more.
        let days = [3, 3, 3, 3, 3, 10, 10, 29, 29, 29, 29, 29]
        let more = try compare(40, working: days).first.curve(Self.question)
        #expect(more.map(\.days) == [0, 14, 21, 28, 30] && more.map(\.followed) == [40, 33, 33, 33, 28])
    }

    @Test("Neither the page nor what programs read tells of a point that the curve does not have (K-007)")
    func everywhere() throws {
        let comparison = try compare(40, working: [3, 10, 10, 17, 17, 17, 29])
        let points = comparison.json["cohorts"]?.array?.first?["reached"]?.array
        #expect(points?.map { $0["days"]?.int } == [0, 30])
        let page = ComparisonPage(comparison).html
        for hidden in [39, 37, 34] { #expect(!page.contains("data-v=\"\(hidden)\"")) }
        // A line of two points, and how it is drawn beside its numbers and in the key.
        #expect(page.ranges(of: "stroke-width=\"2.5\"").count == 3)
        #expect(page.contains("<path class=\"curve\" d=\"M 50 320 H 690 V 267.5\""))
    }

    @Test("The line rises in steps, its interval too, and beneath stand those who are followed and not there (K-007)")
    func drawn() throws {
        let days = [3, 3, 3, 3, 3, 10, 10, 29, 29, 29, 29, 29]
        let comparison = try compare(40, working: days)
        let svg = try #require(CohortCurves(comparison).svg)
        #expect(svg.contains("<path class=\"interval\" d=\"M 50 320 H "))
        #expect(svg.ranges(of: "<path class=\"curve\"").count == 1, "the other cohort has nobody to draw")
        // The points of days 0, 14, 21, 28 and 30; the last stands too near to that before it.
        let atRisk = svg.split(separator: "\n").filter { $0.contains("at-risk") }
        #expect(atRisk.map { $0.contains(">40<") } == [true, false, false, false])
        #expect(atRisk.dropFirst().allSatisfy { $0.contains(">33<") })
        #expect(svg.contains("<desc>One: 30% by day 30. Hatched"))
        let told = comparison.followed
        #expect(told.map(\.days) == [0, 14, 21, 28, 30] && told.map(\.waiting) == [40, 33, 33, 33, 28])
        #expect(told.map(\.reached) == ["0%", "17.5%", "17.5%", "17.5%", "30%"] && Set(told.map(\.cohort)) == ["One"])
    }

    @Test("With nobody followed long enough there is no drawing, and the page says so (K-007)")
    func undrawn() throws {
        let comparison = try compare(40, working: [10, 10, 17])
        #expect(CohortCurves(comparison).svg == nil && comparison.followed.isEmpty)
        #expect(ComparisonPage(comparison).html.contains("too few people to draw how soon"))
    }

    @Test("Where only one to four ever got there, the curve does not tell when the first did (K-007)")
    func tooFew() throws {
        #expect(try compare(40, working: [10, 10, 17]).first.curve(Self.question).isEmpty)
        #expect(try compare(40, working: []).first.curve(Self.question).map(\.reached) == [0, 0, 0, 0, 0, 0])
        #expect(try compare(4, working: []).first.curve(Self.question).isEmpty)
    }

    @Test("Asked about four weeks or less the curve is by days, and goes on to where everybody had got there")
    func byDays() throws {
        let comparison = try compare(20, working: (0..<20).map { $0 < 12 ? 2 : 5 }, within: 7)
        let curve = comparison.first.curve(comparison.question)
        #expect(curve.map(\.days) == [0, 1, 2, 3, 4, 5, 6, 7])
        #expect(curve.map(\.reached) == [0, 0, 0.6, 0.6, 0.6, 1, 1, 1])
        #expect(curve.last?.followed == 0)
        #expect(comparison.followed.filter { $0.cohort == "One" }.last?.interval == "not known")
        #expect(CohortCurves(comparison).svg?.contains(">One</text>") == true)
    }

    @Test("Whoever gets there on whatever day, from point to point it is nobody, or five and more", arguments: 1...40)
    func nobodyOrFive(seed: UInt64) throws {
        let random = RandomSource.seeded(seed)
        let journeys = (0..<10 + random.below(80)).map { number in
            let begun = random.below(90)
            let day = begun + random.below(40)
            let work: [(String, Int)] = random.below(2) == 0 && day <= 100 ? [("work", day)] : []
            return MadeUpCohort.journey(number, cohort: "one", [("begin", begun)] + work)
        }
        let last = MadeUpCohort.journey(1000, cohort: "none", [("begin", 100)])
        let cohort = try CohortComparison(
            .journeys { take in for journey in journeys + [last] { try take(journey) } },
            ("One", .says("cohort", "one")), ("None", .any([])), Self.question
        ).first
        #expect(!(1...4).contains(cohort.counted - cohort.mature))
        let curve = cohort.curve(Self.question)
        let reached = [0] + curve.map { cohort.times.reached(by: Int64($0.days) * Cohort.day) }
        let followed = [cohort.times.followed(to: 0)] + curve.map(\.followed)
        for (before, after) in zip(reached, reached.dropFirst()) { #expect(!(1...4).contains(after - before)) }
        for (before, after) in zip(followed, followed.dropFirst()) { #expect(!(1...4).contains(before - after)) }
    }
}
