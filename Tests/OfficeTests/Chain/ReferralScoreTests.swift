import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("How complete referrals were, by who sent them")
struct ReferralScoreTests {
    @Test(
        "Each referral counts for whoever sent it, from the day asked, and is counted again by a rebuild (G-097)",
        arguments: Engine.allCases)
    func counted(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        for number in 1...2 as ClosedRange<UInt64> { try await desk.refer(number) }
        let (sender, today) = (desk.adviser, desk.office.clock.today)
        func sent(from day: CalendarDay) async throws -> [SentReferrals] {
            try await desk.store.read { try ReferralScoreQuery.sent(by: sender.organisation, from: day, in: $0) }
        }
        let found = try await sent(from: today)
        #expect(found.map(\.person) == [sender.person] && found.first?.count == 2)
        // Of each a name and a birth date are on record, and what every referral has.
        #expect(found.first?.score == ReferralScore(held: 2, of: 12))
        #expect(try await sent(from: today.adding(days: 1)) == [])
        try await Projections.rebuild(desk.store, programmes: desk.office.programmes)
        #expect(try await sent(from: today) == found)
        try await desk.close()
    }
}
