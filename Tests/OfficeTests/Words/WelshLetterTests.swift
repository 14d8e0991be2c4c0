import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Letters in Welsh")
struct WelshLetterTests {
    @Test("A Welsh notice is kept and sent word for word, with its digest (G-245, C05)", arguments: Engine.allCases)
    func notice(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let appointment = try await desk.bookedWithEmail(1)
        try await desk.office.perform(
            ChooseLanguage(.welsh), on: desk.newCase(1), as: desk.adviser, id: desk.command(61))
        let draft = NoticeText(
            customer: "Rosa Parr", sender: "Northway", senderAddress: [], adviser: "Ben Okoro",
            programme: "Work Programme", purpose: .first, slot: try await desk.appointment(1).slot, place: ["Northway"],
            phone: "01924 555010", mandatory: false, sent: try CalendarDay("2012-06-06"))
        let text = Language.welsh.write { draft.text }
        #expect(text.contains("Annwyl Rosa Parr") && text.contains("y Rhaglen Waith"))
        try await desk.giveNotice(appointment, 1, text: text)
        // What they choose later changes no notice that was given.
        try await desk.office.perform(
            ChooseLanguage(.english), on: desk.newCase(1), as: desk.adviser, id: desk.command(62))
        let courier = try TestCourier()
        try await desk.worker(courier).sendAll()
        let sent = try #require(courier.messages.first)
        #expect(sent.text == text && sent.subject == "Eich apwyntiad ar 21 Mehefin 2012")
        let notice = try #require(try await desk.appointment(1).notices.first?.notice)
        #expect(notice.digest == Documents.digest(of: Array(text.utf8)))
        try await desk.close()
    }

    @Test("A reminder is in Welsh from its subject to its last word (G-245, B-014)")
    func reminder() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await desk.bookedWithEmail(1)
        try await desk.office.perform(
            ChooseLanguage(.welsh), on: desk.newCase(1), as: desk.adviser, id: desk.command(61))
        try desk.move(to: "2012-06-20T06:00:00.000Z")
        #expect(try await desk.office.makeRound(sendsMail: true).reminders == 1)
        let courier = try TestCourier()
        try await desk.worker(courier).sendAll()
        let sent = try #require(courier.messages.first)
        #expect(sent.subject == "Nodyn atgoffa: eich apwyntiad ar 21 Mehefin 2012")
        #expect(sent.text.hasPrefix("Annwyl Rosa Parr") && sent.text.contains("Os na allwch ddod"))
        try await desk.close()
    }

    @Test("The language stands on the record, and cannot be chosen twice over", arguments: Engine.allCases)
    func language(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        let chosen = try await desk.office.perform(
            ChooseLanguage(.welsh), on: desk.newCase(1), as: desk.adviser, id: desk.command(61))
        #expect(chosen.file.customer?.language == .welsh)
        let again = await refusal {
            try await desk.office.perform(
                ChooseLanguage(.welsh), on: desk.newCase(1), as: desk.adviser, id: desk.command(62))
        }
        #expect(again?.code == "language.unchanged")
        try await desk.close()
    }
}
