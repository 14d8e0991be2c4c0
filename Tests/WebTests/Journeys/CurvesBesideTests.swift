import Insight
import Kernel
import Testing

@testable import Web

@Suite("How soon two cohorts got there")
struct CurvesBesideTests {
    /// Twenty people of a cohort, of whom some work after so many days, beside others of whom none does; the log goes on
    /// to day 100.
    private func comparison(working days: [Int], others: Int) throws -> CohortComparison {
        func journey(_ number: Int, _ cohort: String, _ steps: [(String, Int)]) -> ExportedJourney {
            ExportedJourney(
                id: "\(number)", attributes: [("cohort", cohort)],
                steps: steps.map { name, day in
                    ExportedJourney.Step(
                        activity: name, kind: name, time: Instant(milliseconds: Int64(day) * 86_400_000), person: nil,
                        agency: nil, role: "adviser")
                })
        }
        let one = (0..<20).map { number in
            let work: [(String, Int)] = number < days.count ? [("work", days[number])] : []
            return journey(number, "one", [("begin", 0)] + work)
        }
        let two = (0..<others).map { journey(100 + $0, "two", [("begin", 0)]) }
        let all = one + two + [journey(200, "none", [("begin", 100)])]
        return try CohortComparison(
            .journeys { take in for journey in all { try take(journey) } }, ("One", .says("cohort", "one")),
            ("Two", .says("cohort", "two")), CohortQuestion(reaching: "work", within: 60))
    }

    private func written(_ comparison: CohortComparison) throws -> HTMLNode {
        try HTMLPage(String(decoding: CurvesBeside(comparison: comparison).render(), as: UTF8.self)).root
    }

    @Test("Both curves are in one drawing, and every point of it in the table, none of fewer than five (K-007)")
    func both() throws {
        let page = try written(comparison(working: [3, 3, 3, 3, 3, 3, 40], others: 20))
        #expect(page.all("svg").count == 1)
        #expect(page.all("path").count(where: { $0["class"] == "curve" }) == 2)
        let rows = page.all("tbody").flatMap { $0.all("tr") }.map { row in
            row.all().filter { $0.name == "th" || $0.name == "td" }.map(\.text)
        }
        #expect(rows.first == ["One", "0", "20", "0%", "0% to 0%"])
        #expect(Set(rows.compactMap(\.first)) == ["One", "Two"])
        // The one who worked on day 40 is told of with the six who did before.
        #expect(rows.map { $0[2] }.contains("13") && !rows.map { $0[2] }.contains("14"))
        #expect(!page.all("text").contains { $0.text == "14" })
    }

    @Test("Where it would tell of fewer than five there is a sentence in its place (K-007)")
    func few() throws {
        let one = try written(comparison(working: [3, 3], others: 20))
        #expect(one.all("path").count(where: { $0["class"] == "curve" }) == 1)
        #expect(!one.all("tr").contains { $0.text.hasPrefix("One") })
        let none = try written(comparison(working: [3, 3], others: 4))
        #expect(none.all("svg").isEmpty && none.all("table").isEmpty)
        #expect(none.text.contains("too few people to draw how soon"))
    }
}
