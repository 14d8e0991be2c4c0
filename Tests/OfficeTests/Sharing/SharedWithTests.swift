import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Who shares with an organisation")
struct SharedWithTests {
    private func give(_ number: UInt64, until: String, at desk: TestDesk) async throws -> Consent {
        let terms = ConsentTerms(
            recipient: desk.otherAdviser.organisation, categories: [.identity, .plan], purpose: "support")
        let performed = try await desk.office.perform(
            GiveConsent(terms: terms, until: CalendarDay(until), how: .inPerson), on: desk.newCase(number),
            as: desk.adviser, id: desk.command(30 + number))
        return try #require(performed.file.consents.given.last)
    }

    private func rows(_ desk: TestDesk, on day: String) async throws -> [SharedRow] {
        let (organisation, today) = (desk.otherAdviser.organisation, try CalendarDay(day))
        return try await desk.store.read { try SharedQuery(organisation, on: today).page(in: $0).rows }
    }

    @Test(
        "It reads who shares with it, the latest first, until they stop or their day has passed (K-007)",
        arguments: Engine.allCases)
    func listed(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        for number in 1...3 as ClosedRange<UInt64> { try await desk.register(number) }
        _ = try await give(1, until: "2012-07-01", at: desk)
        desk.time.with { $0 = $0.adding(minutes: 5) }
        let second = try await give(2, until: "2013-05-01", at: desk)
        let both = try await rows(desk, on: "2012-07-01")
        #expect(both.map(\.subject) == [desk.newCase(2), desk.newCase(1)])
        #expect(try both.map(\.until) == [CalendarDay("2013-05-01"), CalendarDay("2012-07-01")])
        #expect(both.first?.since == desk.office.clock.now)
        #expect(try await rows(desk, on: "2012-07-02").map(\.subject) == [desk.newCase(2)])

        let (organisation, today) = (desk.otherAdviser.organisation, try CalendarDay("2012-06-01"))
        let (first, next, back) = try await desk.store.read { connection in
            let first = try SharedQuery(organisation, on: today, limit: 1).page(in: connection)
            let next = try SharedQuery(organisation, on: today, after: first.next, limit: 1).page(in: connection)
            return (
                first, next,
                try SharedQuery(organisation, on: today, after: next.previous, limit: 1).page(in: connection)
            )
        }
        #expect(first.rows == [both[0]] && first.previous == nil)
        #expect(next.rows == [both[1]] && next.next == nil)
        #expect(back.rows == [both[0]])
        let nobody = desk.manager.organisation
        #expect(try await desk.store.read { try SharedQuery.count(organisation, on: today, in: $0) } == 2)
        #expect(try await desk.store.read { try SharedQuery.count(nobody, on: today, in: $0) } == 0)

        try await desk.office.perform(
            WithdrawConsent(consent: second.id, how: .byPhone), on: desk.newCase(2), as: desk.adviser,
            id: desk.command(40))
        #expect(try await rows(desk, on: "2012-06-01").map(\.subject) == [desk.newCase(1)])
        try await desk.close()
    }

    @Test("A rebuild makes the same list, and a record that is erased is on none", arguments: Engine.allCases)
    func rebuilt(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        for number in 1...2 as ClosedRange<UInt64> {
            try await desk.register(number)
            _ = try await give(number, until: "2013-05-01", at: desk)
        }
        let before = try await rows(desk, on: "2012-06-01")
        #expect(before.count == 2)
        _ = try await desk.store.write { try $0.run("DELETE FROM shared_with", []) }
        try await Projections.rebuild(desk.store, programmes: desk.office.programmes)
        #expect(try await rows(desk, on: "2012-06-01") == before)
        try await desk.office.erase(desk.newCase(1))
        #expect(try await rows(desk, on: "2012-06-01").map(\.subject) == [desk.newCase(2)])
        try await Projections.rebuild(desk.store, programmes: desk.office.programmes)
        #expect(try await rows(desk, on: "2012-06-01").map(\.subject) == [desk.newCase(2)])
        try await desk.close()
    }
}
