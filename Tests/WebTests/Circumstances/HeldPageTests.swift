import Casework
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("What is held of somebody, as those who help them read it")
struct HeldPageTests {
    @Test(
        "Hours of caring with no times lead to a weekly time with its kind chosen, until one is kept free (C14, G-011)")
    func caring() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let agreed = ConsentTerms(
            recipient: room.adviser.author.organisation, categories: [.household], purpose: "household")
        try await room.perform(
            GiveConsent(terms: agreed, until: room.now.day.adding(days: 90), how: .signed), on: rosa, as: room.adviser)
        try await room.perform(
            ReportChange(
                .caring, ChangeDetail(code: "adult", hours: 20), from: room.now.day, source: .customer,
                route: .inPerson), on: rosa, as: room.adviser)
        let ben = try await room.browser(room.adviser)
        try await ben.get(SiteURL.circumstances(rosa).address)
        let form = try await ben.click("Keep the times of caring free").page().root
        let chosen = form.all("input").first { $0["name"] == "kind" && $0["value"] == "caring" }
        #expect(chosen?["checked"] != nil)
        let times = ["weekday": "1", "from": "9:00", "until": "13:00"]
        try await ben.submit(CommitmentForm.button, times, following: true)
        #expect(try await room.file(rosa).plan.commitments.map(\.times.kind) == [.caring])
        let page = try await ben.get(SiteURL.circumstances(rosa).address)
        #expect(!page.text.contains("Keep the times of caring free"))
        try await room.close()
    }

    @Test("One press on the page records that the ways to reach them are still right (G-098)")
    func stillRight() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        room.move(to: room.now.day.adding(days: 1))
        let ben = try await room.browser(room.adviser)
        try await ben.get(SiteURL.circumstances(rosa).address)
        let done = try await ben.submit("Still right", following: true)
        #expect(done.text.contains(Said.contactsConfirmed.sentence))
        #expect(try await room.file(rosa).circumstances.confirmations.count == 1)
        #expect(!done.text.contains("If they say that these are still right"))
        try await room.close()
    }

    @Test("Name, birth date and number say who recorded them and when, corrected or not (G-246)")
    func identity() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let registered = room.now.day
        room.move(to: registered.adding(days: 7))
        var named = try #require(try await room.file(rosa).customer?.identity.value)
        named.family = "Parrish"
        try await room.perform(CorrectCustomer(identity: named), on: rosa, as: room.jobcentreAdviser)
        let dana = try await room.browser(room.jobcentreAdviser)
        let address = SiteURL.circumstances(rosa).address
        let read = try await dana.get(address).text
        #expect(read.contains("Rosa Parrish") && read.contains("Correct the details"))
        #expect(read.contains("on \(room.now.day.written) (today)"))
        #expect(read.contains("on \(registered.written) (7 days ago)"))

        let told = try await room.program(room.jobcentreAdviser).get("/customers/\(rosa)").json
        let sources = told["identity"]?["sources"]?.array ?? []
        #expect(sources.map { $0["field"]?.string } == ["given", "family", "born"], "no number is held")
        let days = sources.compactMap { $0["event"]?["day"]?.string }
        #expect(days == [registered, room.now.day, registered].map(\.description))
        try await room.close()
    }

    @Test("A number that did not reach them is doubtful where it is read, in the head of their page")
    func doubtful() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let ben = try await room.browser(room.adviser)
        let address = SiteURL.customer(rosa).address
        #expect(try await ben.get(address).text.contains("07700 900123 · rosa.parr@example.org"))
        try await room.perform(RecordContactFailed(kind: .phone, reason: .noAnswer), on: rosa, as: room.adviser)
        #expect(try await !ben.get(address).text.contains("07700 900123 · rosa.parr@example.org"))
        #expect(try await ben.get(address).text.contains("Doubtful"))
        try await room.close()
    }
}
