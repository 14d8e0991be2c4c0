import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

@Suite("Booking appointments")
struct BookingTests {
    private let day = ["day-day": "17", "day-month": "9", "day-year": "2012"]

    private func book(
        _ browser: WebClient<SiteContext>, _ subject: Identifier<CaseFile>, _ typed: [String: String]
    ) async throws -> WebAnswer {
        try await browser.get(SiteURL.form(.book, subject).address)
        return try await browser.submit("Book this appointment", day.merging(typed) { $1 })
    }

    @Test("An adviser is booked by one customer at a time, whoever books and however early it was held (G-017)")
    func oneAtATime() async throws {
        let room = try await Partnership()
        let (rosa, wilf) = (try await room.assigned(), try await room.assigned("Wilf", "Oates"))
        let ben = try await room.browser(room.adviser)
        #expect(try await book(ben, rosa, ["time": "10:30", "minutes": "60"]).status == .seeOther)
        let refused = try await book(ben, wilf, ["time": "11:00", "minutes": "30"])
        #expect(refused.status == .unprocessableContent)
        let page = try refused.page().root
        #expect(page.element(id: "time-error")?.text.contains("The adviser has another appointment") == true)
        #expect(page.element(id: "time")?["value"] == "11:00" && page.element(id: "minutes")?["value"] == "30")
        let priya = try await room.browser(room.manager)
        #expect(
            try await book(priya, wilf, ["time": "11:00", "adviser": room.adviser.author.person.description]).status
                == .unprocessableContent)
        #expect(try await book(ben, wilf, ["time": "11:00", "mode": "group"]).status == .unprocessableContent)

        // Attendance may be recorded as soon as they come; the hour is taken all the same.
        room.move(to: Partnership.monday.adding(days: 7), hour: 10, minute: 31)
        let held = try #require(try await room.file(rosa).appointments.first).id
        try await room.perform(
            RecordAttendance(appointment: held, attendance: Attendance(mode: .faceToFace, minutes: 60, late: 0)),
            on: rosa, as: room.adviser)
        let later = try await room.browser(room.adviser)
        #expect(try await book(later, wilf, ["time": "11:00"]).status == .unprocessableContent)
        #expect(try await book(later, wilf, ["time": "11:30"]).status == .seeOther)
        try await room.close()
    }

    @Test("A group that starts together is one meeting for its adviser")
    func group() async throws {
        let room = try await Partnership()
        let (rosa, wilf) = (try await room.assigned(), try await room.assigned("Wilf", "Oates"))
        let ben = try await room.browser(room.adviser)
        let group = ["time": "10:30", "minutes": "60", "mode": "group"]
        #expect(try await book(ben, rosa, group).status == .seeOther)
        #expect(try await book(ben, wilf, group.merging(["time": "11:00"]) { $1 }).status == .unprocessableContent)
        #expect(try await book(ben, wilf, group).status == .seeOther)
        try await room.close()
    }

    @Test("A time that is taken is refused once, nothing typed is lost, and the customer reads the reason (G-017)")
    func taken() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        // Mondays, on which she is attached and the form's day falls.
        let course = try CommitmentTimes(kind: .course, weekday: .monday, from: 540, until: 960, runs: .always)
        try await room.perform(AddCommitment(times: course, words: nil), on: rosa, as: room.adviser)
        let ben = try await room.browser(room.adviser)
        let form = try await ben.get(SiteURL.form(.book, rosa).address)
        #expect(try form.page().root.element(id: "despite") == nil)
        let review = ["time": "14:00", "minutes": "45", "purpose": "review"]
        let refused = try await book(ben, rosa, review)
        #expect(refused.status == .unprocessableContent)
        let page = try refused.page().root
        #expect(page.element(id: "despite-error")?.text.contains("a course, Mondays, 9:00 to 16:00") == true)
        #expect(page.element(id: "time")?["value"] == "14:00" && page.element(id: "minutes")?["value"] == "45")
        #expect(try await room.file(rosa).appointments.count == 1)
        let booked = try await ben.submit("Book this appointment", ["despite": "The room is free only then."])
        #expect(booked.status == .seeOther)
        let staff = try await ben.get(SiteURL.customer(rosa).address)
        #expect(staff.text.contains("because: “The room is free only then.”"))
        let home = try await room.phone(of: rosa).get(SiteURL.me.address)
        #expect(home.text.contains("This is why: “The room is free only then.”"))
        try await room.close()
    }

    @Test("A program gives the reason for a time that is taken in a member of its own (G-017)")
    func takenByProgram() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let course = try CommitmentTimes(kind: .course, weekday: .monday, from: 540, until: 960, runs: .always)
        try await room.perform(AddCommitment(times: course, words: nil), on: rosa, as: room.adviser)
        let program = try await room.program(room.adviser)
        var members: [JSON.Member] = [
            .init("purpose", "review"), .init("day", "2012-09-17"), .init("time", "14:00"), .init("minutes", 45),
            .init("mode", "phone"), .init("adviser", .text(room.adviser.author.person)),
            .init("office", .text(room.adviser.author.organisation)),
        ]
        let path = "/customers/\(rosa)/forms/book"
        let refused = try await program.post(path, .object(members))
        #expect(refused.status == 422 && refused.json["errors"]?.array?.first?["field"] == "despite")
        members.append(.init("despite", "The room is free only then."))
        #expect(try await program.post(path, .object(members)).status == 200)
        #expect(try await room.file(rosa).appointments.last?.despite.value?.text == "The room is free only then.")
        try await room.close()
    }

    @Test("A second first appointment is refused while one is open, and a review can be booked (C05)")
    func secondFirst() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        let ben = try await room.browser(room.adviser)
        #expect(try await book(ben, rosa, ["time": "10:30", "purpose": "first"]).status == .seeOther)
        let refused = try await book(ben, rosa, ["time": "14:00", "purpose": "first"])
        #expect(refused.status == .unprocessableContent)
        #expect(
            try refused.page().root.element(id: "purpose-error")?.text.contains(
                "A first appointment is already booked, for 17 September 2012.") == true)
        #expect(try await book(ben, rosa, ["time": "14:00", "purpose": "review"]).status == .seeOther)
        try await room.close()
    }
}
