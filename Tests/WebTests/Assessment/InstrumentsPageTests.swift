import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

@Suite("How assessments serve")
struct InstrumentsPageTests {
    /// Somebody of the area, assessed with five sections where others may hear; everybody answers alike.
    private func assess(_ room: Partnership, _ given: String) async throws {
        let subject = try await room.attached(given)
        let five = try #require(room.office.tools.instrument("five-section", version: 1))
        let begun = try await room.perform(
            BeginAssessment(instrument: five.id, version: 1, mode: .open), on: subject, as: room.adviser)
        let id = try #require(begun.file.assessments.all.last).id
        var answers: [String: Answer?] = [:]
        for question in five.questions where question.isNeeded && !question.isPrivate {
            answers.updateValue(.chosen([question.choices[0].code]), forKey: question.id)
        }
        try await room.perform(
            SaveAnswers(assessment: id, mode: .open, answers: answers), on: subject, as: room.adviser)
        try await room.perform(FinishAssessment(assessment: id, mode: .open), on: subject, as: room.adviser)
    }

    private func main(_ room: Partnership) async throws -> HTMLNode {
        let grace = try await room.browser(room.commissioner)
        #expect(try await grace.get(SiteURL.instruments.address).status == .ok)
        return try #require(await grace.page?.root.first("main"))
    }

    private func rows(_ main: HTMLNode, _ caption: String) throws -> [[String]] {
        let table = try #require(main.all("table").first { $0.first("caption")?.text.hasPrefix(caption) == true })
        return table.all("tbody").flatMap { $0.all("tr") }.map { row in
            row.all().filter { $0.name == "th" || $0.name == "td" }.map(\.text)
        }
    }

    @Test("Whoever commissions reads how often ratings were gone by, with every count under five withheld (M-030)")
    func counts() async throws {
        let room = try await Partnership()
        #expect(try await main(room).text.contains("No assessment with a rating is finished yet."))
        let names = ["Ada", "Ines", "Maud", "Rosa", "Vera", "Wyn"]
        for (place, given) in names.enumerated() {
            room.move(to: Partnership.monday.adding(days: place * 7))
            try await assess(room, given)
            guard place == 3 else { continue }
            let few = try rows(try await main(room), "What advisers made")
            #expect(few == [["Green"], ["All"]].map { $0 + Array(repeating: "not told", count: 4) })
        }
        let page = try await main(room)
        #expect(page.text.contains("Five-section assessment, version 1"))
        #expect(
            try rows(page, "What advisers made") == [
                ["Green", "not told", "not told", "6", "6"], ["All", "not told", "not told", "6", "6"],
            ])
        #expect(page.text.contains("6 more were assessed less than 26 weeks ago."))
        #expect(page.all("table").count == 1, "nobody was followed for long enough to be counted by what came of it")
        for given in names { #expect(!page.text.contains(given)) }
        try await room.close()
    }

    @Test("It is of the areas that the reader's organisation commissions, and for nobody else (A6)")
    func whose() async throws {
        let room = try await Partnership()
        for worker in [room.adviser, room.manager] {
            let browser = try await room.browser(worker)
            #expect(try await browser.get(SiteURL.instruments.address).status == .forbidden, "\(worker.name)")
        }
        for given in ["Ada", "Ines", "Maud", "Rosa", "Vera"] {
            try await assess(room, given)
            room.move(to: room.now.day.adding(days: 1))
        }
        let elsewhere = Author(
            person: Identifier(high: 1, low: 77), organisation: room.manager.author.organisation, role: .analyst)
        #expect(try await room.office.assessmentReport(as: elsewhere).parts.isEmpty)
        let here = Author(
            person: Identifier(high: 1, low: 78), organisation: room.commissioner.author.organisation, role: .analyst)
        #expect(try await room.office.assessmentReport(as: here).parts.first?.agreement.total == 5)
        try await room.close()
    }
}
