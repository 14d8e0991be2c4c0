import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

@Suite("Answers in a letter, and beside what they are about")
struct OwnAnswersTests {
    @Test("A question asked by phone is taken down, answered, and printed in a letter, large too (C43, K-039)")
    func letter() async throws {
        let room = try await Partnership()
        let rosa = try await room.register()
        let dana = try await room.browser(room.jobcentreAdviser)
        let page = try await dana.get(SiteURL.customer(rosa).address)
        #expect(page.text.contains("Take down a question") && page.text.contains("Take down a complaint"))
        let form = try await dana.get(SiteURL.form(.askFor, rosa).address)
        #expect(form.status == .ok && form.text.contains("How did they tell you?"))

        let taken = VoiceTaken(how: .phone, on: room.now.day)
        let asked = try await room.perform(
            AskQuestion(
                to: room.jobcentreAdviser.author.organisation, words: Words("When do I sign?"), taken: taken), on: rosa,
            as: room.jobcentreAdviser)
        let voice = try #require(asked.file.voices.waiting.first).id
        let plain = SiteURL.answerLetter(rosa, item: voice.description).address
        #expect(try await dana.get(plain).status == .unprocessableContent, "There is no answer yet")
        try await room.perform(
            AnswerQuestion(voice: voice, words: Words("On Friday.")), on: rosa, as: room.jobcentreAdviser)
        let answered = try await dana.get(SiteURL.customer(rosa).address)
        #expect(answered.text.contains("They have no page of their own to read it on."))
        let letter = try await dana.get(plain)
        #expect(letter.status == .ok && letter.header("Content-Type") == "text/plain; charset=utf-8")
        for words in ["12 Canal Walk", "When do I sign?", "This is our answer:", "On Friday."] {
            #expect(letter.text.contains(words), "\(words)")
        }
        let large = SiteURL.answerLetter(rosa, item: voice.description, large: true).address
        #expect(try await dana.get(large).page().root.first("pre")?.text == letter.text)
        try await room.close()
    }

    @Test(
        "What they asked to be put right in one entry stands at that entry, refused, on the journey (UK GDPR article 12)"
    )
    func beside() async throws {
        let room = try await Partnership()
        let rosa = try await room.referred()
        let entry = try #require(try await room.office.open(rosa, as: room.jobcentreAdviser.author).events.last).id
        let ask = try await room.perform(
            AskRight(
                RightsAsked(kind: .correction, on: room.now.day, how: .byPhone, about: entry),
                words: Words("I did not say so.")), on: rosa, as: room.jobcentreAdviser)
        let request = try #require(ask.file.rights.open.first).id
        let lead = Author(
            person: Identifier(high: 1, low: 77), organisation: room.jobcentreAdviser.author.organisation,
            role: .informationGovernanceLead)
        _ = try await room.office.perform(
            RefuseRequest(request: request, reason: .accurate, words: Words("It is what was said.")), on: rosa,
            as: lead,
            id: Identifier(high: 7, low: 7))
        try await room.perform(
            AddStatement(request: request, words: Words("I never did.")), on: rosa, as: room.jobcentreAdviser)
        let dana = try await room.browser(room.jobcentreAdviser)
        let journey = try await dana.get(SiteURL.journey(rosa).address).text
        for words in ["They asked for this to be put right.", "It is what was said.", "I never did."] {
            #expect(journey.contains(words), "\(words)")
        }
        let form = try await dana.get(SiteURL.correction(rosa, about: entry)).page().root
        #expect(form.all("input").contains { $0["name"] == "about" && $0["value"] == entry.description })
        try await room.close()
    }
}
