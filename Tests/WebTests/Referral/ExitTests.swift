import Casework
import HTTPTypes
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("The end of a programme, on pages")
struct ExitTests {
    /// Moved to Work Choice today.
    private func ended(_ town: Partnership) async throws -> Identifier<CaseFile> {
        let subject = try await town.attached()
        try await town.perform(
            EndReferral(reason: .workChoice, on: town.now.day, words: Words("Ann helps you from now on.")),
            on: subject, as: town.jobcentreAdviser)
        return subject
    }

    @Test("The person reads why their programme ended and what was written, and that it was a mistake (C13)")
    func own() async throws {
        let town = try await Partnership()
        let subject = try await ended(town)
        let phone = try await town.phone(of: subject)
        for page in [SiteURL.meJourney(), .mePeople] {
            let text = try await phone.get(page.address).text
            #expect(text.contains("You moved to Work Choice, because it may suit you better."), "\(page)")
            #expect(text.contains("Ann helps you from now on."), "\(page)")
        }
        let dana = try await town.browser(town.jobcentreAdviser)
        let form = SiteURL.form(.withdrawExit, subject).address
        let page = try await dana.get(SiteURL.customer(subject).address).page()
        #expect(page.root.first("a") { $0["href"] == form } != nil)
        try await dana.get(form)
        let unsaid = try await dana.submit("Withdraw this end", ["words": ""])
        #expect(unsaid.status == .unprocessableContent)
        let done = try await dana.submit("Withdraw this end", ["words": "It was another Rosa."], following: true)
        #expect(done.text.contains("Withdrawn as recorded in error: the end of the programme"))
        #expect(try await town.file(subject).referral?.exit == nil)
        let journey = try await phone.get(SiteURL.meJourney().address).text
        #expect(journey.contains("That you left the programme was a mistake, and is put right"))
        #expect(journey.contains("It was another Rosa."))
        try await town.close()
    }

    @Test("Whoever has to tell them finds it among what is due, with a letter to print that is kept (C13)")
    func letter() async throws {
        let town = try await Partnership()
        let subject = try await ended(town)
        let form = SiteURL.form(.tellEnd, subject).address
        let dana = try await town.browser(town.jobcentreAdviser)
        #expect(try await dana.get(SiteURL.today.address).page().root.first("a") { $0["href"] == form } != nil)
        try await dana.get(form)
        let checked = try await dana.submit("Check the answers", ["route": "post"])
        #expect(checked.text.contains("Your time on the programme has ended"))
        #expect(checked.text.contains("Print it large"))
        let identity = try Identity(given: "Rosanna", family: "Parr", born: day("1980-02-14"), on: town.now.day)
        try await town.perform(CorrectCustomer(identity: identity), on: subject, as: town.jobcentreAdviser)
        let changed = try await dana.submit("Record that they are told")
        #expect(changed.status == .unprocessableContent)
        #expect(changed.text.contains("The words have changed since you read them."))
        #expect(try await town.file(subject).referral?.toldOfEnd.isEmpty == true)
        #expect(try await dana.submit("Check the answers").text.contains("Dear Rosanna Parr"))
        let done = try await dana.submit("Record that they are told", following: true)
        #expect(done.text.contains(Said.toldOfEnd.sentence) && done.text.contains("Told of the end of the programme"))
        #expect(try await dana.get(SiteURL.today.address).page().root.first("a") { $0["href"] == form } == nil)
        try await town.close()
    }

    @Test("A summary is printed before it is recorded, and the jobcentre is asked to read it (C13)")
    func summary() async throws {
        let town = try await Partnership()
        let subject = try await ended(town)
        let ben = try await town.browser(town.adviser)
        try await ben.get(SiteURL.form(.handBack, subject).address)
        let draft = try await ben.submit("Check the answers", ["words": "You cooked for forty."])
        #expect(draft.text.contains("Show them the summary first") && draft.text.contains("Print it large"))
        #expect(try draft.page().root.first("pre")?.text == "You cooked for forty.")
        try await ben.submit("Change an answer")
        try await ben.submit("Check the answers", ["shown": "yes"])
        let done = try await ben.submit("Hand back", following: true)
        #expect(done.text.contains(Said.handedBack.sentence))
        let form = SiteURL.form(.readHandBack, subject).address
        let dana = try await town.browser(town.jobcentreAdviser)
        #expect(try await dana.get(SiteURL.today.address).page().root.first("a") { $0["href"] == form } != nil)
        #expect(try await dana.get(form).text.contains("You cooked for forty."))
        let read = try await dana.submit("I have read it", following: true)
        #expect(read.text.contains(Said.handBackRead.sentence))
        #expect(try await town.file(subject).referral?.handedBack?.read != nil)
        try await town.close()
    }
}
