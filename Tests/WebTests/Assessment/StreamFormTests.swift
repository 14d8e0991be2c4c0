import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

@Suite("Settling a level that an adviser sets")
struct StreamFormTests {
    /// The questions on closeness to work gone through and finished, with no level yet.
    private func finished(
        _ room: Partnership, _ subject: Identifier<CaseFile>
    ) async throws -> Identifier<Assessment> {
        let begun = try await room.perform(
            BeginAssessment(instrument: "closeness", version: 1, mode: .open), on: subject, as: room.adviser)
        let id = try #require(begun.file.assessments.all.last).id
        try await room.perform(
            SaveAnswers(assessment: id, mode: .open, answers: ["near": .chosen(["lot"])]), on: subject,
            as: room.adviser)
        try await room.perform(FinishAssessment(assessment: id, mode: .open), on: subject, as: room.adviser)
        return id
    }

    @Test("A level is set with what showed it, told with what it means to staff and customer (E-023 to E-025, C06)")
    func level() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let id = try await finished(room, rosa)
        let ben = try await room.browser(room.adviser)
        let unset = try await ben.get(SiteURL.assessmentOf(rosa, id).address).page().root.text
        #expect(unset.contains("No level yet") && unset.contains("An adviser says which level fits"))
        #expect(try await ben.get(SiteURL.customer(rosa).address).page().root.text.contains("No level is set yet."))

        let form = SiteURL.itemForm(.stream, rosa, item: id.description).address
        let asked = try await ben.get(form).page().root
        #expect(asked.text.contains("Whatever the level, they are seen as often."))
        #expect(asked.all("input").filter { $0["name"] == "rating" }.count == 3)
        #expect(!asked.all("input").contains { $0["name"] == "stream" })
        // Nothing is recorded without a reason, and what was chosen stays chosen.
        let again = try await ben.submit("Record this", ["rating": "closeness-3"]).page().root
        #expect(again.first("input") { $0["value"] == "closeness-3" }?["checked"] != nil)
        #expect(try await room.file(rosa).assessments.finished.last?.rating == nil)
        let why = "Says that the debts come before anything."
        #expect(try await ben.submit("Record this", ["rating": "closeness-3", "words": why]).status == .seeOther)

        let set = try await ben.get(SiteURL.assessmentOf(rosa, id).address).page().root.text
        let means = OwnStandingWords.muchHelp.english
        #expect(set.contains("Closeness 3: Help first") && set.contains(means) && set.contains(why))
        #expect(set.contains("Set by Ben Okoro") && !set.contains("answers came to"))
        #expect(try await ben.get(SiteURL.customer(rosa).address).page().root.text.contains(means))
        let phone = try await room.phone(of: rosa)
        let own = try await phone.get(SiteURL.meStanding.address).page().root.text
        #expect(own.contains("It came to this: \(means)") && own.contains(why))
        #expect(!own.contains("Your answers alone"))
        try await room.close()
    }

    @Test("A rating that could still change is said to be provisional, and stands only with a reason (G-102)")
    func provisional() async throws {
        let room = try await Partnership()
        let rosa = try await room.talkedThrough()
        let id = try #require(try await room.file(rosa).assessments.finished.last).id
        let ben = try await room.browser(room.adviser)
        let page = try await ben.get(SiteURL.itemForm(.stream, rosa, item: id.description).address).page().root
        #expect(page.text.contains("Provisional") && page.text.contains("Ask them first where nobody else hears"))
        let refused = try await ben.submit("Record this")
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("or say why this stands until then. The customer can read it."))
        let why = "Would rather talk of the rest next time."
        #expect(try await ben.submit("Record this", ["words": why]).status == .seeOther)
        let held = try #require(try await room.file(rosa).assessments.finished.last?.streamings.last)
        #expect(!held.streaming.overrules && held.why.value?.text == why)
        try await room.close()
    }

    @Test("By the API a level is set by the same form, and the questions say who rates (E-030)")
    func byTheAPI() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let id = try await finished(room, rosa)
        let ben = try await room.program(room.adviser)
        let read = try await ben.get("/instruments/closeness/1")
        #expect(read.json["rated-by"] == "adviser", "\(read.json)")
        let offered = try await ben.get("/instruments").json.array ?? []
        #expect(!offered.contains { $0["id"] == "closeness" }, "it waits for a partnership that takes it up")
        let path = "/customers/\(rosa)/forms/stream/\(id)"
        #expect(try await ben.post(path, ["rating": "closeness-2"]).status == 422)
        let sent = try await ben.post(path, ["rating": "closeness-2", "words": "Has begun to look."])
        #expect(sent.status == 200, "\(sent.json)")
        let result = try await ben.get("/customers/\(rosa)/assessments/\(id)").json
        #expect(result["assessment"]?["rating"] == "closeness-2" && result["came-to"] == nil)
        #expect(result["settled"]?.array?.last?["stream"] == "search-with-help")
        try await room.close()
    }

    @Test("What every rating means and every kind of help that ships is told to a customer in Welsh too (G-245)")
    func welsh() async throws {
        let room = try await Partnership()
        let told = room.office.tools.instruments.flatMap { $0.ratings.map(\.means) + $0.streams.map(\.title) }
        #expect(told.count > 12 && told.filter { OwnStandingWords(rawValue: $0) == nil } == [])
        try await room.close()
    }
}
