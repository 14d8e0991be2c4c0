import Casework
import Kernel
import Testing

@testable import Programmes

@Suite("The sharing matrix")
struct SharingTests {
    @Test("The one that ships opens no health, convictions, household or safety to anybody (design §5)")
    func shipped() throws {
        let matrix = try SharingReader.shipped()
        let day = try CalendarDay("2012-06-01")
        for relation in Relation.allCases {
            for category in [Casework.Category.health, .convictions, .household, .safety] {
                #expect(matrix.row(relation, category, on: day) == nil, "\(relation) \(category)")
            }
        }
        #expect(matrix.row(.attached, .plan, on: day)?.basis == .publicTask)
        #expect(matrix.row(.commissions, .identity, on: day) == nil)
        #expect(matrix.rows.allSatisfy { !$0.source.isEmpty && matrix.purpose($0.purpose) != nil })
        #expect(matrix.consentMonths == 12 && matrix.consentMonthsAtMost == 24)
    }

    @Test("What each row is for is told in Welsh too, and what the law alone is for is asked of nobody (K-007, G-245)")
    func purposes() throws {
        let matrix = try SharingReader.shipped()
        #expect(matrix.purposes.filter { GivenWords(rawValue: $0.words) == nil }.map(\.code) == [])
        #expect(matrix.purposes.filter { !$0.isAsked }.map(\.code) == ["account"])
        let told = matrix.rows.filter { $0.purpose == "account" }.map(\.relation)
        #expect(told == [.past, .former, .commissions], "who no longer helps, and who pays, is not said to help")
    }

    private func problems(_ rows: String) -> [String] {
        let text = "purposes:\n  - { code: support, says: help }\nconsent: { months: 12, at_most: 24 }\nrows:\n\(rows)"
        do {
            _ = try SharingReader.read(text: text, file: "sharing.yaml")
            return []
        } catch { return error.problems.map { "\($0.line ?? 0): \($0.sentence)" } }
    }

    @Test("A row is dated, has one ground, and is refused by its line where it opens what only consent may")
    func rows() {
        let good = "  - { relation: former, categories: [work], purpose: support, basis: public-task, source: A-067 }\n"
        #expect(problems(good) == [])
        #expect(problems(good + good).first?.contains("Two rows open work") == true)
        let later =
            "  - { relation: former, categories: [work], purpose: support, basis: public-task, source: x, from: 2013-01-01 }\n"
        let until = good.replacing("source: A-067", with: "source: A-067, until: 2012-12-31")
        #expect(problems(until + later) == [])
        #expect(problems(good.replacing("work", with: "health")).first?.contains("only the person's consent") == true)
        #expect(problems(good.replacing("former", with: "partner")).first?.hasPrefix("5: No row can open") == true)
        #expect(problems(good.replacing("purpose: support", with: "purpose: gossip")).first?.contains("gossip") == true)
    }
}
