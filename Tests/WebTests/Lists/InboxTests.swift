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

    @Test("Somebody back on benefit is due from whoever has them again, and on its desk until they were in touch (C13)")
    func returned() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached("Rosa", "Parr")
        let back = Partnership.monday.adding(weeks: 8)
        room.move(to: back)
        try await room.perform(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "JSA", on: false, from: back.adding(weeks: -4), until: back.adding(days: -1),
                    certainty: .known, source: .jobcentre)), on: rosa, as: room.jobcentreAdviser)
        try await room.perform(RecordReturn(on: back), on: rosa, as: room.jobcentreAdviser)
        let (adviser, manager) = (try await room.browser(room.adviser), try await room.browser(room.manager))
        let today = try await adviser.get(SiteURL.today.address)
        #expect(today.text.contains("Returned: back on benefit since 5 November 2012, with 22 months left"))
        #expect(today.text.contains("Make contact by 7 November 2012."))
        #expect(today.text.contains(SiteURL.form(.contact, rosa).address))
        #expect(today.text.contains("Tell them who has them again, and how long remains."))
        let inbox = try await manager.get(SiteURL.inbox.address)
        #expect(inbox.text.contains("Sent to you (1)") && inbox.text.contains("Union Street Jobcentre"))
        #expect(inbox.text.contains(SiteURL.form(.contact, rosa).address))
        try await room.perform(
            RecordContact(ContactTry(route: .phone, reached: true, on: back)), on: rosa, as: room.adviser)
        #expect(try await !manager.get(SiteURL.inbox.address).text.contains("Sent to you"))
        #expect(try await !adviser.get(SiteURL.today.address).text.contains("Returned: back on benefit"))
        try await room.close()
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
