import Casework
import HTTPTypes
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("Recording what a first meeting told")
struct FirstMeetingFormTests {
    @Test("Whoever met them ticks what was told; the customer reads the list and can ask (C05, G-023, G-041)")
    func recorded() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let meeting = try #require(try await room.file(rosa).appointments.first).id
        let phone = try await room.phone(of: rosa)
        let before = try await phone.get(SiteURL.meQuestions.address).page().root.text
        #expect(before.contains(GivenWords.firstExpenses.english) && before.contains(FirstMeetingWords.ask.english))
        #expect(!before.contains(FirstMeetingWords.left.english))

        let ben = try await room.browser(room.adviser)
        let form = SiteURL.itemForm(.firstMeeting, rosa, item: meeting.description).address
        let page = try await ben.get(SiteURL.customer(rosa).address).page().root
        #expect(page.first("a") { $0["href"] == form } != nil)
        let sheet = try await ben.get(SiteURL.firstMeetingText(rosa).address)
        #expect(sheet.status == .ok && sheet.text.contains("[ ] \(GivenWords.firstComplain.english)"))

        try await ben.get(form)
        let none = try await ben.submit(FirstMeetingForm.button, ["signed": "yes"])
        #expect(none.status == .unprocessableContent)
        let sent = try await ben.submit(
            FirstMeetingForm.button, ["told": "expenses", "signed": "yes"], following: true)
        #expect(sent.text.contains(Said.firstMeeting.sentence))
        let list = try #require(try await room.file(rosa).appointments.first?.firstTold?.list)
        #expect(list.told == ["expenses"] && list.signed && list.left.contains("complain"))
        let after = try await phone.get(SiteURL.meQuestions.address).page().root.text
        #expect(after.contains(FirstMeetingWords.left.english) && after.contains(GivenWords.firstComplain.english))
        let read = try await room.program(room.adviser).get("/customers/\(rosa)/appointments").json
        #expect(read.text.contains("\"told\":[\"expenses\"]") && read.text.contains("\"signed\":true"))
        try await room.close()
    }
}
