import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("A record that two organisations keep, in the store")
struct KeeperOfficeTests {
    /// An adviser of the council.
    private static let nell = Author(
        person: .init(high: 1, low: 51), organisation: .init(high: 9, low: 1), role: .adviser)

    private func registered(
        _ desk: TestDesk, _ number: UInt64, _ given: String = "Rosa", by actor: Author = Self.nell
    ) async throws {
        try await desk.office.perform(
            RegisterCustomer(identity: try desk.identity(given)), on: desk.newCase(number), as: actor,
            id: desk.command(number))
    }

    @discardableResult
    private func takeUp(
        _ desk: TestDesk, _ number: UInt64, by actor: Author, command: UInt64
    ) async throws -> Performed {
        try await desk.office.perform(
            TakeUpRecord(isHere: true, proof: .document, since: desk.office.clock.today), on: desk.newCase(number),
            as: actor, id: desk.command(command))
    }

    private func listed(_ desk: TestDesk, _ scope: CaseloadQuery.Scope) async throws -> [Identifier<CaseFile>] {
        try await desk.store.read { try CaseloadQuery(scope).page(in: $0).rows.map(\.subject) }
    }

    private func requests(_ desk: TestDesk, at actor: Author) async throws -> [Identifier<CaseFile>] {
        try await desk.store.read { try RequestRow.waiting(at: actor.organisation, in: $0).map(\.subject) }
    }

    /// Lists are what making them again gives.
    private func isTrue(_ desk: TestDesk) async throws {
        let columns: SQL = "SELECT subject || ' ' || jobcentre || ' ' || council FROM caseload ORDER BY 1"
        let before = try await desk.store.read { try $0.all(columns) { try $0.text(0) } }
        try await Projections.rebuild(desk.store, programmes: desk.office.programmes)
        #expect(try await desk.store.read { try $0.all(columns) { try $0.text(0) } } == before)
        #expect(try await Verification.verify(desk.store, desk.office.keyring).isSound)
    }

    @Test(
        "A council's customer is taken up by a jobcentre and referred, and is on the lists of both (C01, G-004, K-010)",
        arguments: Engine.allCases)
    func referred(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await registered(desk, 1)
        let one = desk.newCase(1)
        let shut = await refusal { try await desk.office.open(one, as: desk.adviser) }
        #expect(shut?.code == "case.none")
        let offered = try await desk.office.takingUp([one], as: desk.adviser)
        #expect(offered?.subjects.contains(one) == true && offered?.home == .jobcentre)
        let kept = try await desk.office.takingUp([one], as: Self.nell)
        #expect(kept?.subjects.isEmpty == true && kept?.home == .council)
        let none = try await desk.office.takingUp([one], as: desk.provider)
        #expect(none?.subjects == nil)

        try await takeUp(desk, 1, by: desk.adviser, command: 60)
        #expect(try await takeUp(desk, 1, by: desk.adviser, command: 60).isRepeat)
        let topics = desk.office.programmes[TestDesk.programme]?.referralInterview.map(\.id) ?? []
        try await desk.office.perform(
            RecordReferralInterview(programme: TestDesk.programme, explained: topics, inWriting: true, agreed: []),
            on: one, as: desk.adviser, id: desk.command(61))
        try await desk.office.perform(
            ReferCustomer(
                programme: TestDesk.programme, area: desk.area,
                claim: ClaimAnswers(benefit: "JSA", since: try CalendarDay("2011-05-20"), circumstances: [])),
            on: one, as: desk.adviser, id: desk.command(62))
        #expect(try await desk.office.open(one, as: Self.nell).seen.referral?.prime == desk.manager.organisation)

        #expect(try await listed(desk, .jobcentre(desk.adviser.organisation)) == [one])
        #expect(try await listed(desk, .council(Self.nell.organisation)) == [one])
        try await desk.office.perform(
            AskRight(RightsAsked(kind: .access, on: desk.office.clock.today, how: .byPhone)), on: one, as: Self.nell,
            id: desk.command(63))
        #expect(try await requests(desk, at: desk.adviser) == [one])
        #expect(try await requests(desk, at: Self.nell) == [one])
        try await isTrue(desk)
        try await desk.close()
    }

    @Test(
        "Who moves to another jobcentre is on its lists and not the earlier one's; given back, the other way round",
        arguments: Engine.allCases)
    func moved(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1)
        let one = desk.newCase(1)
        try await desk.office.perform(
            AskRight(RightsAsked(kind: .access, on: desk.office.clock.today, how: .byPhone)), on: one, as: desk.adviser,
            id: desk.command(63))
        try await takeUp(desk, 1, by: desk.otherAdviser, command: 60)
        #expect(try await listed(desk, .jobcentre(desk.adviser.organisation)).isEmpty)
        #expect(try await listed(desk, .jobcentre(desk.otherAdviser.organisation)) == [one])
        #expect(try await requests(desk, at: desk.adviser).isEmpty)
        #expect(try await requests(desk, at: desk.otherAdviser) == [one])
        let shut = await refusal { try await desk.office.open(one, as: desk.adviser) }
        #expect(shut?.code == "case.none")
        let again = await refusal { try await takeUp(desk, 1, by: desk.otherAdviser, command: 64) }
        #expect(again?.code == "keeper.already")
        let provider = await refusal { try await takeUp(desk, 1, by: desk.provider, command: 65) }
        #expect(provider?.code == "power.none")
        let department = Author(
            person: desk.commissioner.person, organisation: desk.commissioner.organisation, role: .adviser)
        let neither = await refusal { try await takeUp(desk, 1, by: department, command: 66) }
        #expect(neither?.code == "keeper.neither")
        for isRepeat in [false, true] {
            let given = try await desk.office.perform(
                GiveBackRecord(isMistake: true), on: one, as: desk.otherAdviser, id: desk.command(67))
            #expect(given.isRepeat == isRepeat)
        }
        #expect(try await listed(desk, .jobcentre(desk.otherAdviser.organisation)).isEmpty)
        #expect(try await listed(desk, .jobcentre(desk.adviser.organisation)) == [one])
        #expect(try await requests(desk, at: desk.adviser) == [one])
        try await isTrue(desk)
        try await desk.close()
    }

    @Test(
        "Two records that a council and a jobcentre keep are made one by who took the other up",
        arguments: Engine.allCases)
    func merged(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await registered(desk, 1, "Rosa", by: desk.adviser)
        try await registered(desk, 2, "Rose")
        let merge = MergeRecords(other: desk.newCase(2))
        func refusedToMerge() async -> Refusal? {
            await refusal {
                try await desk.office.perform(merge, on: desk.newCase(1), as: desk.adviser, id: desk.command(70))
            }
        }
        let refused = await refusedToMerge()
        #expect(refused?.code == "merge.kept-elsewhere")
        #expect(refused?.sentence.contains("take that record up first") == true)
        desk.time.with { $0 = $0.adding(minutes: 1) }
        try await takeUp(desk, 2, by: desk.adviser, command: 60)
        desk.time.with { $0 = $0.adding(minutes: 1) }
        let done = await refusedToMerge()
        #expect(done?.code == nil)
        #expect(try await listed(desk, .council(Self.nell.organisation)) == [desk.newCase(1)])
        #expect(try await listed(desk, .jobcentre(desk.adviser.organisation)) == [desk.newCase(1)])
        #expect(try await desk.office.open(desk.newCase(2), as: Self.nell).relation == .council)
        let names = try await desk.office.open(desk.newCase(1), as: desk.adviser).seen.keepers?.organisations
        #expect(names == [desk.adviser.organisation, Self.nell.organisation])
        try await isTrue(desk)
        try await desk.close()
    }

    @Test(
        "Who agreed to e-mail is told by it who keeps their record now; one that comes back is told again (G-004)",
        arguments: Engine.allCases)
    func letters(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        for number in UInt64(1)...3 {
            try await desk.register(number)
            var identity = try desk.identity()
            identity.email = "rosa\(number)@example.org"
            try await desk.office.perform(
                CorrectCustomer(identity: identity), on: desk.newCase(number), as: desk.adviser,
                id: desk.command(30 + number))
            try await desk.office.perform(
                ChooseEmail(agreed: true), on: desk.newCase(number), as: desk.adviser, id: desk.command(40 + number))
        }
        try await takeUp(desk, 1, by: Self.nell, command: 60)
        let courier = try TestCourier()
        #expect(try await desk.worker(courier).sendAll() == 1)
        let letter = try #require(courier.messages.first)
        #expect(letter.subject == "Who keeps your record now" && letter.from.name == "Partnership Office")
        let words = letter.text.replacing("\n", with: " ")
        #expect(words.contains("They say that they have helped you since 1 June 2012."))

        try await takeUp(desk, 2, by: Self.nell, command: 61)
        try await desk.worker(try TestCourier { _ in .refused }).sendAll()
        let opened = try await desk.office.open(desk.newCase(2), as: Self.nell)
        #expect(opened.standing.dues.contains { $0.code == .tellOfKeeper })
        try await desk.office.perform(
            TellOfKeeper(ToldOfHolder(route: .spoken)), on: desk.newCase(2), as: Self.nell, id: desk.command(62))
        let told = try await desk.office.open(desk.newCase(2), as: Self.nell)
        #expect(!told.standing.dues.contains { $0.code == .tellOfKeeper })

        try await takeUp(desk, 3, by: Self.nell, command: 63)
        try await desk.office.perform(
            GiveBackRecord(isMistake: true), on: desk.newCase(3), as: Self.nell, id: desk.command(64))
        let late = try TestCourier()
        try await desk.worker(late).sendAll()
        #expect(late.messages.isEmpty, "given back before it went")
        try await isTrue(desk)
        try await desk.close()
    }

    @Test("The look at a record that is to be taken up says why, and shows nothing of it (K-007)")
    func looked() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await registered(desk, 1)
        let opened = try await desk.office.open(desk.newCase(1), as: desk.adviser, to: .takeUpRecord)
        #expect(opened.seen.identity == nil && opened.seen.keepers == nil && opened.relation == .none)
        let look = try await desk.office.looks(at: desk.newCase(1), before: nil, limit: 1).first?.look
        #expect(look?.act == Act.takeUpRecord.rawValue && look?.reason == "to say whether the person is with them now")
        try await desk.close()
    }
}
