import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Keeping nothing longer than it may be kept")
struct RetentionTests {
    private func ask(_ desk: TestDesk, _ number: UInt64, _ words: String, _ command: UInt64) async throws {
        try await desk.office.perform(
            AskConsent(
                terms: ConsentTerms(
                    recipient: desk.manager.organisation, categories: [.household], purpose: "training"),
                why: Words(words)), on: desk.newCase(number), as: desk.adviser, id: desk.command(command))
    }

    private func on(_ desk: TestDesk, _ year: Int, _ month: Int, _ day: Int) {
        desk.time.with { $0 = Instant(london: CalendarDay(ymd: (year, month, day)), hour: 8, minute: 0) }
    }

    private func run(_ desk: TestDesk, rehearsal: Bool = false) async throws -> [String] {
        let told = Locked<[String]>([])
        try await desk.office.runRetention(isRehearsal: rehearsal, batch: 1) { due in
            told.with { $0.append("\(due.subject == desk.newCase(1) ? 1 : 2): \(due.classes.map(\.rawValue))") }
        }
        return told.with { $0 }
    }

    @Test(
        "Words go two years after the last entry, the person and the proof after six; a run repeated does nothing (M-060)",
        arguments: Engine.allCases)
    func classes(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        try await ask(desk, 1, "A reason.", 50)
        on(desk, 2013, 6, 3)
        try await desk.register(2)
        on(desk, 2014, 5, 31)
        #expect(try await run(desk) == [])
        on(desk, 2014, 6, 1)
        #expect(try await run(desk, rehearsal: true) == ["1: [\"support\"]"])
        #expect(try await run(desk, rehearsal: true) == ["1: [\"support\"]"], "A rehearsal erases nothing")
        #expect(try await run(desk) == ["1: [\"support\"]"])
        #expect(try await run(desk) == [])
        let opened = try await desk.office.open(desk.newCase(1), as: desk.adviser)
        #expect(opened.seen.identity?.name == "Rosa Parr" && opened.seen.consents?.requests.first?.why == .shut)
        #expect(opened.seen.erasures.map(\.erasure.why) == [.retention])
        // An erasure is no entry: it puts nothing off.
        on(desk, 2018, 6, 1)
        #expect(try await run(desk) == ["1: [\"identity\", \"evidence\", \"safety\"]", "2: [\"support\"]"])
        on(desk, 2019, 6, 3)
        #expect(try await run(desk) == ["2: [\"identity\", \"evidence\", \"safety\"]"])
        #expect(try await run(desk) == [])
        let left = try await desk.store.read { connection in
            (
                try connection.first("SELECT count(*) FROM identity", []) { try $0.int(0) },
                try connection.first("SELECT count(*) FROM caseload", []) { try $0.int(0) },
                try MonthCounts.kept(in: connection).filter { $0.count.kind == "customer.registered" }.map(
                    \.counted.number)
            )
        }
        #expect(left.0 == 0 && left.1 == 0 && left.2 == [1, 1])
        #expect(try await Verification.verify(desk.store, desk.office.keyring).isSound)
        #expect(try await desk.office.erasureProofs(of: desk.newCase(1)).count == 2)
        try await desk.close()
    }

    @Test("The years are those of the service's file, for a run and for an erasure that is asked for (M-060)")
    func ownYears() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await desk.register(1)
        try await ask(desk, 1, "A reason.", 50)
        let rules = desk.office.tools.rules
        func years(_ count: Int) -> Figure<Int> { Figure(count, .ours, source: "a test") }
        let office = try await Office(
            desk.store, keyring: desk.office.keyring, programmes: desk.office.programmes,
            tools: ServiceTools(
                rules: ServiceRules(
                    planReviews: rules.planReviews, assessing: rules.assessing, changes: rules.changes,
                    answers: rules.answers,
                    retention: Retention(evidence: years(3), identity: years(3), support: years(1), safety: years(3)),
                    safetyReviewSaidBefore: rules.safetyReviewSaidBefore,
                    referralIsThinBelow: rules.referralIsThinBelow,
                    appointmentChanges: rules.appointmentChanges, setbacks: rules.setbacks)),
            clock: desk.office.clock, random: .seeded(12), erasures: desk.erasures)
        on(desk, 2013, 5, 31)
        #expect(try await office.runRetention(isRehearsal: true).cases == 0)
        on(desk, 2013, 6, 1)
        #expect(try await office.runRetention(isRehearsal: true).classes == [.support: 1])
        #expect(try await office.erase(desk.newCase(1)).evidenceUntil == CalendarDay("2015-06-01"))
        try await office.close()
        try await desk.close()
    }

    @Test("Somebody who comes back is counted from their new last entry", arguments: Engine.allCases)
    func comesBack(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1)
        try await ask(desk, 1, "A reason.", 50)
        on(desk, 2014, 7, 1)
        #expect(try await run(desk) == ["1: [\"support\"]"])
        on(desk, 2015, 3, 2)
        try await desk.office.perform(
            AskRight(RightsAsked(kind: .erasure, on: desk.office.clock.today, how: .byPhone), words: Words("Please.")),
            on: desk.newCase(1), as: desk.adviser, id: desk.command(51))
        on(desk, 2017, 3, 1)
        #expect(try await run(desk) == [])
        on(desk, 2017, 3, 2)
        #expect(try await run(desk) == ["1: [\"support\"]"], "What was written since goes in its turn")
        on(desk, 2018, 6, 1)
        #expect(try await run(desk) == [], "Six years are counted from the new last entry too")
        try await desk.close()
    }

    @Test(
        "A safety notice of a record that became part of another goes by its review day too (M-060, K-003)",
        arguments: Engine.allCases, [UInt64(1), 2])
    func noticeOfAbsorbed(engine: Engine, survivor: UInt64) async throws {
        let desk = try await TestDesk.open(engine)
        let other = 3 - survivor
        try await desk.register(1)
        try await desk.register(2)
        try await desk.office.perform(
            RaiseSafetyNotice(terms: SafetyTerms(asks: [.twoPeople]), review: CalendarDay("2012-08-31")),
            on: desk.newCase(other), as: desk.adviser, id: desk.command(60))
        try await desk.office.perform(
            MergeRecords(other: desk.newCase(other)), on: desk.newCase(survivor), as: desk.adviser,
            id: desk.command(61))
        on(desk, 2012, 8, 31)
        #expect(try await run(desk) == [])
        on(desk, 2012, 9, 1)
        #expect(try await run(desk, rehearsal: true) == ["\(survivor): [\"safety\"]"])
        #expect(try await run(desk) == ["\(survivor): [\"safety\"]"])
        #expect(try await run(desk) == [])
        let file = try await desk.store.read { [office = desk.office] in
            try office.file(desk.newCase(survivor), in: $0)
        }
        #expect(file.safety.notices.map(\.terms) == [.shut])
        #expect(file.customer?.erasures.map(\.erasure.classes) == [[.safety]])
        #expect(try await Verification.verify(desk.store, desk.office.keyring).isSound)
        try await desk.close()
    }

    @Test("The daily round erases only where that is switched on", arguments: Engine.allCases)
    func daily(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1)
        on(desk, 2019, 1, 7)
        #expect(try await desk.office.makeRound(sendsMail: false).retired == 0)
        try await desk.office.setRetentionDaily(true)
        #expect(try await desk.office.makeRound(sendsMail: false).retired == 1)
        #expect(try await desk.office.makeRound(sendsMail: false).retired == 0)
        try await desk.close()
    }
}
