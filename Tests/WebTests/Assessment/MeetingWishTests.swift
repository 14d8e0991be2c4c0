import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

@Suite("A wish for one to one or a group")
struct MeetingWishTests {
    /// Says for somebody, at a meeting on 10 September 2012, that they would rather be seen one to one.
    private func wish(of subject: Identifier<CaseFile>, in room: Partnership) async throws {
        let begun = try await room.perform(
            BeginAssessment(instrument: "first-meeting", version: 2, mode: .open), on: subject, as: room.adviser)
        let id = try #require(begun.file.assessments.all.last).id
        try await room.perform(
            SaveAnswers(assessment: id, mode: .open, answers: [Question.oneOrGroup: .chosen(["one"])]), on: subject,
            as: room.adviser)
    }

    @Test("What somebody said of it stands by the form that books a meeting, with its date, and nothing before (G-037)")
    func booking() async throws {
        let room = try await Partnership()
        let subject = try await room.attached()
        let ben = try await room.browser(room.adviser)
        let form = SiteURL.form(.book, subject).address
        #expect(try await ben.get(form).text.contains("One to one or in a group?") == false)
        try await wish(of: subject, in: room)
        #expect(
            try await ben.get(form).text.contains(
                "One to one or in a group? They said “One to one” on 10 September 2012."))
        try await room.close()
    }

    @Test("A group against it is refused once, nothing typed is lost, and the customer reads the reason (G-037, G-124)")
    func against() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        try await wish(of: rosa, in: room)
        let ben = try await room.browser(room.adviser)
        let form = try await ben.get(SiteURL.form(.book, rosa).address)
        #expect(try form.page().root.element(id: "against-wish") == nil)
        let refused = try await ben.submit(
            "Book this appointment",
            [
                "day-day": "17", "day-month": "9", "day-year": "2012", "time": "14:00", "minutes": "45",
                "purpose": "review", "mode": "group",
            ])
        #expect(refused.status == .unprocessableContent)
        let page = try refused.page().root
        #expect(page.element(id: "against-wish-error")?.text.contains("rather be seen one to one") == true)
        #expect(page.element(id: "time")?["value"] == "14:00" && page.element(id: "minutes")?["value"] == "45")
        #expect(try await room.file(rosa).appointments.count == 1)
        let booked = try await ben.submit("Book this appointment", ["against-wish": "A friend goes with her."])
        #expect(booked.status == .seeOther)
        let staff = try await ben.get(SiteURL.customer(rosa).address)
        #expect(staff.text.contains("because: “A friend goes with her.”"))
        let home = try await room.phone(of: rosa).get(SiteURL.me.address)
        #expect(home.text.contains("This is why: “A friend goes with her.”"))

        // The reason for the group stands on the form that moves it.
        let meeting = try #require(try await room.file(rosa).appointments.last).id
        let move = try await ben.get(SiteURL.itemForm(.move, rosa, item: meeting.description).address)
        #expect(move.text.contains("They said “One to one” on 10 September 2012."))
        #expect(try move.page().root.element(id: "against-wish")?.text.contains("A friend goes with her.") == true)
        try await room.close()
    }

    @Test("A program gives the reason for a group against it in a member of its own, and reads it back (G-124)")
    func againstByProgram() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        try await wish(of: rosa, in: room)
        let program = try await room.program(room.adviser)
        var members: [JSON.Member] = [
            .init("purpose", "review"), .init("day", "2012-09-17"), .init("time", "14:00"), .init("minutes", 45),
            .init("mode", "group"), .init("adviser", .text(room.adviser.author.person)),
            .init("office", .text(room.adviser.author.organisation)),
        ]
        let path = "/customers/\(rosa)/forms/book"
        let refused = try await program.post(path, .object(members))
        #expect(refused.status == 422 && refused.json["errors"]?.array?.first?["field"] == "against-wish")
        members.append(.init("against-wish", "A friend goes with her."))
        #expect(try await program.post(path, .object(members)).status == 200)
        #expect(try await room.file(rosa).appointments.last?.againstWish.value?.text == "A friend goes with her.")
        try await room.close()
    }
}
