import Casework
import HTTPTypes
import Kernel
import Office
import Records
import TestSupport
import Testing

@testable import Web

@Suite("When somebody may be in danger")
struct UrgentTests {
    @Test("From any page about them one press opens it, and it stays first until somebody named took over (G-079)")
    func opensAndCloses() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let ben = try await room.browser(room.adviser)
        let form = SiteURL.form(.openUrgent, rosa).address
        for address in [SiteURL.customer(rosa).address, SiteURL.plan(rosa).address, SiteURL.journey(rosa).address] {
            let page = try await ben.get(address).page()
            let link = page.root.first("a") { $0.text.hasPrefix("Somebody may be in danger") }
            #expect(link?["href"] == form, "\(address)")
        }
        let shown = try await ben.get(form)
        for number in ["999", "111, then choose 2", "116 123"] { #expect(shown.text.contains(number)) }
        let done = try await ben.submit("Record that help is being got", [:], following: true)
        #expect(done.text.contains("They may be in danger. Nobody named has taken over yet."))
        let path = try #require(try await room.file(rosa).safety.urgent.first?.id)
        try await ben.get(SiteURL.itemForm(.handOverUrgent, rosa, item: path.description).address)
        let refused = try await ben.submit("Record who took over", ["route": "gp"])
        #expect(refused.status == .unprocessableContent)
        let over = try await ben.submit(
            "Record who took over", ["to": "Dr Lee <Park Surgery>", "route": "gp"], following: true)
        #expect(over.text.contains("Taken over by Dr Lee &lt;Park Surgery&gt;"))
        #expect(!over.text.contains("Nobody named has taken over yet"))
        try await room.close()
    }

    @Test("Their manager is told that it is open and not what was heard; nobody else at the jobcentre is told (K-019)")
    func whoIsTold() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        try await room.perform(OpenUrgentPath(words: Words("Not another Friday.")), on: rosa, as: room.adviser)
        let page = SiteURL.customer(rosa).address
        let ben = try await room.browser(room.adviser).get(page).text
        #expect(ben.contains("Not another Friday."))
        let priya = try await room.browser(room.manager).get(page).text
        #expect(priya.contains("They may be in danger") && !priya.contains("Not another Friday."))
        let dana = try await room.browser(room.jobcentreAdviser).get(page).text
        #expect(!dana.contains("They may be in danger.") && !dana.contains("Not another Friday."))
        try await room.close()
    }

    @Test("Their own page leads to whom they can ring, and opening it records nothing, not even a look")
    func ownPage() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let phone = try await room.phone(of: rosa)
        let before = try await room.file(rosa).sequence
        let home = try await phone.get(SiteURL.me.address).page().root
        #expect(home.first("a") { $0.text == OwnUrgentWords.title.english }?["href"] == SiteURL.meHelpNow.address)
        let looks = try await room.store.read { try Looks.at(rosa, in: $0) }.count
        let page = try await phone.get(SiteURL.meHelpNow.address).page().root.text
        #expect(page.contains("116 123") && page.contains(OwnUrgentWords.unrecorded.english))
        #expect(try await room.file(rosa).sequence == before)
        #expect(looks > 0)
        #expect(try await room.store.read { try Looks.at(rosa, in: $0) }.count == looks)
        let ben = try await room.browser(room.adviser)
        #expect(try await ben.get(SiteURL.meHelpNow.address).status != .ok, "it is theirs")
        try await room.close()
    }
}
