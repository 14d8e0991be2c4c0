import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

@Suite("Letters in large print")
struct PrintedLetterTests {
    /// The page on which a notice of an appointment is read before it goes.
    private func check(
        _ subject: Identifier<CaseFile>, _ appointment: Identifier<Appointment>, in room: Partnership,
        route: String = "post"
    ) async throws -> WebClient<SiteContext> {
        let browser = try await room.browser(room.adviser)
        try await browser.get(SiteURL.itemForm(.notice, subject, item: appointment.description).address)
        try await browser.submit("Check the answers", ["route": route, "says": "invitation"])
        return browser
    }

    @Test("A notice is printed large by a box beside it, which is ticked for whoever asked for it (K-039, E-014)")
    func box() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let appointment = try await room.book(rosa, on: Partnership.monday.adding(days: 14), purpose: .review)
        let first = try #require(try await check(rosa, appointment, in: room).page)
        let box = try #require(first.root.element(id: "large-print"))
        #expect(box["checked"] == nil && box["name"] == nil, "It sends nothing")
        #expect(first.root.first("label") { $0["for"] == "large-print" }?.text == "Print it large")

        let begun = try await room.perform(
            BeginAssessment(instrument: "first-meeting", version: 2, mode: .open), on: rosa, as: room.adviser)
        let id = try #require(begun.file.assessments.all.last).id
        func answer(_ codes: [String]) async throws {
            try await room.perform(
                SaveAnswers(assessment: id, mode: .open, answers: [Question.help: .chosen(codes)]), on: rosa,
                as: room.adviser)
        }
        try await answer(["large", "quiet"])
        let wished = try #require(try await check(rosa, appointment, in: room).page)
        #expect(wished.root.element(id: "large-print")?["checked"] != nil)
        #expect(wished.root.text.contains("They asked for letters in large print on 10 September 2012."))
        try await answer(["quiet"])
        let changed = try #require(try await check(rosa, appointment, in: room).page)
        #expect(changed.root.element(id: "large-print")?["checked"] == nil, "The last word counts")
        try await room.close()
    }

    @Test("What was sent is kept in plain text, and is had in large print with the same words (K-039)")
    func kept() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let appointment = try await room.book(rosa, on: Partnership.monday.adding(days: 14), purpose: .review)
        let browser = try await check(rosa, appointment, in: room)
        let shown = try #require(await browser.page?.root.first("pre"))
        #expect(shown.first("span") { $0.has(class: "fold") } != nil, "A sentence can run on")
        try await browser.submit("Send this notice", following: true)
        let links = try #require(await browser.page).root.all("a").compactMap { $0["href"] }
        let digest = try #require(try await room.file(rosa).appointments.last?.notices.first?.notice.digest)
        let (plain, large) = (
            SiteURL.document(rosa, digest: digest).address, SiteURL.document(rosa, digest: digest, large: true).address
        )
        #expect(links.contains(plain) && links.contains(large))
        #expect(try await browser.get(plain).text == shown.text)
        let file = try await browser.get(large)
        #expect(file.header("Content-Type") == "text/html; charset=utf-8")
        #expect(file.header("Content-Disposition")?.hasSuffix(".html\"") == true)
        let page = try file.page().root
        #expect(page.first("pre")?.text == shown.text)
        #expect(page.first("html")?["lang"] == "en" && page.first("style")?.text.contains("18pt") == true)
        try await room.close()
    }
}
