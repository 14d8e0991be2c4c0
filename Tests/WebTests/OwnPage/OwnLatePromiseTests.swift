import Casework
import Kernel
import Office
import TestSupport
import Testing

@testable import Web

@Suite("What others promised and are late with, as everybody concerned reads it (G-013)")
struct OwnLatePromiseTests {
    @Test("On Monday the adviser, their manager and the person read that Friday’s promise is late, and whose it is")
    func monday() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let friday = room.now.day.adding(days: 4)
        let place = room.adviser.author.organisation
        let said = "Work out how much better off she would be"
        try await room.perform(
            ProposeAction(
                text: Words(said),
                terms: PlanActionTerms(owner: .adviser(room.adviser.author.person, at: place), due: friday)),
            on: rosa, as: room.adviser)
        let late = OwnPlanWords.late(room.adviser.name, friday.saidInFull)
        let first = try await room.phone(of: rosa)
        #expect(try await !first.get(SiteURL.mePlan.address).page().root.text.contains(late))

        room.move(to: friday.adding(days: 3), hour: 9)
        let adviser = try await room.browser(room.adviser)
        #expect(try await adviser.get(SiteURL.today.address).text.contains("You promised an action by"))
        let boss = try await room.browser(room.manager)
        let today = try await boss.get(SiteURL.today.address).text
        #expect(today.contains("An adviser promised an action by"))
        #expect(today.contains("It is for \(room.adviser.name) to do."))

        let phone = try await room.phone(of: rosa)
        for address in [SiteURL.me.address, SiteURL.mePlan.address] {
            let page = try await phone.get(address).page().root
            #expect(page.text.contains(late), "\(address)")
            let ask = page.all("a").first { $0.text.hasPrefix(OwnPlanWords.askAbout.english) }
            #expect(ask?.text.hasSuffix(said) == true, "\(address)")
            let form = try await phone.get(try #require(ask?["href"])).page().root
            let chosen = form.all("input").filter { $0["name"] == "to" && $0["checked"] != nil }
            #expect(chosen.map { $0["value"] } == [place.description], "\(address)")
        }
        try await room.close()
    }
}
