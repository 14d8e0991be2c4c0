import Casework
import HTTPTypes
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("The inbox of referrals")
struct InboxTests {
    @Test("Waiting referrals stand oldest first with their deadline, and one press acknowledges (C03)")
    func acknowledges() async throws {
        let room = try await Partnership()
        let bea = try await room.referred("Bea", "Yates")
        room.move(to: Partnership.monday.adding(days: 1))
        _ = try await room.referred("Amir", "Abbott")
        let browser = try await room.browser(room.manager)
        let page = try await browser.get(SiteURL.inbox.address)
        let rows = try #require(await browser.page?.root.first("tbody")?.all("tr"))
        #expect(rows.compactMap { $0.first("th")?.text } == ["Bea Yates", "Amir Abbott"])
        #expect(rows[0].text.contains("Wed 12 Sep 2012"))
        #expect(page.text.contains("Waiting to be acknowledged (2)"))

        let done = try await browser.submit("Acknowledge Bea Yates", following: true)
        #expect(done.text.contains(Said.acknowledged.sentence))
        #expect(try await room.file(bea).referral?.acknowledged != nil)
        let after = try await browser.get(SiteURL.inbox.address)
        #expect(after.text.contains("Waiting to be acknowledged (1)"))
        #expect(after.text.contains("Acknowledged, with no adviser yet (1)"))
        #expect(after.text.contains(SiteURL.form(.assign, bea).address))
    }

    @Test("A referral past its deadline is marked late, in a word")
    func late() async throws {
        let room = try await Partnership()
        _ = try await room.referred("Bea", "Yates")
        func row() async throws -> String? {
            let browser = try await room.browser(room.manager)
            return try await browser.get(SiteURL.inbox.address).page().root.first("tbody")?.first("tr")?.text
        }
        #expect(try await row()?.contains("Late") == false)
        room.move(to: Partnership.monday.adding(days: 4))
        #expect(try await row()?.contains("Late") == true)
    }

    @Test("An empty inbox says what will come, and is a manager’s alone (A-061)")
    func empty() async throws {
        let room = try await Partnership()
        let manager = try await room.browser(room.otherManager)
        #expect(try await manager.get(SiteURL.inbox.address).text.contains("No referrals are waiting."))
        let adviser = try await room.browser(room.adviser)
        #expect(try await adviser.get(SiteURL.inbox.address).status == .forbidden)
    }
}
