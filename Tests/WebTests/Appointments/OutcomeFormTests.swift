import Casework
import HTTPTypes
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("Recording what came of an appointment")
struct OutcomeFormTests {
    /// A room at half an hour after the first appointment began.
    private func begun() async throws -> (Partnership, Identifier<CaseFile>, Identifier<Appointment>) {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        let appointment = try await room.book(rosa, on: Partnership.monday, hour: 10)
        room.move(to: Partnership.monday, hour: 10, minute: 30)
        return (room, rosa, appointment)
    }

    @Test("The first attendance attaches, and says so before and after (M-004)")
    func attaches() async throws {
        let (room, rosa, appointment) = try await begun()
        let browser = try await room.browser(room.adviser)
        let form = try await browser.get(SiteURL.itemForm(.attend, rosa, item: appointment.description).address)
        #expect(form.text.contains("It attaches Rosa Parr to the programme from 10 September 2012"))
        let check = try await browser.submit("Check the answers", ["minutes": "25", "late": "5"])
        #expect(check.text.contains("Once recorded, it cannot be withdrawn here."))
        #expect(try await room.file(rosa).referral?.attachment == nil)
        let done = try await browser.submit("Record that they came", following: true)
        #expect(done.text.contains(Said.attached.sentence))
        let file = try await room.file(rosa)
        #expect(file.referral?.attachment?.on == Partnership.monday)
        #expect(file.appointments[0].attendance == Attendance(mode: .faceToFace, minutes: 25, late: 5))
    }

    @Test("An answer is changed from the check, and an attendance after the first is recorded with no check")
    func checked() async throws {
        let (room, rosa, appointment) = try await begun()
        let browser = try await room.browser(room.adviser)
        try await browser.get(SiteURL.itemForm(.attend, rosa, item: appointment.description).address)
        try await browser.submit("Check the answers", ["minutes": "25"])
        let again = try await browser.submit("Change an answer")
        #expect(try again.page().root.element(id: "minutes")?["value"] == "25")
        #expect(try await room.file(rosa).appointments[0].state == .booked)
        try await browser.submit("Check the answers", ["minutes": "35"])
        #expect(try await browser.submit("Record that they came").status == .seeOther)
        #expect(try await room.file(rosa).appointments[0].attendance?.minutes == 35)

        let later = Partnership.monday.adding(days: 14)
        let next = try await room.book(rosa, on: later, hour: 10, purpose: .review)
        room.move(to: later, hour: 10, minute: 30)
        let then = try await room.browser(room.adviser)
        try await then.get(SiteURL.itemForm(.attend, rosa, item: next.description).address)
        #expect(try await then.submit("Record that they came").status == .seeOther)
        #expect(try await room.file(rosa).appointments[1].state == .attended)
    }

    @Test("Somebody else in the room and no time alone offered is said at the next booking (K-043, J-036)")
    func company() async throws {
        let (room, rosa, appointment) = try await begun()
        let browser = try await room.browser(room.adviser)
        let booking = SiteURL.form(.book, rosa).address
        let note = "Offer it this time."
        #expect(try await browser.get(booking).text.contains(note) == false)
        try await browser.get(SiteURL.itemForm(.attend, rosa, item: appointment.description).address)
        let check = try await browser.submit(
            "Check the answers", ["company": "somebody-else", "time-alone": "not-offered"])
        #expect(check.text.contains("Somebody else") && check.text.contains("Not offered"))
        try await browser.submit("Record that they came")
        #expect(try await room.file(rosa).appointments[0].attendance?.company.value?.leavesTimeAlone == true)
        #expect(try await browser.get(booking).text.contains(note))
        #expect(try await browser.get(SiteURL.customer(rosa).address).text.contains("With them: somebody else"))
    }

    @Test("A form sent twice is done once, and gets the same answer")
    func twice() async throws {
        let (room, rosa, appointment) = try await begun()
        let browser = try await room.browser(room.adviser)
        let address = SiteURL.itemForm(.attend, rosa, item: appointment.description).address
        try await browser.get(address)
        try await browser.submit("Check the answers")
        let first = try await browser.submit("Record that they came")
        let second = try await browser.submit("Record that they came")
        #expect(first.status == .seeOther && second.status == .seeOther)
        #expect(try await room.file(rosa).appointments[0].state == .attended)
        let over = try await browser.get(address)
        #expect(over.text.contains("is over: it is recorded as attended"))
    }

    @Test("A reason that needs the person’s words is refused without them, and what was chosen is kept (F3)")
    func missed() async throws {
        let (room, rosa, appointment) = try await begun()
        let browser = try await room.browser(room.adviser)
        let needs = try #require(
            room.office.programmes[Partnership.programme]?.reasons[.missedAppointment]?.first { $0.needsNote }?.code)
        try await browser.get(SiteURL.itemForm(.miss, rosa, item: appointment.description).address)
        let refused = try await browser.submit("Record a missed appointment", ["reason": needs])
        #expect(refused.status == .unprocessableContent)
        #expect(await browser.page?.root.first("input") { $0["checked"] != nil }?["value"] == needs)
        let done = try await browser.submit(
            "Record a missed appointment", ["words": "The bus broke down."], following: true)
        #expect(done.text.contains(Said.missed.sentence))
        guard case .missed(_, let reason, let words) = try await room.file(rosa).appointments[0].outcome else {
            Issue.record("not missed")
            return
        }
        #expect(reason == needs && words.value?.text == "The bus broke down.")
    }

    @Test("“They rang” is written down after the start, and the miss form says so (C05, F-045, G-016)")
    func rang() async throws {
        let (room, rosa, appointment) = try await begun()
        let browser = try await room.browser(room.adviser)
        let address = SiteURL.itemForm(.saidAhead, rosa, item: appointment.description).address
        for page in [SiteURL.today, .customer(rosa)] {
            #expect(try await browser.get(page.address).text.contains(address))
        }
        try await browser.get(address)
        let late = try await browser.submit("Record that they told us", ["time": "10:15", "words": "The bus."])
        #expect(late.status == .unprocessableContent && late.text.contains("so that is not before"))
        #expect(late.text.contains("The bus."))
        let done = try await browser.submit("Record that they told us", ["time": "9:15"], following: true)
        #expect(done.text.contains(Said.toldAhead.sentence))
        #expect(done.text.contains("They rang on 10 September 2012 at 9:15"))
        #expect(!done.text.contains(address))
        #expect(try await !browser.get(SiteURL.today.address).text.contains(address))
        let again = try await browser.get(address)
        #expect(again.text.contains("Cancel it as asked by the customer") && !again.text.contains("Move it, or"))
        let form = try await browser.get(SiteURL.itemForm(.miss, rosa, item: appointment.description).address)
        #expect(form.text.contains("They told us before") && form.text.contains("at 9:15, and nobody has answered"))
        let refused = try await browser.submit("Record a missed appointment")
        #expect(refused.status == .unprocessableContent)
        let found = try await room.file(rosa).appointments[0]
        #expect(found.state == .booked)
        let taken = try #require(found.waitingMove?.taken)
        for (language, clock) in [(Language.english, "at 9:15am"), (.welsh, "am 9:15yb")] {
            let said = Speech.$current.withValue(Speech(language)) { OwnAppointmentWords.said(taken) }
            #expect(said.contains(clock))
        }
    }

    @Test("A miss recorded by mistake is withdrawn, and the appointment is open again")
    func withdrawn() async throws {
        let (room, rosa, appointment) = try await begun()
        try await room.perform(
            RecordMiss(appointment: appointment, reason: nil, words: nil), on: rosa, as: room.adviser)
        let browser = try await room.browser(room.adviser)
        try await browser.get(SiteURL.itemForm(.withdrawOutcome, rosa, item: appointment.description).address)
        #expect(try await browser.submit("Withdraw this record").status == .unprocessableContent)
        try await browser.submit("Withdraw this record", ["why": "She was in the waiting room."])
        #expect(try await room.file(rosa).appointments[0].state == .booked)
    }

    @Test("An appointment is cancelled with who asked and why, and that is no miss (M-009)")
    func cancelled() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        let appointment = try await room.book(rosa, on: Partnership.monday.adding(days: 14))
        let browser = try await room.browser(room.adviser)
        try await browser.get(SiteURL.itemForm(.remind, rosa, item: appointment.description).address)
        try await browser.submit("Record that I reminded them")
        try await browser.get(SiteURL.itemForm(.cancel, rosa, item: appointment.description).address)
        #expect(await browser.page?.root.first("a") { $0.text == "Keep it as it is" } != nil)
        try await browser.submit("Cancel this appointment", ["asked": "provider", "reason": "room"])
        let found = try await room.file(rosa).appointments[0]
        #expect(found.state == .cancelled && found.reminders.count == 1)
    }
}
