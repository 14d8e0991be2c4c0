import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Information sessions in the office")
struct SessionOfficeTests {
    private func session(
        _ desk: TestDesk, _ number: UInt64 = 1, on day: String = "2012-06-11", places: Int = 2,
        programme: String = TestDesk.programme
    ) throws -> InformationSession {
        try InformationSession(
            id: Identifier(high: 300, low: number), host: desk.manager.organisation, programme: programme,
            format: .group, starts: Instant(london: CalendarDay(day), hour: 10, minute: 0), minutes: 60,
            place: "2 High Street", places: places)
    }

    private func invite(
        _ desk: TestDesk, _ customer: UInt64, _ command: UInt64, claim: ClaimAnswers? = nil
    ) async -> Refusal? {
        await refusal {
            try await desk.office.perform(
                InviteToSession(
                    session: Identifier(high: 300, low: 1),
                    mandate: claim.map { .init(claim: $0, considered: true, inWriting: true) }),
                on: desk.newCase(customer), as: desk.adviser, id: desk.command(command))
        }
    }

    private func claim(_ circumstances: String...) throws -> ClaimAnswers {
        ClaimAnswers(benefit: "ESA", since: try CalendarDay("2011-01-01"), circumstances: circumstances)
    }

    @Test(
        "The register says who is invited and who came; each reads the part that is theirs (C02, D2)",
        arguments: Engine.allCases)
    func register(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let session = try session(desk)
        try await desk.office.hold(session, as: desk.manager)
        try await desk.office.hold(session, as: desk.manager)
        for number in UInt64(1)...3 { try await desk.register(number) }
        #expect(
            await invite(desk, 1, 50, claim: try claim("wrag", "income-related", "prognosis=6", "child-under-5"))?.rule
                == "D-017")
        #expect(
            await invite(desk, 1, 51, claim: try claim("wrag", "income-related", "prognosis=12")) == nil)
        #expect(await invite(desk, 2, 52) == nil)
        #expect(await invite(desk, 3, 53)?.code == "session.full")
        #expect(
            await refusal { try await desk.office.callOff(session.id, as: desk.manager) }?.code == "session.invited")
        let register = try await desk.office.session(session.id, as: desk.provider)
        #expect(register.places.map(\.name) == ["Rosa Parr", "Rosa Parr"] && register.isOwn)
        #expect(Set(register.places.map(\.basis)) == [.mandatory, .voluntary] && register.listed.taken == 2)
        #expect(try await desk.office.session(session.id, as: desk.adviser).places.count == 2)
        #expect(try await desk.office.session(session.id, as: desk.otherAdviser).places.isEmpty)
        // A name is all that the host reads of them.
        #expect(await refusal { try await desk.office.open(desk.newCase(2), as: desk.provider) }?.code == "power.none")
        #expect(try await desk.office.find(.name("Parr"), as: desk.provider).isEmpty)

        desk.time.with { $0 = Instant(london: CalendarDay(ymd: (2012, 6, 11)), hour: 12, minute: 0) }
        for (place, came) in zip(register.places.sorted { $0.subject < $1.subject }, [true, false]) {
            try await desk.office.perform(
                RecordSession(invitation: place.invitation, came: came), on: place.subject, as: desk.provider,
                id: desk.command(came ? 54 : 55))
        }
        let after = try await desk.office.session(session.id, as: desk.manager).places
        #expect(Set(after.map(\.state)) == [.attended, .missed])
        #expect(try await desk.office.sessions(as: desk.manager).held.map(\.session.id) == [session.id])
        try await Projections.rebuild(desk.store, programmes: desk.office.programmes)
        #expect(try await desk.office.session(session.id, as: desk.manager).places == after)
        // Taken out with the person.
        _ = try await desk.office.erase(desk.newCase(1))
        #expect(try await desk.office.session(session.id, as: desk.manager).places.compactMap(\.name).count == 1)
        try await desk.close()
    }

    @Test(
        "A session is put on in time, for a programme that is joined by choice, and called off when nobody is invited",
        arguments: Engine.allCases)
    func holds(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        func refused(_ session: InformationSession, by actor: Author) async -> String? {
            await refusal { try await desk.office.hold(session, as: actor) }?.code
        }
        #expect(await refused(try session(desk, on: "2012-05-31"), by: desk.manager) == "session.time")
        #expect(await refused(try session(desk, on: "2012-12-03"), by: desk.manager) == "session.time")
        #expect(await refused(try session(desk, programme: "nothing"), by: desk.manager) == "session.programme")
        #expect(await refused(try session(desk), by: desk.adviser) == "power.none")
        try await desk.office.hold(session(desk), as: desk.manager)
        #expect(try await desk.office.sessions(as: desk.adviser).coming.map(\.host) == ["Northway"])
        try await desk.office.callOff(Identifier(high: 300, low: 1), as: desk.manager)
        #expect(try await desk.office.sessions(as: desk.adviser).coming.isEmpty)
        try await desk.register(1)
        #expect(await invite(desk, 1, 50)?.code == "session.over")
        try await desk.close()
    }

    @Test(
        "Told, given time, signed: then the referral by choice is made; the yes is on the person's own record",
        arguments: Engine.allCases)
    func joins(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1)
        let subject = desk.newCase(1)
        let claim = try claim("wrag", "contributory", "prognosis=12", "wca-decided=2011-03-01")
        let me = Author(person: Identifier(subject), organisation: desk.adviser.organisation, role: .customer)
        let topics = desk.office.programmes[TestDesk.programme]?.referralInterview.map(\.id) ?? []
        try await desk.office.perform(
            RecordReferralInterview(programme: TestDesk.programme, explained: topics, inWriting: true, agreed: []),
            on: subject, as: desk.adviser, id: desk.command(50))
        try await desk.office.perform(
            TellOfJoining(programme: TestDesk.programme, claim: claim, inWriting: true), on: subject, as: desk.adviser,
            id: desk.command(51))
        func decide(_ command: UInt64) async -> Refusal? {
            await refusal {
                try await desk.office.perform(
                    DecideToJoin(programme: TestDesk.programme, answer: .joins, signed: true), on: subject, as: me,
                    id: desk.command(command))
            }
        }
        func refer(_ command: UInt64) async -> Refusal? {
            await refusal {
                try await desk.office.perform(
                    ReferCustomer(programme: TestDesk.programme, area: desk.area, claim: claim), on: subject,
                    as: desk.adviser, id: desk.command(command))
            }
        }
        // Friday 1 June 2012; the Monday and Tuesday after are holidays, so two working days on is the Thursday.
        #expect(await decide(52)?.code == "joining.think")
        #expect(await refer(53)?.code == "referral.not-joined")
        desk.time.with { $0 = Instant(london: CalendarDay(ymd: (2012, 6, 7)), hour: 9, minute: 0) }
        #expect(await decide(54) == nil)
        #expect(await refer(55) == nil)
        let opened = try await desk.office.open(subject, as: me)
        #expect(opened.seen.joining?.signed(to: TestDesk.programme)?.terms.value?.row == "D-016")
        try await desk.close()
    }
}
