import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

@Suite("What is recorded after attachment")
struct AfterAttachmentTests {
    @Test("A call that reached somebody is recorded from their page, and silence is counted from it (G-095, G-119)")
    func contact() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        room.move(to: Partnership.monday.adding(weeks: 3))
        let ben = try await room.browser(room.adviser)
        let (page, form) = (SiteURL.customer(rosa).address, SiteURL.form(.contact, rosa).address)
        let silent = try await ben.get(page)
        #expect(silent.text.contains("No two-way contact for 21 days"))
        #expect(silent.text.contains(form) && silent.text.contains(SiteURL.form(.book, rosa).address))
        try await ben.get(form)
        let missed = try await ben.submit("Record the contact", ["route": "phone", "reached": "no"])
        #expect(missed.status == .seeOther)
        #expect(try await ben.get(page).text.contains("Tried once: by phone."))
        try await ben.get(form)
        let reached = try await ben.submit("Record the contact", ["route": "phone", "reached": "yes"])
        #expect(reached.status == .seeOther)
        #expect(try await !ben.get(page).text.contains("No two-way contact"))
        try await room.close()
    }

    @Test("Back on benefit inside the programme’s time, the jobcentre is asked to record the return (C13, D-032)")
    func returned() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let back = Partnership.monday.adding(weeks: 8)
        room.move(to: back)
        func state(_ on: Bool, from first: CalendarDay) async throws {
            let statement = BenefitStatement(
                benefit: "JSA", on: on, from: first, until: nil, certainty: .known, source: .jobcentre)
            try await room.perform(StateBenefit(statement: statement), on: rosa, as: room.jobcentreAdviser)
        }
        try await state(false, from: back.adding(weeks: -4))
        try await state(true, from: back)
        let dana = try await room.browser(room.jobcentreAdviser)
        let (page, asked) = (SiteURL.customer(rosa).address, "Back on benefit since 5 November 2012, inside")
        let waiting = try await dana.get(page)
        #expect(waiting.text.contains(asked) && waiting.text.contains("Record the return"))
        #expect(waiting.text.contains(SiteURL.form(.returned, rosa).address))
        try await room.perform(RecordReturn(on: back), on: rosa, as: room.jobcentreAdviser)
        #expect(try await !dana.get(page).text.contains(asked))
        try await room.close()
    }
}
