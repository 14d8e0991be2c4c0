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

    private static let letter = Array("Dear Rosa\n".utf8)
    private static let byHand = ToldOfHolder(route: .byHand, digest: Documents.digest(of: letter))

    private func invite(
        _ desk: TestDesk, _ customer: UInt64, _ command: UInt64, claim: ClaimAnswers? = nil
    ) async -> Refusal? {
        await refusal {
            try await desk.office.perform(
                InviteToSession(
                    session: Identifier(high: 300, low: 1), told: Self.byHand,
                    mandate: claim.map { .init(claim: $0, considered: true) }),
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
            TellOfJoining(programme: TestDesk.programme, claim: claim, sheet: Documents.digest(of: Self.letter)),
            on: subject, as: desk.adviser, id: desk.command(51),
            documents: [AttachedDocument(Self.letter, .identity)])
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

    @Test(
        "A council that holds a session records who came, for as long as it is its host, and is offered no more (C02)",
        arguments: Engine.allCases)
    func councilHost(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let council = desk.administrator.organisation
        let team = Author(person: Identifier(high: 1, low: 90), organisation: council, role: .teamManager)
        let worker = Author(person: Identifier(high: 1, low: 91), organisation: council, role: .adviser)
        let session = try InformationSession(
            id: Identifier(high: 300, low: 1), host: council, programme: TestDesk.programme, format: .group,
            starts: Instant(london: CalendarDay("2012-06-11"), hour: 10, minute: 0), minutes: 60, place: "Town Hall",
            places: 2)
        try await desk.office.hold(session, as: team)
        try await desk.register(1)
        #expect(await invite(desk, 1, 50) == nil)
        desk.time.with { $0 = Instant(london: CalendarDay(ymd: (2012, 6, 11)), hour: 12, minute: 0) }
        let register = try await desk.office.session(session.id, as: worker)
        let place = try #require(register.places.first)
        #expect(register.isOwn && register.mayRecord == [place.invitation])
        try await desk.office.perform(
            RecordSession(invitation: place.invitation, came: true), on: place.subject, as: worker,
            id: desk.command(51))
        let kept = try await desk.office.session(session.id, as: desk.adviser)
        #expect(kept.places.map(\.state) == [.attended] && kept.mayRecord == [place.invitation])
        desk.time.with { $0 = Instant(london: CalendarDay(ymd: (2012, 6, 26)), hour: 9, minute: 0) }
        #expect(try await desk.office.session(session.id, as: worker).mayRecord.isEmpty)
        try await desk.close()
    }

    @Test(
        "Whoever runs a session is shown how to meet those who come, and nobody else on its register is (K-003)",
        arguments: Engine.allCases)
    func safely(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let draft = try session(desk)
        let stranger = await refusal {
            try await desk.office.hold(draft.run(by: Identifier(high: 1, low: 99)), as: desk.manager)
        }
        #expect(stranger?.code == "session.runner")
        let session = draft.run(by: desk.provider.person)
        try await desk.office.hold(session, as: desk.manager)
        try await desk.register(1)
        #expect(await invite(desk, 1, 50) == nil)
        try await desk.office.perform(
            RaiseSafetyNotice(terms: SafetyTerms(asks: [.twoPeople]), review: CalendarDay("2012-08-31")),
            on: desk.newCase(1), as: desk.adviser, id: desk.command(51))
        func shown(_ actor: Author) async throws -> [SafetyAsk] {
            try await desk.office.session(session.id, as: actor).safety.values
                .flatMap { $0.flatMap { $0.terms.value?.asks ?? [] } }
        }
        #expect(try await shown(desk.provider) == [.twoPeople])
        #expect(try await shown(desk.manager) == [])
        #expect(try await shown(desk.adviser) == [])
        // Nobody else who needs it is invited to somebody who cannot do it.
        try await desk.register(2)
        try await desk.office.perform(
            RaiseSafetyNotice(terms: SafetyTerms(asks: [.twoPeople]), review: CalendarDay("2012-08-31")),
            on: desk.newCase(2), as: desk.adviser, id: desk.command(52))
        #expect(await invite(desk, 2, 53)?.code == "assign.suits")
        try await desk.office.setOffers([.twoPeople], of: desk.provider.person, as: desk.manager)
        #expect(await invite(desk, 2, 54) == nil)
        try await desk.close()
    }

    @Test("Somebody who said that they cannot go gets no e-mail about the place (C02)", arguments: Engine.allCases)
    func declinedByEmail(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let session = try session(desk)
        let subject = desk.newCase(1)
        try await desk.office.hold(session, as: desk.manager)
        try await desk.register(1)
        var identity = try desk.identity()
        identity.email = "rosa@example.org"
        try await desk.office.perform(
            CorrectCustomer(identity: identity), on: subject, as: desk.adviser, id: desk.command(50))
        try await desk.office.perform(ChooseEmail(agreed: true), on: subject, as: desk.adviser, id: desk.command(51))
        let told = ToldOfHolder(route: .email, digest: Documents.digest(of: Self.letter))
        try await desk.office.perform(
            InviteToSession(session: session.id, told: told), on: subject, as: desk.adviser, id: desk.command(52),
            documents: [AttachedDocument(Self.letter, .identity)])
        let place = try #require(try await desk.office.session(session.id, as: desk.manager).places.first)
        let me = Author(person: Identifier(subject), organisation: desk.adviser.organisation, role: .customer)
        try await desk.office.perform(
            SayCannotGo(invitation: place.invitation), on: subject, as: me, id: desk.command(53))
        let courier = try TestCourier { _ in .taken }
        try await desk.worker(courier).sendAll()
        #expect(courier.messages.isEmpty)
        #expect(try await desk.letterStates() == ["withheld"])
        try await desk.close()
    }

    @Test(
        "Somebody who says that they cannot go stands so on the register, until their place is taken back (C02)",
        arguments: Engine.allCases)
    func cannotGo(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let session = try session(desk)
        try await desk.office.hold(session, as: desk.manager)
        try await desk.register(1)
        #expect(await invite(desk, 1, 50) == nil)
        let me = Author(
            person: Identifier(desk.newCase(1)), organisation: desk.adviser.organisation, role: .customer)
        let place = try #require(try await desk.office.session(session.id, as: desk.manager).places.first)
        try await desk.office.perform(
            SayCannotGo(invitation: place.invitation, words: Words("I work that day.")), on: desk.newCase(1), as: me,
            id: desk.command(51))
        #expect(try await desk.office.session(session.id, as: desk.manager).places.map(\.state) == [.cannotGo])
        try await desk.office.perform(
            WithdrawInvitation(invitation: place.invitation, told: Self.byHand), on: desk.newCase(1),
            as: desk.adviser, id: desk.command(52), documents: [AttachedDocument(Self.letter, .identity)])
        #expect(try await desk.office.session(session.id, as: desk.manager).places.isEmpty)
        let digest = try #require(Self.byHand.digest)
        let kept = try await desk.office.notice(digest, of: desk.newCase(1), as: desk.adviser)
        #expect(kept.content == Self.letter)
        try await desk.close()
    }
}
