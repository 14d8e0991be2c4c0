import Casework
import Kernel
import Office
import Testing

@testable import Web

@Suite("A wish for one to one or a group")
struct MeetingWishTests {
    @Test("What somebody said of it stands by the form that books a meeting, with its date, and nothing before (G-037)")
    func booking() async throws {
        let room = try await Partnership()
        let subject = try await room.attached()
        let ben = try await room.browser(room.adviser)
        let form = SiteURL.form(.book, subject).address
        #expect(try await ben.get(form).text.contains("One to one or in a group?") == false)
        let begun = try await room.perform(
            BeginAssessment(instrument: "first-meeting", version: 2, mode: .open), on: subject, as: room.adviser)
        let id = try #require(begun.file.assessments.all.last).id
        try await room.perform(
            SaveAnswers(assessment: id, mode: .open, answers: [Question.oneOrGroup: .chosen(["one"])]), on: subject,
            as: room.adviser)
        #expect(
            try await ben.get(form).text.contains(
                "One to one or in a group? They said “One to one” on 10 September 2012."))
        try await room.close()
    }
}
