import Casework
import Kernel
import Office
import Records
import TestSupport
import Testing

@testable import Web

@Suite("Today")
struct TodayTests {
    @Test("An adviser with nobody is told what will come")
    func empty() async throws {
        let room = try await Partnership()
        let browser = try await room.browser(room.adviser)
        let page = try await browser.get(SiteURL.today.address)
        #expect(page.text.contains("Nobody is booked with you today."))
        #expect(page.text.contains("Nothing needs you."))
        #expect(page.text.contains("Monday 10 September 2012"))
    }

    @Test("The diary has the day’s appointments in order, with what can be done about each")
    func diary() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned("Rosa", "Parr")
        let tom = try await room.assigned("Tom", "Hale")
        try await room.book(rosa, on: Partnership.monday, hour: 14)
        let early = try await room.book(tom, on: Partnership.monday, hour: 10)
        try await room.book(rosa, on: Partnership.monday.adding(days: 1), purpose: .review)
        room.move(to: Partnership.monday, hour: 10, minute: 10)
        let browser = try await room.browser(room.adviser)
        let page = try await browser.get(SiteURL.today.address)
        let diary = try #require(await browser.page?.root.first("table"))
        #expect(diary.all("th").filter { $0["scope"] == "row" }.map(\.text) == ["Tom Hale", "Rosa Parr"])
        #expect(page.text.contains(SiteURL.itemForm(.attend, tom, item: early.description).address))
        #expect(page.text.contains("2 of 2 still to see"))
    }

    @Test("What an adviser can do needs them; what only others can do waits for others")
    func parted() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned("Rosa", "Parr")
        let tom = try await room.referred("Tom", "Hale")
        let adviser = try await room.browser(room.adviser)
        let page = try await adviser.get(SiteURL.today.address)
        #expect(page.text.contains("Needs you (3)"))
        #expect(page.text.contains(SiteURL.form(.book, rosa).address))
        #expect(!page.text.contains("Tom Hale"))
        let jobcentre = try await room.browser(room.jobcentreAdviser)
        let theirs = try await jobcentre.get(SiteURL.today.address)
        #expect(theirs.text.contains("Needs you (1)") && theirs.text.contains("Waiting for others (4)"))
        #expect(theirs.text.contains(SiteURL.form(.tellHolder, tom).address))
        #expect(theirs.text.contains("Acknowledge the referral by 12 September 2012."))
    }

    @Test("Of somebody who may be in danger an adviser is told, however many customers come before (K-019, G-079)")
    func urgentBehindMany() async throws {
        let room = try await Partnership()
        let rosa = try await room.assigned()
        for number in 0..<TodayPage.reach {
            let other = try await room.assigned("Ann", "Case\(number)")
            let day = Partnership.monday.adding(days: 1 + number / 16)
            try await room.book(other, on: day, hour: 9 + number % 16 / 2, minute: number % 2 * 30)
        }
        let ben = try await room.browser(room.adviser)
        #expect(try await !ben.get(SiteURL.today.address).text.contains("Rosa Parr"))
        try await room.perform(OpenUrgentPath(words: Words("Not another Friday.")), on: rosa, as: room.adviser)
        let page = try await ben.get(SiteURL.today.address).page()
        let mine = try #require(page.root.first("section") { $0.text.contains("Needs you") })
        let first = try #require(mine.first("tbody")?.first("tr"))
        #expect(first.text.contains("Rosa Parr") && first.text.contains("They may be in danger"))
        #expect(!page.root.text.contains("Not another Friday."))
        try await room.close()
    }

    @Test(
        "Whoever recorded that somebody may be in danger is told on their Today, whose customer it is or not (G-079)",
        arguments: Engine.allCases)
    func urgentOfAnothers(engine: Engine) async throws {
        let room = try await Partnership(engine)
        let rosa = try await room.attached()
        let northway = room.manager.author.organisation
        let opener = try await room.hire("Kit Bell", 8, at: northway, as: .providerAdviser)
        let colleague = try await room.hire("Una Moss", 9, at: northway, as: .providerAdviser)
        func isTold(_ worker: Partnership.Worker) async throws -> Bool {
            try await room.browser(worker).get(SiteURL.today.address).text.contains("They may be in danger")
        }
        let opened = try await room.perform(OpenUrgentPath(), on: rosa, as: opener)
        for worker in [opener, room.adviser, room.manager] { #expect(try await isTold(worker), "\(worker.name)") }
        for worker in [colleague, room.jobcentreAdviser] { #expect(try await !isTold(worker), "\(worker.name)") }
        let path = try #require(opened.file.safety.urgent.first?.id)
        try await room.perform(
            HandOverUrgent(path: path, to: Words("Dr Lee"), route: .gp), on: rosa, as: opener)
        #expect(try await !isTold(opener))
        try await room.close()
    }

    @Test("A list is one look in the log, however many it shows (K-007)")
    func looks() async throws {
        let room = try await Partnership()
        for name in ["Amir", "Bea", "Cal"] { _ = try await room.assigned(name, "Marsh") }
        let before = try await room.looks()
        let browser = try await room.browser(room.adviser)
        try await browser.get(SiteURL.today.address)
        #expect(try await room.looks() == before + 1)
    }
}
