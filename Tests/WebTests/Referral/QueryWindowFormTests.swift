import Casework
import HTTPTypes
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("Until when a referral can be queried, on pages")
struct QueryWindowFormTests {
    @Test("The referral says until when, and from the last day on longer is asked for where nobody was reached (G-101)")
    func longer() async throws {
        let town = try await Partnership()
        let subject = try await town.referred()
        try await town.perform(AcknowledgeReferral(), on: subject, as: town.manager)
        let last = town.now.day.adding(days: 14)
        let priya = try await town.browser(town.manager)
        let form = SiteURL.form(.extendQuery, subject).address
        let before = try await priya.get(SiteURL.customer(subject).address)
        #expect(before.text.contains("Can be queried until \(last.written)."))
        #expect(try before.page().root.first("a") { $0["href"] == form } == nil)
        town.move(to: last)
        let later = try await town.browser(town.manager)
        let page = try await later.get(SiteURL.customer(subject).address)
        #expect(try page.page().root.first("a") { $0["href"] == form } != nil)
        try await later.get(form)
        let unsaid = try await later.submit("Ask for longer", ["words": ""])
        #expect(unsaid.status == .unprocessableContent)
        let done = try await later.submit("Ask for longer", ["words": "Three calls and a letter."], following: true)
        #expect(done.text.contains("Can be queried until \(last.adding(days: 14).written)."))
        #expect(try done.page().root.first("a") { $0["href"] == form } == nil)
        try await town.close()
    }
}
