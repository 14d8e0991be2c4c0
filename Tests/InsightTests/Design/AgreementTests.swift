import Kernel
import Testing

@testable import Insight

@Suite("How far people agreed with a pathway")
struct AgreementTests {
    private static let hour: Int64 = 3_600_000

    private static let pathway = DesignedPathway(
        title: "Made up",
        steps: [
            .init(title: "Begin", activity: "a"),
            .init(title: "Then", activity: "b", after: "a", latest: { $0 + AgreementTests.hour }),
        ])

    /// So many who keep both steps, so many late at the second, and so many who leave it out.
    private func lived(_ kept: Int, late: Int, skipped: Int, listing: Bool = false) throws -> LivedPathway {
        let whole: [(activity: String, minute: Int)] = [("a", 0), ("b", 9)]
        let slow: [(activity: String, minute: Int)] = [("a", 0), ("b", 100)]
        let half: [(activity: String, minute: Int)] = [("a", 0)]
        let cases =
            Array(repeating: whole, count: kept) + Array(repeating: slow, count: late)
            + Array(repeating: half, count: skipped)
        let log = EventLog.xes(HeldBytes(Array(LogText(cases: cases).text.utf8)))
        return try LivedPathway(log, Self.pathway, listingCases: listing)
    }

    @Test("Each case is in one part by the share of its steps that it kept; one with none due is in none")
    func spread() {
        var tally = AgreementTally()
        for (due, kept) in [(4, 4), (1, 1), (4, 3), (4, 2), (3, 2), (4, 1), (2, 0), (0, 0)] {
            tally.add(CaseAgreement(name: nil, due: due, kept: kept))
        }
        #expect(tally.judged == 7)
        #expect(tally.spread == AgreementSpread(counts: [2, 1, 2, 2]))
    }

    @Test("The cases of a log are listed by their names when that is asked for")
    func listed() throws {
        let listed = try lived(1, late: 1, skipped: 0, listing: true)
        #expect(
            listed.byCase == [
                CaseAgreement(name: "case 0", due: 2, kept: 2), CaseAgreement(name: "case 1", due: 2, kept: 1),
            ])
        #expect(listed.json["by_case"]?.array?.count == 2)
        #expect(try lived(1, late: 1, skipped: 0).json["by_case"] == nil)
    }

    @Test("For programs there is each departure with its people and its days, and null of what has none")
    func json() throws {
        let json = try lived(3, late: 2, skipped: 1).json
        #expect(json["agreed"]?["all"] == 3 && json["agreed"]?["half"] == 3 && json["agreed"]?["less"] == 0)
        let left = try #require(json["steps"]?.array?[1]["departures"]?.array)
        #expect(left.map { $0["kind"] } == ["skipped", "late"] && left.map { $0["people"] } == [1, 2])
        #expect(left[0]["median_days"] == .null && left[0]["total_days"] == .null)
        #expect(left[1]["total_days"] == .real(80.0 / 1440))
    }

    @Test("The map for programs has the pathway as one member more")
    func mapJSON() throws {
        let map = try LogText(cases: [[("a", 0), ("b", 9)]]).map()
        let lived = try lived(1, late: 0, skipped: 0)
        let json = map.json(with: lived)
        #expect(json["pathway"] == lived.json && json["edges"] == map.json["edges"])
    }

    @Test("The page has each departure with its days, how far people agreed, and the steps marked in its drawings")
    func page() throws {
        let map = try LogText(cases: [[("a", 0), ("b", 9)]]).map()
        let lived = try lived(12, late: 6, skipped: 3)
        let html = MapPage(map, title: "All", lived: lived).html
        for part in ["Days in all", "Of the steps due they kept", "class=\"designed\"", "3 skipped, 6 late"] {
            #expect(html.contains(part), "\(part)")
        }
        #expect(!html.contains("withheld"))
        let few = MapPage(map, title: "All", lived: lived.withheld(under: 5)).html
        #expect(few.contains("withheld") && few.contains("some late") && !few.contains("3 skipped"))
    }

    private static let counts: [(all: [Int?], told: [Int?])] = [
        ([12, 8, 0], [12, 8, 0]),
        ([12, 3], [nil, nil]),
        ([12, 7, 3], [12, nil, nil]),
        ([12, 0, 3], [nil, 0, nil]),
        ([9, 2, 3], [9, nil, nil]),
        ([0, 4], [0, nil]),
    ]

    @Test("A count of one to four is withheld, and as many more as hide it from subtraction (K-007)")
    func small() {
        for count in Self.counts { #expect(SmallCounts.told(count.all, under: 5) == count.told, "\(count.all)") }
    }

    @Test("Where counts are withheld, no step and no sentence tells of one to four people (K-007)")
    func withheld() throws {
        let told = try lived(12, late: 6, skipped: 3, listing: true).withheld(under: 5)
        #expect(told.steps[0].kept == 21 && told.steps[1].kept == 12)
        #expect(told.steps[1].left.map(\.people) == [nil, nil] && told.steps[1].left.map(\.medianDays) == [nil, nil])
        #expect(told.byCase == nil && told.keptAll == 12 && told.spread.half == 9)
        #expect(told.json["withheld_under"] == 5)
        // Two kept it, and all but those two were late: neither count is told.
        let few = try lived(2, late: 10, skipped: 0).withheld(under: 5)
        #expect(few.steps[1].kept == nil && few.steps[1].left.map(\.people) == [nil])
        #expect(few.keptAll == nil && few.sentence.contains("Of 12 people") && !few.sentence.contains("kept to all"))
        let none = try lived(2, late: 1, skipped: 0).withheld(under: 5)
        #expect(none.cases == nil && none.judged == nil && none.agreement == nil && none.steps[0].due == nil)
        #expect(none.sentence.hasPrefix("Too few people"))
        #expect(none.withheld(under: 5) == none)
    }
}
