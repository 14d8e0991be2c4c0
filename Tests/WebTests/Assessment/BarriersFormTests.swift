import Casework
import HTTPTypes
import Kernel
import Office
import Testing

@testable import Web

@Suite("What stands in the way, on its form")
struct BarriersFormTests {
    @Test("The day to come back that stands there is one that is taken, before the set day and after it (G-019)")
    func revisit() async throws {
        let room = try await Partnership()
        let rosa = try await room.attached()
        let set = room.now.day.adding(days: 3)
        try await room.perform(
            RateBarriers([BarrierViews("debt", customer: .much, adviser: .nothing)], revisit: set), on: rosa,
            as: room.adviser)
        let address = SiteURL.form(.barriers, rosa).address
        let before = try await room.browser(room.adviser).get(address).page().root
        #expect(before.element(id: "revisit")?["value"] == set.written)
        room.move(to: set.adding(days: 4))
        let ben = try await room.browser(room.adviser)
        let after = try await ben.get(address).page().root
        let shown = try TypedDay.read(try #require(after.element(id: "revisit")?["value"]))
        #expect(shown > room.now.day)
        let sent = try await ben.submit("Record these views", ["a-debt": "some", "private": "yes"])
        #expect(sent.status == .seeOther)
        #expect(
            try await room.file(rosa).assessments.barriers.first { $0.barrier == "debt" }?.revisit == shown)
        try await room.close()
    }
}
