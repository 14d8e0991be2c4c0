import Casework
import Foundation
import Kernel
import Testing

@testable import Programmes

@Suite("The sharing matrix")
struct SharingTests {
    @Test("The one that ships opens nothing that only consent opens, nor safety, to anybody (design §5, K-038)")
    func shipped() throws {
        let matrix = try SharingReader.shipped()
        let day = try CalendarDay("2012-06-01")
        for relation in Relation.allCases {
            for category in [Casework.Category.health, .convictions, .household, .equality, .safety] {
                #expect(matrix.row(relation, category, on: day) == nil, "\(relation) \(category)")
            }
        }
        #expect(matrix.row(.attached, .plan, on: day)?.basis == .publicTask)
        #expect(matrix.row(.commissions, .identity, on: day) == nil)
        #expect(matrix.rows.allSatisfy { !$0.source.isEmpty && matrix.purpose($0.purpose) != nil })
        #expect(matrix.consentMonths == 12 && matrix.consentMonthsAtMost == 24 && matrix.formerMonths == 72)
        #expect(matrix.packetServices == 6)
    }

    @Test("What each row is for is told in Welsh too, and what the law alone is for is asked of nobody (K-007, G-245)")
    func purposes() throws {
        let matrix = try SharingReader.shipped()
        #expect(matrix.purposes.filter { GivenWords(rawValue: $0.words) == nil }.map(\.code) == [])
        #expect(matrix.purposes.filter { !$0.isAsked }.map(\.code) == ["account"])
        #expect(matrix.purpose("equality")?.isAsked == true, "what ethnic group may be let seen for (K-038)")
        for purpose in matrix.purposes {
            let isMonitoring = purpose.code == "equality"
            for category in Casework.Category.allCases {
                #expect(purpose.takes(category) == (isMonitoring == (category == .equality)), "\(purpose) \(category)")
            }
        }
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
        #expect(problems(good + good).first?.hasPrefix("6: Two rows open work") == true)
        let later =
            "  - { relation: former, categories: [work], purpose: support, basis: public-task, source: x, from: 2013-01-01 }\n"
        let until = good.replacing("source: A-067", with: "source: A-067, until: 2012-12-31")
        #expect(problems(until + later) == [])
        #expect(problems(good.replacing("work", with: "health")).first?.contains("only the person's consent") == true)
        #expect(problems(good.replacing("former", with: "partner")).first?.hasPrefix("5: No row can open") == true)
        #expect(problems(good.replacing("purpose: support", with: "purpose: gossip")).first?.contains("gossip") == true)
    }

    @Test("A purpose that names its kinds is for no others; where none names equality, the check says so (K-038)")
    func ofPurposes() throws {
        let text = """
            purposes: [{ code: support, says: help, categories: [work] }]
            rows:
              - { relation: former, categories: [work], purpose: support, basis: public-task, source: A-067 }
            """
        let matrix = try SharingReader.read(text: text, file: "sharing.yaml")
        #expect(matrix.purpose("support")?.categories == [.work])
        #expect(SharingCheck(matrix).findings.contains { $0.hasPrefix("Nobody can be asked to share equality") })
        let asked = SharingExplanation(matrix).sections.first { $0.title == "What people may be asked to share for" }
        #expect(asked?.lines == ["“help”: jobs and hours, and nothing else"])
        do {
            let other = text.replacing("former, categories: [work]", with: "former, categories: [work, plan]")
            _ = try SharingReader.read(text: other, file: "sharing.yaml")
            Issue.record("It was read")
        } catch {
            #expect(error.description.hasPrefix("sharing.yaml:3: The purpose “support” is not for the action plan."))
        }
    }

    @Test("How long a former provider reads on is a setting of the matrix, and rows for nobody are refused")
    func settings() throws {
        let text = """
            purposes:
              - { code: support, says: help }
            consent: { months: 12, at_most: 24 }
            former: { months: 30 }
            rows:
              - { relation: former, categories: [work], purpose: support, basis: public-task, source: A-067 }
            """
        func read(_ text: String) throws -> SharingMatrix { try SharingReader.read(text: text, file: "sharing.yaml") }
        #expect(try read(text).formerMonths == 30)
        #expect(try read(text.replacing("former: { months: 30 }\n", with: "")).formerMonths == 72)
        for (found, spoilt) in [
            ("months: 30", "months: 0"), ("months: 30", "months: 121"), ("months: 30", "years: 3"),
            ("relation: former", "relation: supporter"), ("former: {", "formers: {"),
        ] {
            #expect(throws: ProgrammeFault.self, "\(spoilt)") { try read(text.replacing(found, with: spoilt)) }
        }
        let none = text.split(separator: "\n").dropLast(2).joined(separator: "\n")
        #expect(throws: ProgrammeFault.self) { try read(none) }
    }

    @Test("A partnership's own matrix stands in place of the one that ships, and one that is wrong is told by its line")
    func own() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sharing-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "sharing"), withIntermediateDirectories: true)
        #expect(try SharingReader.shipped(adding: folder.path) == SharingReader.shipped())
        #expect(throws: ProgrammeFault.self) { try Programmes.read(folder: folder.path, orRulesAlone: true) }
        let file = folder.appending(path: "sharing/sharing.yaml")
        let text = """
            purposes: [{ code: support, says: help }]
            rows:
              - { relation: attached, categories: [work], purpose: support, basis: public-task, source: ours }
            """
        try Data(text.utf8).write(to: file)
        let day = try CalendarDay("2012-06-01")
        let matrix = try SharingReader.shipped(adding: folder.path)
        #expect(matrix.row(.attached, .work, on: day)?.source == "ours" && matrix.row(.attached, .plan, on: day) == nil)
        #expect(try Programmes.read(folder: folder.path, orRulesAlone: true).ids.isEmpty)
        try Data(text.replacing("work", with: "wrok").utf8).write(to: file)
        do {
            _ = try SharingReader.shipped(adding: folder.path)
            Issue.record("It was read")
        } catch { #expect(error.description.hasPrefix("sharing.yaml:3: “wrok” is not one of categories.")) }
    }

    @Test("What ships has nothing to report, and is told tie by tie with its purpose, its ground and its source")
    func told() throws {
        let matrix = try SharingReader.shipped()
        #expect(SharingCheck(matrix).text == "Nothing to report.\n")
        let told = SharingExplanation(matrix)
        let attached = try #require(told.sections.first { $0.title == "The provider this person is attached to" })
        #expect(attached.lines.count == 1 && attached.lines[0].contains("jobs and hours"))
        #expect(attached.lines[0].hasSuffix("under a public task, to “help you find and keep work”. Source: A-067"))
        let consent = try #require(told.sections.first { $0.title.contains("consent opens") })
        #expect(consent.lines.contains("health") && !consent.lines.contains("safety notices"))
        #expect(told.text.contains("reads its own part for 72 months after its last day with them."))
    }

    @Test("A row that is taken out or rewritten is named beside the earlier file, and one that is ended is not")
    func compared() throws {
        let before = try SharingReader.shipped()
        func lost(_ change: (inout SharingMatrix) -> Void) -> [String] {
            var matrix = before
            change(&matrix)
            return SharingCheck(matrix, inPlaceOf: before).findings
        }
        func row(_ old: SharingMatrix.Row, _ categories: [Casework.Category], _ runs: DayRange) -> SharingMatrix.Row {
            SharingMatrix.Row(
                relation: old.relation, categories: categories, purpose: old.purpose, basis: old.basis, runs: runs,
                source: old.source)
        }
        let last = try CalendarDay("2013-03-31")
        let place = try #require(before.rows.firstIndex { $0.relation == .former })
        let old = before.rows[place]
        let ended = row(old, old.categories, DayRange(until: last))
        let next = row(old, [.identity, .work], DayRange(from: last.adding(days: 1)))
        #expect(lost { $0.rows[place] = ended } == [])
        #expect(lost { $0.rows.replaceSubrange(place...place, with: [ended, next]) } == [])
        #expect(lost { $0.rows[place] = row(old, [.identity, .work], .always) }.first?.contains("“former”") == true)
        #expect(lost { $0.rows.remove(at: place) }.count == 2, "A tie to which nothing is open is told besides")
        #expect(lost { $0.purposes.removeFirst() }.contains { $0.hasPrefix("The purpose “support” is not there") })
    }
}
