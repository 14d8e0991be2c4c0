import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("The daily round, where several processes serve")
struct RoundClaimTests {
    @Test("One of them makes it, and the others leave it alone (design §4.4)", arguments: Engine.allCases)
    func once(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        let other = try await desk.otherProcess()
        try desk.move(to: "2012-06-02T06:00:00.000Z")
        let made = try await withThrowingTaskGroup(of: RoundReport?.self) { group in
            for office in [desk.office, other, desk.office, other] {
                group.addTask { try await office.makeRoundIfDue(sendsMail: false) }
            }
            return try await group.reduce(into: [RoundReport]()) { all, report in
                if let report { all.append(report) }
            }
        }
        #expect(made.map(\.checkpoints) == [1])
        #expect(try await !desk.office.isRoundDue(RoundSettings()))
        try desk.move(to: "2012-06-03T06:00:00.000Z")
        #expect(try await other.makeRoundIfDue(sendsMail: false) != nil, "the next day's is another")
        try await other.close()
        try await desk.close()
    }

    @Test(
        "One that died over it holds it no longer than it said, and another catches up (design §4.4)",
        arguments: Engine.allCases)
    func lapses(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let settings = RoundSettings()
        try desk.move(to: "2012-06-02T06:00:00.000Z")
        let start = desk.office.clock.now
        func move(_ seconds: Int) { desk.time.with { $0 = start.adding(seconds: seconds) } }
        #expect(try await desk.office.claimRound(for: "one", settings))
        #expect(try await desk.office.makeRoundIfDue(sendsMail: false) == nil)
        move(settings.claimSeconds - 1)
        try await desk.office.keepRound(for: "one", settings)
        move(settings.claimSeconds)
        #expect(try await desk.office.makeRoundIfDue(sendsMail: false) == nil, "it said so again")
        move(2 * settings.claimSeconds)
        #expect(try await desk.office.isRoundDue(settings))
        #expect(try await desk.office.makeRoundIfDue(sendsMail: false) != nil)
        #expect(try await !desk.office.claimRound(for: "two", settings), "it is made")
        try await desk.close()
    }

    @Test("A clock that is put back finds its day's round to make, whoever had one in hand", arguments: Engine.allCases)
    func putBack(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try desk.move(to: "2012-06-05T06:00:00.000Z")
        #expect(try await desk.office.claimRound(for: "one", RoundSettings()))
        try desk.move(to: "2012-06-02T06:00:00.000Z")
        #expect(try await desk.office.makeRoundIfDue(sendsMail: false) != nil)
        #expect(try await desk.office.makeRoundIfDue(sendsMail: false) == nil)
        try await desk.close()
    }

    @Test(
        "A round made where no letters go from leaves them to one that sends them, at once (B-014)",
        arguments: Engine.allCases)
    func letters(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try desk.move(to: "2012-06-02T06:00:00.000Z")
        #expect(try await desk.office.makeRoundIfDue(sendsMail: false) != nil)
        #expect(try await desk.office.makeRoundIfDue(sendsMail: false) == nil)
        #expect(try await desk.office.makeRoundIfDue(sendsMail: true) != nil)
        #expect(try await desk.office.makeRoundIfDue(sendsMail: true) == nil)
        try desk.move(to: "2012-06-03T06:00:00.000Z")
        #expect(try await desk.office.makeRoundIfDue(sendsMail: true) != nil)
        #expect(try await desk.office.makeRoundIfDue(sendsMail: false) == nil, "nothing is left to it")
        try await desk.close()
    }

    @Test("A round during which the day turns is that of the day it began on (design §4.4)")
    func dayTurns() async throws {
        let desk = try await TestDesk.open(.sqlite)
        // Every look at this clock takes an hour.
        let evening = try Instant("2012-06-02T22:30:00.000Z")
        let time = Locked(evening)
        let slow = OfficeClock {
            time.with { now in
                defer { now = now.adding(seconds: 3600) }
                return now
            }
        }
        let office = try await Office(
            desk.store, keyring: desk.office.keyring, programmes: desk.office.programmes, clock: slow,
            random: .seeded(13))
        time.with { $0 = evening }
        try await office.makeRound(sendsMail: false)
        time.with { $0 = $0.adding(seconds: -$0.london.hour * 3600 + 8 * 3600) }
        #expect(try await office.isRoundDue(RoundSettings()))
        try await office.close()
        try await desk.close()
    }
}
