import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Meeting somebody safely, in the office")
struct SafetyOfficeTests {
    private func raise(_ desk: TestDesk, _ command: UInt64, review: String = "2012-08-31") async throws {
        try await desk.office.perform(
            RaiseSafetyNotice(
                terms: SafetyTerms(asks: [.twoPeople], words: Words("Ask Sam to sit in.")), review: CalendarDay(review)),
            on: desk.newCase(1), as: desk.manager, id: desk.command(command))
    }

    /// Somebody the provider knows of, and nobody helps yet.
    private func acknowledged(_ engine: Engine) async throws -> TestDesk {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        try await desk.office.perform(
            AcknowledgeReferral(), on: desk.newCase(1), as: desk.manager, id: desk.command(50))
        return desk
    }

    private func assign(_ desk: TestDesk, _ command: UInt64) async -> Refusal? {
        await refusal {
            try await desk.office.perform(
                AssignReferral(provider: desk.manager.organisation, adviser: desk.provider.person),
                on: desk.newCase(1), as: desk.manager, id: desk.command(command))
        }
    }

    @Test(
        "Whoever gives somebody an adviser learns who suits, and not why; only the adviser reads the note (K-003)",
        arguments: Engine.allCases)
    func matched(engine: Engine) async throws {
        let desk = try await acknowledged(engine)
        let advisers = [(person: desk.provider.person, organisation: desk.provider.organisation)]
        func suitable() async throws -> Set<Identifier<Person>>? {
            try await desk.store.read { [office = desk.office] in
                try office.suitable(advisers, for: desk.newCase(1), in: $0)
            }
        }
        #expect(try await suitable() == nil)
        try await raise(desk, 51)
        #expect(try await suitable() == [])
        #expect(await assign(desk, 52)?.code == "assign.suits")
        let mayNot = await refusal {
            try await desk.office.setOffers([.twoPeople], of: desk.provider.person, as: desk.provider)
        }
        #expect(mayNot?.code == "power.none")
        let elsewhere = await refusal {
            try await desk.office.setOffers([.twoPeople], of: desk.adviser.person, as: desk.manager)
        }
        #expect(elsewhere?.code == "offers.nobody")
        try await desk.office.setOffers([.twoPeople, .woman], of: desk.provider.person, as: desk.manager)
        #expect(try await suitable() == [desk.provider.person])
        #expect(await assign(desk, 53) == nil)
        let theirs = try await desk.office.open(desk.newCase(1), as: desk.provider)
        #expect(theirs.seen.safety?.notices.first?.terms.value?.words == Words("Ask Sam to sit in."))
        #expect(try await desk.office.open(desk.newCase(1), as: desk.manager).seen.safety == nil)
        func isTold(_ actor: Author) async throws -> Bool? {
            try await desk.store.read { [office = desk.office] in
                try office.standings(of: [desk.newCase(1)], as: actor, in: $0)[desk.newCase(1)]?.hasSafety
            }
        }
        #expect(try await isTold(desk.provider) == true)
        #expect(try await isTold(desk.manager) == false)
        try await desk.close()
    }

    @Test(
        "A wish binds where somebody at the organisation could meet it, and leaves nobody without an adviser (K-003)",
        arguments: Engine.allCases)
    func wished(engine: Engine) async throws {
        let desk = try await acknowledged(engine)
        let pat = desk.provider
        let sam = Author(person: Identifier(high: 1, low: 77), organisation: pat.organisation, role: .providerAdviser)
        try await desk.store.write { [administrator = desk.administrator, now = desk.office.clock.now] connection in
            try AccountRegister.open(
                .init(person: sam.person, name: "Sam Provider", username: "sam", password: "none"),
                by: administrator.person, at: now, in: connection)
            try AccountRegister.appoint(
                .init(person: sam.person, organisation: sam.organisation, role: sam.role), in: connection)
        }
        try await desk.office.perform(
            WishForAdviser(.woman), on: desk.newCase(1), as: desk.adviser, id: desk.command(60))
        func marked() async throws -> Set<Identifier<Person>>? {
            try await desk.store.read { [office = desk.office] in
                try office.suitable(
                    [pat, sam].map { ($0.person, $0.organisation) }, for: desk.newCase(1), in: $0)
            }
        }
        try await desk.office.setOffers([.woman], of: sam.person, as: desk.manager)
        #expect(try await marked() == [sam.person])
        #expect(await assign(desk, 61)?.code == "assign.suits")
        try await desk.office.setOffers([.man], of: sam.person, as: desk.manager)
        #expect(try await marked() == [])
        #expect(await assign(desk, 62) == nil)
        try await desk.close()
    }

    @Test(
        "A meeting is booked with an adviser who suits, or none is; a talk by phone is, and every place is an office (K-003, K-017, K-018)",
        arguments: Engine.allCases)
    func booked(engine: Engine) async throws {
        let desk = try await acknowledged(engine)
        #expect(await assign(desk, 51) == nil)
        try await raise(desk, 52)
        func book(
            _ command: UInt64, at day: String = "2012-06-13", _ mode: ContactMode = .faceToFace,
            office: Identifier<Organisation>? = nil
        ) async throws -> Refusal? {
            let slot = try Slot(
                starts: Instant(london: CalendarDay(day), hour: 10, minute: 0), minutes: 30, mode: mode)
            return await refusal {
                try await desk.office.perform(
                    BookAppointment(
                        purpose: .review, adviser: desk.provider.person, office: office ?? desk.manager.organisation,
                        slot: slot),
                    on: desk.newCase(1), as: desk.manager, id: desk.command(command))
            }
        }
        #expect(try await book(53)?.code == "assign.suits")
        #expect(try await book(54, at: "2012-06-14", .phone) == nil)
        let nowhere = Identifier<Organisation>(high: 9, low: 99)
        #expect(try await book(55, office: nowhere)?.code == "appointment.office")
        try await desk.office.setOffers([.twoPeople], of: desk.provider.person, as: desk.manager)
        #expect(try await book(56) == nil)
        // A wish is kept where a colleague could meet it, and else stands in no meeting's way.
        try await desk.office.perform(
            WishForAdviser(.woman), on: desk.newCase(1), as: desk.adviser, id: desk.command(57))
        #expect(try await book(58, at: "2012-06-15") == nil)
        try await desk.office.setOffers([.twoPeople, .woman], of: desk.provider.person, as: desk.manager)
        #expect(try await book(59, at: "2012-06-18") == nil)
        try await desk.close()
    }

    @Test(
        "A note goes when its review day is over, and whoever needs one again gets another (M-060)",
        arguments: Engine.allCases)
    func goes(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        try await raise(desk, 50)
        try await desk.office.perform(
            WishForAdviser(.woman), on: desk.newCase(1), as: desk.adviser, id: desk.command(51))
        let gone = Locked<[[RetentionClass]]>([])
        func run(on day: String) async throws -> [[RetentionClass]] {
            let day = try CalendarDay(day)
            desk.time.with { $0 = Instant(london: day, hour: 8, minute: 0) }
            gone.with { $0 = [] }
            try await desk.office.runRetention(isRehearsal: false) { due in gone.with { $0.append(due.classes) } }
            return gone.with { $0 }
        }
        #expect(try await run(on: "2012-08-31") == [])
        #expect(try await run(on: "2012-09-01") == [[.safety]])
        #expect(try await run(on: "2012-09-01") == [])
        func safety() async throws -> Safety {
            try await desk.store.read { [office = desk.office] in
                try office.streams.file(desk.newCase(1), in: $0).safety
            }
        }
        #expect(try await safety().notices.first?.terms == .shut)
        #expect(try await safety().wish?.value == .woman, "A wish is no notice")
        try await raise(desk, 52, review: "2012-10-31")
        #expect(try await safety().notices.map(\.terms.value?.asks) == [nil, [.twoPeople]])
        #expect(try await run(on: "2012-10-31") == [])
        #expect(try await run(on: "2012-11-01") == [[.safety]])
        try await desk.close()
    }

    @Test(
        "A notice raised or an offer taken back has whoever assigns choose another adviser, and says no more (K-003)",
        arguments: Engine.allCases)
    func chosenAgain(engine: Engine) async throws {
        let desk = try await acknowledged(engine)
        #expect(await assign(desk, 51) == nil)
        func due(_ actor: Author) async throws -> Due? {
            try await desk.store.read { [office = desk.office] in
                try office.standings(of: [desk.newCase(1)], as: actor, in: $0)[desk.newCase(1)]?.standing.dues
                    .first { $0.code == .chooseAdviser }
            }
        }
        #expect(try await due(desk.manager) == nil)
        try await raise(desk, 52)
        #expect(try await due(desk.manager)?.act == .changeAdviser)
        #expect(try await due(desk.adviser) == nil)
        #expect(try await due(desk.provider) == nil)
        try await desk.office.setOffers([.twoPeople], of: desk.provider.person, as: desk.manager)
        #expect(try await due(desk.manager) == nil)
        try await desk.office.setOffers([], of: desk.provider.person, as: desk.manager)
        #expect(try await due(desk.manager) != nil)
        try await desk.close()
    }

    @Test(
        "The safeguarding lead lists every notice that nobody ended, of those whom the organisation keeps or has (K-003)",
        arguments: Engine.allCases)
    func listed(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        try await desk.register(2)
        try await raise(desk, 50)
        func lead(_ of: Author) -> Author {
            Author(person: Identifier(high: 1, low: 88), organisation: of.organisation, role: .safeguardingLead)
        }
        let listed = try await desk.office.safetyNotices(as: lead(desk.manager))
        #expect(listed.notices.map(\.subject) == [desk.newCase(1)] && !listed.isCut)
        #expect(listed.notices.first?.asks == [.twoPeople] && listed.notices.first?.isLapsed == false)
        let looks = try await desk.store.read { connection in
            try connection.first("SELECT count(*) FROM looks WHERE act = 'read-safety'", []) { try $0.int(0) }
        }
        #expect(looks == 1)
        #expect(try await desk.office.safetyNotices(as: lead(desk.adviser)).notices.count == 1)
        #expect(try await desk.office.safetyNotices(as: lead(desk.otherAdviser)).notices.isEmpty)
        #expect(await refusal { _ = try await desk.office.safetyNotices(as: desk.adviser) }?.code == "power.none")
        desk.time.with { $0 = Instant(london: CalendarDay(ymd: (2012, 9, 3)), hour: 9, minute: 0) }
        #expect(try await desk.office.safetyNotices(as: lead(desk.adviser)).notices.first?.isLapsed == true)
        let notice = try #require(listed.notices.first).notice
        try await desk.office.perform(
            ReviewSafetyNotice(notice: notice, review: nil), on: desk.newCase(1), as: lead(desk.adviser),
            id: desk.command(51))
        #expect(try await desk.office.safetyNotices(as: lead(desk.manager)).notices.isEmpty)
        try await desk.close()
    }
}
