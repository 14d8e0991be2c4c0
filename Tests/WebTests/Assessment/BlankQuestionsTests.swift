import Casework
import HTTPTypes
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("Questions to print")
struct BlankQuestionsTests {
    @Test(
        "Every question of an instrument is there to be filled in by hand, the private ones for a group left out (E-008)"
    )
    func blank() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let five = try #require(room.office.tools.offered.first { $0.questions.contains(where: \.isPrivate) })
        let ben = try await room.browser(room.adviser)
        let page = try await ben.get(SiteURL.assessment(rosa).address)
        #expect(page.text.contains("/assessments/\(five.id)/\(five.version)/questions.txt?mode=group"))
        let whole = try await ben.get(SiteURL.blankQuestions(five.id, five.version, .inPrivate).address).text
        let group = try await ben.get(SiteURL.blankQuestions(five.id, five.version, .group).address).text
        for question in five.questions {
            #expect(whole.contains(". \(question.asks)\n"), "\(question.id)")
            #expect(group.contains(". \(question.asks)\n") == !question.isPrivate, "\(question.id)")
        }
        #expect(group.contains("Questions that are asked only in private are left out."))
        #expect(!whole.contains("are left out"))
        let none = try await ben.get(SiteURL.blankQuestions("nothing", 1, .group).address)
        #expect(none.status != .ok)
        try await room.close()
    }

    @Test("An assessment on paper is keyed in with its own day, and a day ahead is refused (E-008)")
    func day() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let ben = try await room.browser(room.adviser)
        try await ben.get(SiteURL.form(.assess, rosa).address)
        let instrument = try #require(room.office.tools.offered.first)
        let answers = ["instrument": "\(instrument.id).\(instrument.version)", "mode": "open"]
        let ahead = try await ben.submit(
            "Begin", answers.merging(["day": room.now.day.adding(days: 1).written]) { $1 })
        #expect(ahead.status == .unprocessableContent && ahead.text.contains("today or before"))
        try await ben.submit("Begin", answers.merging(["day": room.now.day.written]) { $1 }, following: true)
        #expect(try await room.file(rosa).assessments.all.last?.begun.day == room.now.day)
        try await room.close()
    }
}
