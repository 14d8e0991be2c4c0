import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Finding people by a search")
struct FindCustomersTests {
    @Test(
        "Whoever a search by birth date shows was looked at; a search by name is one row alone (C01, K-007)",
        arguments: Engine.allCases)
    func looks(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1)
        let byName = try await desk.office.find(.name("Parr"), as: desk.adviser)
        #expect(byName.map(\.subject) == [desk.newCase(1)])
        #expect(try await desk.store.read { try Looks.at(desk.newCase(1), in: $0) }.isEmpty)
        let byDay = try await desk.office.find(.born(try CalendarDay("1981-02-03")), as: desk.adviser)
        #expect(byDay.map(\.subject) == [desk.newCase(1)])
        let looks = try await desk.store.read { try Looks.at(desk.newCase(1), in: $0) }
        #expect(looks.map(\.look.reason) == ["to find whether somebody is registered"])
        #expect(looks.map(\.look.by) == [desk.adviser])
        #expect(try await desk.office.find(.born(try CalendarDay("1981-02-04")), as: desk.adviser).isEmpty)
        try await desk.close()
    }

    @Test(
        "Nobody learns by a search of somebody who is not theirs, and nobody was looked at (K-009)",
        arguments: Engine.allCases)
    func stranger(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1)
        let found = try await desk.office.find(.born(try CalendarDay("1981-02-03")), as: desk.provider)
        #expect(found.isEmpty)
        #expect(try await desk.store.read { try Looks.at(desk.newCase(1), in: $0) }.isEmpty)
        try await desk.close()
    }
}
