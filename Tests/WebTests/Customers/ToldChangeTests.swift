import Casework
import Kernel
import Office
import Testing

@testable import Web

@Suite("A change that was told, on the customer's page")
struct ToldChangeTests {
    @Test("One that nobody answered in its time is overdue, with the way to answer it beside it (C14)")
    func overdue() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        try await room.perform(
            ReportChange(
                .phone, ChangeDetail(words: "07700 900456"), from: room.now.day, source: .customer, route: .inPerson),
            on: rosa, as: room.adviser)
        room.move(to: Partnership.monday.adding(days: 30))
        let dana = try await room.browser(room.jobcentreAdviser)
        let page = try await dana.get(SiteURL.customer(rosa).address).page()
        let now = try #require(page.root.first("section") { $0.element(id: "now") != nil })
        let overdue = try #require(now.first("div") { $0.has(class: "attention") })
        #expect(overdue.text.contains("Overdue") && overdue.text.contains("Told us: new phone number"))
        let way = overdue.first("a") { $0.text == "Open the change" }
        #expect(way?["href"] == SiteURL.circumstances(rosa).address + "#open")

        let told = try await dana.get(SiteURL.circumstances(rosa).address).page()
        #expect(told.root.element(id: "open")?.text == "Told, and on its way")
        #expect(told.root.first("button") { $0.text == "Acknowledge (new phone number)" } != nil)

        let past = try await dana.get(SiteURL.customer(rosa).address + "?as-known-on=8/10/2012").page()
        #expect(past.root.first("a") { $0.text == "Open the change" } == nil)
        try await room.close()
    }
}
