import Casework
import HTTPTypes
import Kernel
import Office
import Programmes
import Records
import TestSupport
import Testing

@testable import Web

@Suite("Payments")
struct PaymentsTests {
    private func lines(_ room: Partnership, _ subject: Identifier<CaseFile>) async throws -> [DueLine] {
        let programme = try #require(room.office.programmes[Partnership.programme])
        return try await PaymentLedger(programme).account(for: room.file(subject), until: room.now.day).due
    }

    @Test(
        "The totals are those of the ledger, by kind, and every line stands under them (C12)",
        arguments: Engine.allCases)
    func totals(engine: Engine) async throws {
        let room = try await Partnership(engine)
        let rosa = try await room.inWork()
        let due = try await lines(room, rosa)
        #expect(due.count >= 2, "an attachment and a job outcome")
        let sum = due.compactMap(\.amount?.value).reduce(.zero, +)
        for worker in [room.commissioner, room.manager] {
            let browser = try await room.browser(worker)
            let page = try await browser.get(SiteURL.payments([]).address)
            #expect(page.text.contains("\(sum)"), "\(worker.name)")
            for line in due {
                #expect(page.text.contains(SiteURL.line(line.key.description).address.replacing("&", with: "&amp;")))
            }
        }
        let unconfirmed = due.filter { $0.amount?.status == .unconfirmed }.count
        let browser = try await room.browser(room.commissioner)
        try await browser.get(SiteURL.payments([]).address)
        let stats = await browser.page?.root.first("dl") { $0.has(class: "stats") }?.all("dd").map(\.text)
        #expect(stats?[2] == "\(unconfirmed) of \(due.count)")
    }

    @Test("A line opens to its weeks, whose word proves them, and the events it stands on")
    func line() async throws {
        let room = try await Partnership()
        let rosa = try await room.inWork()
        let line = try #require(try await lines(room, rosa).first { $0.key.kind == .jobOutcome })
        let browser = try await room.browser(room.commissioner)
        let page = try await browser.get(SiteURL.line(line.key.description).address)
        #expect(page.status == .ok && page.text.contains(line.sentence.replacing("'", with: "&#39;")))
        let tables = try #require(await browser.page?.root.all("table"))
        #expect(tables[0].all("tbody")[0].all("tr").count == line.weeks.count)
        #expect(tables[0].text.contains("the employer’s word"))
        let events = tables[1].all("tbody")[0].all("tr")
        #expect(events.count == line.proof.count)
        #expect(events.contains { $0.text.contains("Provider adviser, Northway Futures") })
    }

    @Test("Whoever pays reads what was due and is no longer, since when and why, with nobody’s words (C14, M-002)")
    func backdated() async throws {
        let room = try await Partnership()
        let (rosa, start) = (try await room.inWork(), Partnership.jobStart)
        let line = try #require(try await lines(room, rosa).first { $0.key.kind == .jobOutcome })
        let browser = try await room.browser(room.commissioner)
        #expect(try await !browser.get(SiteURL.why(rosa).address).text.contains("No longer due"))
        try await room.perform(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "JSA", on: true, from: start.adding(weeks: 5), until: start.adding(weeks: 21),
                    certainty: .known, source: .jobcentre)),
            on: rosa, as: room.jobcentreAdviser)
        for address in [SiteURL.why(rosa), .line(line.key.description)] {
            let page = try await browser.get(address.address)
            #expect(page.text.contains("was due, and is no longer since \(room.now.day.written)."), "\(address)")
            #expect(page.text.contains("known, from the jobcentre."), "\(address)")
            #expect(!page.text.contains("Rosa") && !page.text.contains("Hartley"), "\(address)")
        }
        try await room.close()
    }

    @Test("Due, not yet and never are three lists")
    func lists() async throws {
        let room = try await Partnership()
        let rosa = try await room.inWork()
        let browser = try await room.browser(room.manager)
        let page = try await browser.get(SiteURL.why(rosa).address)
        #expect(page.text.contains("Due (\(try await lines(room, rosa).count))"))
        #expect(page.text.contains("Not yet (1)") && page.text.contains("Never (0)"))
    }

    @Test("No page of a commissioner’s holds a name (A-101)")
    func noNames() async throws {
        let room = try await Partnership()
        let rosa = try await room.inWork()
        let key = try #require(try await lines(room, rosa).last).key.description
        let browser = try await room.browser(room.commissioner)
        for address in [
            SiteURL.payments([]), .payments([("as", "csv")]), .line(key), .why(rosa), .areas,
            .draws(room.area, after: nil),
            .shares(room.area),
        ] {
            let answer = try await browser.get(address.address)
            #expect(answer.status == .ok, "\(address.address)")
            for name in ["Rosa", "Parr", "Hartley", "Ben Okoro", "Dana"] {
                #expect(!answer.text.contains(name), "\(name) on \(address.address)")
            }
        }
    }

    @Test("A period and a kind leave the rest out; the file has the same lines")
    func filtered() async throws {
        let room = try await Partnership()
        _ = try await room.inWork()
        let browser = try await room.browser(room.commissioner)
        let day = Partnership.monday.description
        try await browser.get(SiteURL.payments([("from", day), ("until", day)]).address)
        #expect(await browser.page?.root.all("tbody").last?.all("tr").count == 1)
        let none = try await browser.get(SiteURL.payments([("from", "2010-01-01"), ("until", "2010-12-31")]).address)
        #expect(none.text.contains("Nothing fell due"))
        let file = try await browser.get(SiteURL.payments([("kind", "job-outcome"), ("as", "csv")]).address)
        #expect(file.header("content-type") == "text/csv; charset=utf-8")
        #expect(file.text.split(whereSeparator: \.isNewline).count == 2)
    }

    @Test("A line that no tariff prices is unpriced in the totals, the list, the file and by itself, and never £0")
    func unpriced() async throws {
        var programme = try Programmes.shipped().programme(Partnership.programme)
        programme.tariff = Tariff(programme.tariff.rows.filter { $0.group != "2" })
        let room = try await Partnership(programmes: [programme.id: programme])
        let rosa = try await room.attached()
        let line = try #require(try await lines(room, rosa).first)
        try #require(line.group == "2" && line.isUnpriced)
        let browser = try await room.browser(room.commissioner)

        try await browser.get(SiteURL.payments([]).address)
        let root = try #require(await browser.page?.root)
        let stats = root.first("dl") { $0.has(class: "stats") }?.all("dd").map(\.text)
        #expect(stats?.first == "Unpriced" && stats?.last == "1 of 1", "\(stats ?? [])")
        let tables = root.all("table")
        #expect(tables.count == 2)
        for table in tables {
            #expect(table.all("td").contains { $0.text == "Unpriced" }, "\(table.text)")
            #expect(!table.text.contains("£"), "\(table.text)")
        }
        #expect(tables.last?.text.contains("no tariff prices it") == true)

        let file = try await browser.get(SiteURL.payments([("as", "csv")]).address)
        #expect(file.text.contains(",attachment,1,2,,unpriced,"), "\(file.text)")

        let page = try await browser.get(SiteURL.line(line.key.description).address)
        #expect(page.status == .ok && page.text.contains(line.sentence) && line.sentence.contains(", unpriced: due"))
        #expect(page.text.contains("Unpriced: no tariff says what it is worth") && !page.text.contains("£"))
    }

    @Test("A line is not another provider’s to open, nor an adviser’s (A-060)")
    func strangers() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let key = try #require(try await lines(room, rosa).first).key.description
        let other = try await room.browser(room.otherManager)
        #expect(try await other.get(SiteURL.line(key).address).status == .notFound)
        let adviser = try await room.browser(room.adviser)
        #expect(try await adviser.get(SiteURL.line(key).address).status == .forbidden)
        #expect(try await adviser.get(SiteURL.payments([]).address).status == .forbidden)
    }
}
