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
