import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

@Suite("A part of an assessment's questions")
struct AssessmentPartTests {
    private static let goOn = "Save and go on"

    /// The five sections gone through where others may hear, and finished.
    private func assessed(_ room: Partnership, _ subject: Identifier<CaseFile>) async throws {
        let five = try #require(room.office.tools.instrument("five-section", version: 1))
        let id = try await begun(room, subject)
        var answers: [String: Answer?] = ["wanted": .words("Cooking"), "travel": .number(40)]
        for question in five.questions where question.isNeeded && !question.isPrivate {
            answers.updateValue(.chosen([question.choices[0].code]), forKey: question.id)
        }
        answers.updateValue(.putOff, forKey: "bank")
        try await room.perform(
            SaveAnswers(assessment: id, mode: .open, answers: answers), on: subject, as: room.adviser)
        try await room.perform(FinishAssessment(assessment: id, mode: .open), on: subject, as: room.adviser)
    }

    private func begun(
        _ room: Partnership, _ subject: Identifier<CaseFile>
    ) async throws -> Identifier<Assessment> {
        let performed = try await room.perform(
            BeginAssessment(instrument: "five-section", version: 1, mode: .open), on: subject, as: room.adviser)
        return try #require(performed.file.assessments.all.last).id
    }

    private func answers(_ room: Partnership, _ subject: Identifier<CaseFile>) async throws -> [String: Answer] {
        try await room.file(subject).assessments.all.last?.answers ?? [:]
    }

    @Test("Gone through again, it begins from what was said, with its date, and none counts before it is saved (C06)")
    func again() async throws {
        let room = try await Partnership()
        let subject = try await room.attached()
        try await assessed(room, subject)
        room.move(to: day("2013-01-14"))
        let id = try await begun(room, subject)
        let ben = try await room.browser(room.adviser)
        let address = SiteURL.assessmentPart(subject, id, "outlook", .open).address
        #expect(try await ben.get(address).status == .ok)
        let main = try #require(await ben.page?.root.first("main"))
        #expect(main.text.contains("Said on 10 September 2012; still so?"))
        #expect(main.first("textarea") { $0["name"] == "q-wanted" }?.text == "Cooking")
        #expect(main.first("input") { $0["name"] == "q-travel" }?["value"] == "40")
        #expect(try await answers(room, subject).isEmpty)

        // What was left for another day was not said, so it is asked as though for the first time.
        try await ben.get(SiteURL.assessmentPart(subject, id, "access", .open).address)
        let bank = try #require(await ben.page?.root).all("input").filter { $0["name"] == "q-bank" }
        #expect(!bank.isEmpty && bank.allSatisfy { $0["checked"] == nil })

        try await ben.get(address)
        try await ben.submit(Self.goOn, ["q-wanted": "Gardening"])
        let saved = try await answers(room, subject)
        #expect(saved["wanted"] == .words("Gardening") && saved["travel"] == .number(40))
        #expect(saved["confidence"] == .chosen(["sure"]) && saved["cv"] == nil)
        // What is saved is an answer of this time, and is not asked about any more.
        try await ben.get(address)
        let after = try #require(await ben.page?.root.first("main"))
        #expect(!after.text.contains("still so?"))
        try await room.close()
    }

    @Test("A record that closes while a part is filled in ends in a sentence, with what was typed to keep (K-007)")
    func closed() async throws {
        let room = try await Partnership()
        let subject = try await room.attached()
        let id = try await begun(room, subject)
        // Somebody at another provider sends it, to whom nothing of the record is open.
        let ruth = try await room.browser(room.otherAdviser)
        try await ruth.get(SiteURL.today.address)
        let token = try #require(await ruth.page?.root.first("input") { $0["name"] == "csrf" }?["value"])
        let sent = try await ruth.post(
            SiteURL.assessmentPart(subject, id, "outlook", .open).address,
            [("csrf", token), ("asked", "wanted"), ("q-wanted", "Cooking for a school")])
        let said = try #require(try sent.page().root.first("main")).text
        #expect(sent.status == .notFound)
        #expect(said.contains("Nothing was recorded.") && said.contains("Cooking for a school"))
        #expect(!said.contains("Rosa"))
        #expect(try await answers(room, subject).isEmpty)
        try await room.close()
    }
}
