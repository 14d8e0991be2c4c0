import Casework
import HTTPTypes
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("The caseload")
struct CaseloadTests {
    private func names(_ browser: WebClient<SiteContext>) async -> [String] {
        await browser.page?.root.all("tbody").first?.all("th").map(\.text) ?? []
    }

    @Test("Fifty a page, by key, and back again; everybody once")
    func pages() async throws {
        let room = try await Partnership()
        for number in 1...52 {
            _ = try await room.assigned("Ann", "Case\(number < 10 ? "0" : "")\(number)")
        }
        let browser = try await room.browser(room.adviser)
        let first = try await browser.get(SiteURL.caseload([("sort", "name")]).address)
        #expect(first.text.contains("50 of 52 customers"))
        let top = await names(browser)
        try await browser.click("Next →")
        let rest = await names(browser)
        #expect(top.count == 50 && rest == ["Ann Case51", "Ann Case52"])
        #expect(top == top.sorted())
        try await browser.click("← Previous")
        #expect(await names(browser) == top)
    }

    @Test("Once a provider may not read even its own part any longer, its list leaves the customer out (design §5)")
    func closed() async throws {
        let room = try await Partnership()
        _ = try await room.attached("Bea", "Yates")
        func listed(_ worker: Partnership.Worker) async throws -> Bool {
            let browser = try await room.browser(worker)
            #expect(try await browser.get(SiteURL.caseload([]).address).status == .ok)
            return await names(browser).contains("Bea Yates")
        }
        room.move(to: day("2016-06-01"))
        for worker in [room.adviser, room.manager] {
            #expect(try await listed(worker), "it reads its own part, as a former provider")
        }
        room.move(to: day("2021-06-01"))
        for worker in [room.adviser, room.manager] { #expect(try await listed(worker) == false) }
        #expect(try await listed(room.teamManager), "whoever keeps the record has no such end")
        try await room.close()
    }

    @Test("The number shown, its pages and the API's list are of those whose record is open still (design §5, A-067)")
    func agreeing() async throws {
        let room = try await Partnership()
        let bea = try await room.attached("Bea", "Yates")
        _ = try await room.attached("Cal", "Abbott", hour: 12)
        let left = day("2012-10-01")
        room.move(to: left)
        try await room.perform(EndReferral(reason: .workChoice, on: left), on: bea, as: room.jobcentreAdviser)
        func read(_ worker: Partnership.Worker, _ query: [(String, String)] = []) async throws -> (String, [String]) {
            let browser = try await room.browser(worker)
            let text = try await browser.get(SiteURL.caseload(query).address).text
            return (text, await names(browser))
        }
        room.move(to: left.adding(months: 72))
        for worker in [room.adviser, room.manager] {
            let (text, both) = try await read(worker)
            #expect(text.contains("2 of 2 customers") && both.sorted() == ["Bea Yates", "Cal Abbott"])
        }
        room.move(to: left.adding(months: 72).adding(days: 1))
        for worker in [room.adviser, room.manager] {
            let (text, one) = try await read(worker)
            #expect(text.contains("1 of 1 customer") && one == ["Cal Abbott"])
            let (ended, nobody) = try await read(worker, [("state", "ended")])
            #expect(ended.contains("No customer fits.") && ended.contains("Ended (0)") && nobody.isEmpty)
            let page = try await room.program(worker).get("/caseload?limit=1").json
            #expect(page["rows"]?.array?.compactMap { $0["name"]?.string } == ["Cal Abbott"], "\(page)")
            #expect(page["next"] == nil)
        }
        let (kept, _) = try await read(room.teamManager)
        #expect(kept.contains("2 of 2 customers"))
        try await room.close()
    }

    @Test("Sorted by the next appointment, by the last contact and by name, and the heading says which")
    func sorted() async throws {
        let room = try await Partnership()
        let bea = try await room.attached("Bea", "Yates")
        let amir = try await room.assigned("Amir", "Zell")
        try await room.book(amir, on: Partnership.monday.adding(days: 2))
        try await room.book(bea, on: Partnership.monday.adding(days: 7), purpose: .review)
        _ = try await room.assigned("Cal", "Abbott")
        let browser = try await room.browser(room.adviser)
        try await browser.get(SiteURL.caseload([]).address)
        #expect(await names(browser) == ["Amir Zell", "Bea Yates", "Cal Abbott"])
        try await browser.click("Last met")
        #expect(await names(browser).last == "Bea Yates")
        let sorted = await browser.page?.root.first("th") { $0["aria-sort"] != nil }
        #expect(sorted?.text.hasPrefix("Last met") == true)
        try await browser.get(SiteURL.caseload([("sort", "name")]).address)
        #expect(await names(browser) == ["Cal Abbott", "Bea Yates", "Amir Zell"])
    }

    @Test("Filtered by where they stand and by the start of a name; nobody found says so and shows the way back")
    func filtered() async throws {
        let room = try await Partnership()
        _ = try await room.attached("Bea", "Yates")
        _ = try await room.assigned("Amir", "Zell")
        let browser = try await room.browser(room.adviser)
        try await browser.get(SiteURL.caseload([]).address)
        try await browser.submit("Show these", ["state": "attached"])
        #expect(await names(browser) == ["Bea Yates"])
        try await browser.submit("Show these", ["state": "", "q": "zel"])
        #expect(await names(browser) == ["Amir Zell"])
        let none = try await browser.submit("Show these", ["state": "attached", "q": "zel"])
        #expect(none.text.contains("No customer fits."))
    }

    @Test("Each role sees its own: an adviser theirs, a prime its own, a jobcentre its customers (A-067)")
    func scopes() async throws {
        let room = try await Partnership()
        _ = try await room.assigned("Bea", "Yates")
        _ = try await room.referred("Amir", "Zell")
        _ = try await room.register("Cal", "Abbott")
        for (worker, expected) in [
            (room.adviser, ["Bea Yates"]), (room.manager, ["Amir Zell", "Bea Yates"]), (room.otherAdviser, []),
            (room.jobcentreAdviser, ["Amir Zell", "Bea Yates", "Cal Abbott"]),
        ] {
            let browser = try await room.browser(worker)
            try await browser.get(SiteURL.caseload([]).address)
            #expect(await names(browser).sorted() == expected, "\(worker.name)")
        }
        let commissioner = try await room.browser(room.commissioner)
        #expect(try await commissioner.get(SiteURL.caseload([]).address).status == .forbidden)
    }

    @Test("A place in the list that is no place is refused, not read")
    func place() async throws {
        let room = try await Partnership()
        let browser = try await room.browser(room.adviser)
        let answer = try await browser.get(SiteURL.caseload([("at", "nowhere")]).address)
        #expect(answer.status.code >= 400 && answer.status.code < 500)
        #expect(answer.text.contains("Go back to the start of the list."))
    }
}
