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
}
