import HTTPTypes
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("The clock of a demonstration")
struct ClockTests {
    @Test("It goes on by weeks, and to a day, and every page says what day it is")
    func moves() async throws {
        let room = try await Partnership(demonstration: true)
        let browser = try await room.browser(room.adviser)
        try await browser.get(SiteURL.clock.address)
        let moved = try await browser.submit("4 weeks on", following: true)
        #expect(moved.text.contains(Said.clock.sentence))
        #expect(room.office.clock.today == Partnership.monday.adding(weeks: 4))
        let again = try await room.browser(room.adviser)
        try await again.get(SiteURL.clock.address)
        try await again.submit("Move to this day", ["day-day": "2", "day-month": "1", "day-year": "2013"])
        #expect(room.office.clock.today == day("2013-01-02"))
    }

    @Test("It never goes back")
    func back() async throws {
        let room = try await Partnership(demonstration: true)
        let browser = try await room.browser(room.adviser)
        try await browser.get(SiteURL.clock.address)
        let refused = try await browser.submit(
            "Move to this day", ["day-day": "1", "day-month": "1", "day-year": "2012"])
        #expect(refused.status == .unprocessableContent && refused.text.contains("must be between"))
        #expect(room.office.clock.today == Partnership.monday)
    }

    @Test("Where the people are real there is no such page")
    func real() async throws {
        let room = try await Partnership()
        let browser = try await room.browser(room.adviser)
        #expect(try await browser.get(SiteURL.clock.address).status == .notFound)
        // With the seal of a form that there is, so that nothing but the page is missing.
        let form = try await browser.get(SiteURL.keys.address).page().root.first("main")?.first("form")
        let seal = try #require(form).all("input").filter { $0["type"] == "hidden" }
        let fields = seal.map { ($0["name"] ?? "", $0["value"] ?? "") } + [("weeks", "1")]
        #expect(fields.contains { $0.0 == "csrf" })
        #expect(try await browser.post(SiteURL.clock.address, fields).status == .notFound)
        #expect(room.office.clock.today == Partnership.monday)
    }
}
