import Casework
import HTTPTypes
import Kernel
import Office
import Records
import TestSupport
import Testing

@testable import Web

@Suite("Sending a notice")
struct NoticeFormTests {
    @Test("The exact text is shown before it goes, and is what is kept (C05, D-062, K-027)")
    func exactText() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        let appointment = try await room.book(rosa, on: Partnership.monday.adding(days: 14))
        let browser = try await room.browser(room.adviser)
        try await browser.get(SiteURL.itemForm(.notice, rosa, item: appointment.description).address)
        try await browser.submit("Check the answers", ["route": "post", "says": "required"])
        let shown = try #require(await browser.page?.root.first("pre")?.text)
        #expect(shown.contains("Rosa Parr\n12 Canal Walk\nAshcombe AB1 9ZZ"))
        #expect(shown.contains("You are required to come."))
        #expect(try await room.file(rosa).appointments[0].notices.isEmpty, "nothing goes before it is checked")

        let sent = try await browser.submit("Send this notice", following: true)
        #expect(sent.text.contains(Said.noticed.sentence))
        let notice = try #require(try await room.file(rosa).appointments[0].notices.first?.notice)
        #expect(notice.digest == Documents.digest(of: Array(shown.utf8)))
        #expect(notice.served == Partnership.monday.adding(days: 2) && notice.mandatory)
        let keyring = room.office.keyring
        let kept = try await room.store.read { try Documents(keys: keyring).read(notice.digest, of: rosa, in: $0) }
        #expect(kept.map { String(decoding: $0.content, as: UTF8.self) } == shown)
        #expect(kept?.document.retention == .identity, "it names the person, and goes with their name")
    }

    @Test("An answer can be changed before it goes, and is still chosen")
    func changing() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        let appointment = try await room.book(rosa, on: Partnership.monday.adding(days: 14))
        let browser = try await room.browser(room.adviser)
        try await browser.get(SiteURL.itemForm(.notice, rosa, item: appointment.description).address)
        try await browser.submit("Check the answers", ["route": "by-hand", "says": "invitation"])
        try await browser.submit("Change an answer")
        let chosen = await browser.page?.root.all("input").filter { $0["checked"] != nil }.compactMap { $0["value"] }
        #expect(chosen == ["by-hand", "invitation"])
    }

    @Test("Too short a notice is refused with a sentence that says what to do, and what was chosen is kept (F-070)")
    func short() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        let appointment = try await room.book(rosa, on: Partnership.monday.adding(days: 4))
        let browser = try await room.browser(room.adviser)
        try await browser.get(SiteURL.itemForm(.notice, rosa, item: appointment.description).address)
        let refused = try await browser.submit("Check the answers", ["route": "post", "says": "required"])
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("this notice gives less than 5 working days"))
        #expect(refused.text.contains("or send it as an invitation"))
        let chosen = await browser.page?.root.all("input").filter { $0["checked"] != nil }.compactMap { $0["value"] }
        #expect(chosen == ["post", "required"])
        #expect(try await room.file(rosa).appointments[0].notices.isEmpty)
    }

    @Test("A letter that would come after its appointment is refused before it is checked, whatever it says (F-070)")
    func tooLate() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        let appointment = try await room.book(rosa, on: Partnership.monday.adding(days: 1))
        let browser = try await room.browser(room.adviser)
        for says in ["required", "invitation"] {
            try await browser.get(SiteURL.itemForm(.notice, rosa, item: appointment.description).address)
            let refused = try await browser.submit("Check the answers", ["route": "post", "says": says])
            #expect(refused.status == .unprocessableContent)
            #expect(
                try refused.page().root.element(id: "route-error")?.text.contains(
                    "would be served on 12 September 2012, after the appointment on 11 September 2012") == true)
        }
        #expect(try await browser.submit("Check the answers", ["route": "by-hand"]).status == .ok)
    }

    @Test("Moving an appointment makes its notice out of date, and Today asks for another (C05)")
    func moved() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        let appointment = try await room.book(rosa, on: Partnership.monday.adding(days: 14))
        let browser = try await room.browser(room.adviser)
        try await browser.get(SiteURL.itemForm(.notice, rosa, item: appointment.description).address)
        try await browser.submit("Check the answers")
        try await browser.submit("Send this notice")
        #expect(try await !browser.get(SiteURL.today.address).text.contains("names an earlier time"))

        try await browser.get(SiteURL.itemForm(.move, rosa, item: appointment.description).address)
        let done = try await browser.submit(
            "Move this appointment", ["day-day": "25", "asked": "customer", "reason": "medical"], following: true)
        #expect(done.text.contains(Said.moved.sentence))
        let today = try await browser.get(SiteURL.today.address)
        #expect(today.text.contains("The one sent names an earlier time."))
        #expect(today.text.contains(SiteURL.itemForm(.notice, rosa, item: appointment.description).address))
    }

    @Test("A provider with no tie to the customer is told that there is nobody (A-067)")
    func stranger() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        let appointment = try await room.book(rosa, on: Partnership.monday.adding(days: 14))
        let browser = try await room.browser(room.otherAdviser)
        let answer = try await browser.get(SiteURL.itemForm(.notice, rosa, item: appointment.description).address)
        #expect(answer.status == .notFound, "another provider is told nothing")
    }
}
