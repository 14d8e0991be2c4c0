import Casework
import HTTPTypes
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("How somebody is spoken with and written to")
struct NeedsTests {
    private static let record = "Record what they need"
    private static let booking = [
        "day-day": "17", "day-month": "9", "day-year": "2012", "time": "10:30", "purpose": "review",
    ]

    private func state(
        _ needs: CommunicationNeeds, of subject: Identifier<CaseFile>, in room: Partnership
    ) async throws {
        try await room.perform(StateNeeds(needs), on: subject, as: room.adviser)
    }

    @Test("Staff record it, and it stands at the head of the record with whose word it is (G-033, K-040)")
    func head() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let ben = try await room.browser(room.adviser)
        try await ben.get(SiteURL.form(.needs, rosa).address)
        let refused = try await ben.submit(Self.record, ["interpreter": "spoken", "formats": "large-print"])
        #expect(refused.status == .unprocessableContent)
        #expect(try refused.page().root.element(id: "language-error") != nil)
        let done = try await ben.submit(Self.record, ["language": "Punjabi"])
        #expect(done.status == .seeOther)
        for worker in [room.adviser, room.jobcentreAdviser] {
            let page = try await room.browser(worker).get(SiteURL.customer(rosa).address).page().root.text
            #expect(page.contains("Needs a Punjabi interpreter. Large print."))
            #expect(page.contains("On the word of the customer, 10 September 2012."))
        }
        try await room.close()
    }

    @Test("They say what they like to be called, and staff read it at the head of the record and in the diary (G-034)")
    func called() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let phone = try await room.phone(of: rosa)
        try await phone.get(SiteURL.meForm(.needs).address)
        try await phone.submit(
            NeedsWords.button.english, ["called": "Bet", "interpreter": "none"], following: true)
        let home = try await phone.get(SiteURL.me.address).page().root.text
        #expect(home.contains("Hello Bet") && !home.contains("Hello Rosa"))
        #expect(try await phone.get(SiteURL.meTell.address).page().root.text.contains("You like to be called Bet."))
        let ben = try await room.browser(room.adviser)
        #expect(try await ben.get(SiteURL.customer(rosa).address).page().root.text.contains("Called Bet."))
        #expect(try await ben.get(SiteURL.today.address).page().root.text.contains("Rosa Parr (called Bet)"))
        let program = try await room.program(room.adviser)
        #expect(try await program.get("/customers/\(rosa)").json["identity"]?["needs"]?["called"] == "Bet")
        try await room.close()
    }

    @Test("Nothing is booked or moved for them till an interpreter is, or it is said why none is (G-033)")
    func booked() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let ben = try await room.browser(room.adviser)
        let form = SiteURL.form(.book, rosa).address
        #expect(try await ben.get(form).page().root.element(id: "interpreter") == nil, "It is asked of nobody else")
        try await state(
            CommunicationNeeds(spokenLanguage: "Punjabi", interpreter: .spoken), of: rosa, in: room)
        #expect(try await ben.get(form).text.contains("They need a Punjabi interpreter."))
        let unsaid = try await ben.submit("Book this appointment", Self.booking)
        #expect(unsaid.status == .unprocessableContent)
        let page = try unsaid.page().root
        #expect(page.element(id: "interpreter-error")?.text.contains("Book one for this time and say so") == true)
        #expect(page.element(id: "time")?["value"] == "10:30", "Nothing typed is lost")
        let unexplained = try await ben.submit("Book this appointment", ["interpreter": "none"])
        #expect(try unexplained.page().root.element(id: "interpreter-why-error") != nil)
        let booked = try await ben.submit("Book this appointment", ["interpreter": "booked"])
        #expect(booked.status == .seeOther)
        #expect(try await ben.get(SiteURL.customer(rosa).address).text.contains("An interpreter is booked."))

        let id = try #require(try await room.file(rosa).appointments.last?.id)
        try await ben.get(SiteURL.itemForm(.move, rosa, item: id.description).address)
        let later = ["time": "14:00", "asked": "customer", "reason": "ill"]
        #expect(try await ben.submit("Move this appointment", later).status == .unprocessableContent)
        let moved = try await ben.submit(
            "Move this appointment", ["interpreter": "none", "interpreter-why": "Her sister comes with her."])
        #expect(moved.status == .seeOther)
        let home = try await room.phone(of: rosa).get(SiteURL.me.address).page().root.text
        #expect(home.contains("This is why: “Her sister comes with her.”"))
        try await room.close()
    }

    @Test(
        "Letters are printed large for whoever asked for that, and what they asked to have made is named (G-245, K-039)"
    )
    func printed() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let appointment = try await room.book(rosa, on: Partnership.monday.adding(days: 14), purpose: .review)
        let ben = try await room.browser(room.adviser)
        func check() async throws -> HTMLNode {
            try await ben.get(SiteURL.itemForm(.notice, rosa, item: appointment.description).address)
            try await ben.submit("Check the answers", ["route": "post", "says": "invitation"])
            return try #require(await ben.page).root
        }
        try await state(CommunicationNeeds(formats: [.largePrint, .braille]), of: rosa, in: room)
        let large = try await check()
        #expect(large.element(id: "large-print")?["checked"] != nil)
        #expect(large.text.contains("They asked for letters in large print on 10 September 2012."))
        #expect(large.text.contains("They asked for Braille on 10 September 2012. This is its plain text"))
        try await ben.submit("Send this notice", following: true)
        let digest = try #require(try await room.file(rosa).appointments.last?.notices.first?.notice.digest)
        let link = try #require(await ben.page?.root.first("a") { $0.text == "its plain text" })
        #expect(link["href"] == SiteURL.document(rosa, digest: digest).address)
        try await room.close()
    }

    @Test("What was said at a first meeting counts till it is recorded what they need, and is offered to be taken over")
    func takenOver() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let begun = try await room.perform(
            BeginAssessment(instrument: "first-meeting", version: 2, mode: .open), on: rosa, as: room.adviser)
        let id = try #require(begun.file.assessments.all.last).id
        try await room.perform(
            SaveAnswers(assessment: id, mode: .open, answers: [Question.help: .chosen(["interpreter", "large"])]),
            on: rosa, as: room.adviser)
        let ben = try await room.browser(room.adviser)
        let sentence =
            "At a first meeting on 10 September 2012 they said that an interpreter and letters in large print would help."
        #expect(try await ben.get(SiteURL.customer(rosa).address).text.contains(sentence))
        let dana = try await room.browser(room.jobcentreAdviser)
        let shut = try await dana.get(SiteURL.customer(rosa).address).text
        #expect(!shut.contains("At a first meeting"), "She does not see what was said there")
        let form = try await ben.get(SiteURL.form(.needs, rosa).address).page().root
        let ticked = form.all("input").filter { $0["checked"] != nil }.compactMap { $0["value"] }
        #expect(ticked == ["spoken", "large-print", "customer"])
        try await state(CommunicationNeeds(), of: rosa, in: room)
        let stated = try await ben.get(SiteURL.customer(rosa).address).text
        #expect(stated.contains("Needs no interpreter, and letters as they are.") && !stated.contains("would help"))
        let tools = room.office.tools
        let seen = try await room.office.open(rosa, as: room.adviser.author).seen
        #expect(PrintWish(seen, tools: tools).formats == [], "What is on record wins")
        try await room.close()
    }

    @Test(
        "They say it themselves, in either language, and it is theirs on their own page (G-245)",
        arguments: Language.allCases)
    func own(language: Language) async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let phone = try await room.phone(of: rosa)
        try await room.perform(ChooseLanguage(language), on: rosa, as: room.adviser)
        func words(_ words: NeedsWords) -> String { words.text(in: language) ?? "" }
        #expect(try await phone.get(SiteURL.me.address).page().root.text.contains(words(.title)))
        try await phone.get(SiteURL.meForm(.needs).address)
        let refused = try await phone.submit(words(.button), ["interpreter": "spoken"])
        let error = try refused.page().root.element(id: "language-error")?.text ?? ""
        #expect(error.contains(RuleWords.whichLanguage.text(in: language) ?? "none"))
        try await phone.submit(words(.button), ["language": "Somali", "formats": "audio"], following: true)
        let stated = try #require(try await room.file(rosa).needs)
        #expect(stated.source == .customer && stated.event.by.role == .customer)
        let page = try await phone.get(SiteURL.meTell.address).page().root.text
        let needs = try #require(stated.needs.value)
        let said = language.write { NeedsWords.said(needs) }
        #expect(page.contains(said) && said.contains("Somali"))
        try await room.close()
    }

    @Test("A program records it, reads it, and books by it (G-033)")
    func program() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let program = try await room.program(room.adviser)
        let path = "/customers/\(rosa)/forms"
        let sent = try await program.post(
            "\(path)/needs", ["interpreter": "bsl", "formats": ["braille"], "source": "supporter"])
        #expect(sent.status == 200, "\(sent.json)")
        let needs = try await program.get("/customers/\(rosa)").json["identity"]?["needs"]
        #expect(needs?["interpreter"] == "bsl" && needs?["formats"] == ["braille"] && needs?["source"] == "supporter")
        var members: [JSON.Member] = [
            .init("purpose", "review"), .init("day", "2012-09-17"), .init("time", "14:00"), .init("minutes", 45),
            .init("mode", "phone"), .init("adviser", .text(room.adviser.author.person)),
            .init("office", .text(room.adviser.author.organisation)),
        ]
        let refused = try await program.post("\(path)/book", .object(members))
        #expect(refused.status == 422 && refused.json["errors"]?.array?.first?["field"] == "interpreter")
        members.append(.init("interpreter", "booked"))
        #expect(try await program.post("\(path)/book", .object(members)).status == 200)
        let read = try await program.get("/customers/\(rosa)/appointments").json
        #expect(read.text.contains("\"interpreter\":\"booked\""))
        try await room.close()
    }
}
