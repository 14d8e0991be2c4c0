import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("The chain in the office")
struct ChainOfficeTests {
    private static let lights = Specialist.organisation
    private let stella = Specialist.manager
    private let kit = Specialist.adviser

    /// Somebody assigned at the prime, which has one specialist in its chain.
    private func assigned(_ engine: Engine, email: Bool = false) async throws -> (TestDesk, Identifier<CaseFile>) {
        let desk = try await TestDesk.open(engine)
        try await desk.openSpecialist(called: "Harbour Lights")
        try await desk.refer(1)
        let subject = desk.newCase(1)
        if email {
            let identity = try Identity(
                given: "Rosa", family: "Parr", born: CalendarDay("1981-02-03"), email: "rosa@example.org",
                on: CalendarDay("2012-06-01"))
            try await desk.office.perform(
                CorrectCustomer(identity: identity), on: subject, as: desk.adviser, id: desk.command(60))
            try await desk.office.perform(
                ChooseEmail(agreed: true), on: subject, as: desk.adviser, id: desk.command(61))
        }
        try await desk.office.perform(AcknowledgeReferral(), on: subject, as: desk.manager, id: desk.command(62))
        try await desk.office.perform(
            AssignReferral(provider: desk.manager.organisation, adviser: desk.provider.person), on: subject,
            as: desk.manager, id: desk.command(63))
        return (desk, subject)
    }

    private func send(_ desk: TestDesk, _ subject: Identifier<CaseFile>, _ number: UInt64 = 64) async throws {
        try await desk.office.perform(
            PassOn(to: Self.lights, reason: "chain-need", words: nil), on: subject, as: desk.manager,
            id: desk.command(number))
    }

    @Test(
        "Whoever is asked sees them on its desk, takes them on, and sees the record whole (C04, G-179)",
        arguments: Engine.allCases)
    func takesOn(engine: Engine) async throws {
        let (desk, subject) = try await assigned(engine)
        #expect(await refusal { try await desk.office.open(subject, as: stella) }?.code == "case.none")
        try await send(desk, subject)
        let waiting = try await desk.store.read { try DeskQuery.rows(of: Self.lights, in: $0) }
        #expect(waiting.map(\.name) == ["Rosa Parr"] && waiting.first?.wants == .answer)
        let asked = try await desk.office.open(subject, as: stella)
        #expect(asked.relation == .offered && asked.seen.referral?.transmitted?.items.contains("group") == true)
        try await desk.office.perform(
            TakeOn(adviser: kit.person), on: subject, as: stella, id: desk.command(65))
        #expect(try await desk.store.read { try DeskQuery.rows(of: Self.lights, in: $0) }.isEmpty)
        let theirs = try await desk.office.open(subject, as: kit)
        #expect(theirs.relation == .referred)
        #expect(theirs.seen.assessments != nil && theirs.seen.plan != nil, "They see no less than when they were asked")
        #expect(theirs.seen.referral?.chain.hops.first?.items == theirs.seen.referral?.transmitted?.items)
        let rows = try await desk.store.read {
            try CaseloadQuery(.adviser(kit.person), limit: 10).page(in: $0).rows
        }
        #expect(rows.map(\.subject) == [subject])
        // What the lists say is what a rebuild makes of the streams.
        try await Projections.rebuild(desk.store, programmes: desk.office.programmes)
        #expect(
            try await desk.store.read { try CaseloadQuery(.adviser(kit.person), limit: 10).page(in: $0).rows } == rows)
        try await desk.close()
    }

    @Test("Whoever says no sees them no more, and whoever sent them has them still", arguments: Engine.allCases)
    func turnsDown(engine: Engine) async throws {
        let (desk, subject) = try await assigned(engine)
        try await send(desk, subject)
        try await desk.office.perform(
            TurnDown(reason: "refuse-full", words: Words("From July.")), on: subject, as: stella, id: desk.command(65))
        #expect(await refusal { try await desk.office.open(subject, as: stella) }?.code == "case.none")
        let opened = try await desk.office.open(subject, as: desk.provider)
        #expect(opened.seen.referral?.assignment?.adviser == desk.provider.person)
        #expect(opened.names.organisation(Self.lights) == "Harbour Lights")
        // The refusal is on the desk of whoever has them, until they say that they keep them.
        #expect(opened.standing.dues.contains { $0.code == .turnedDown })
        let desks = try await desk.store.read { try DeskQuery.rows(of: desk.manager.organisation, in: $0) }
        #expect(desks.map(\.subject) == [subject] && desks.first?.wants == .decision)
        #expect(desks.first?.sender == Self.lights)
        try await Projections.rebuild(desk.store, programmes: desk.office.programmes)
        #expect(
            try await desk.store.read { try DeskQuery.rows(of: desk.manager.organisation, in: $0) } == desks)
        try await desk.office.perform(KeepThem(), on: subject, as: desk.manager, id: desk.command(70))
        #expect(try await desk.store.read { try DeskQuery.rows(of: desk.manager.organisation, in: $0) }.isEmpty)
        // A specialist is never simply given somebody.
        let direct = await refusal {
            try await desk.office.perform(
                ChangeAdviser(provider: Self.lights, adviser: kit.person, reason: "F-223", handover: nil), on: subject,
                as: desk.manager, id: desk.command(66))
        }
        #expect(direct?.code == "assign.specialist")
        try await desk.close()
    }

    @Test("The letter says who has them and why, goes once, and one that is out of date does not go (C04)")
    func letters() async throws {
        let (desk, subject) = try await assigned(.sqlite, email: true)
        try await send(desk, subject)
        try await desk.office.perform(
            TakeOn(adviser: kit.person, tellsByEmail: true), on: subject, as: stella, id: desk.command(65))
        let courier = try TestCourier()
        #expect(try await desk.worker(courier).sendAll() == 1)
        let letter = try #require(courier.messages.first)
        #expect(letter.subject == "Who helps you now" && letter.from.name == "Harbour Lights")
        let words = letter.text.replacing("\n", with: " ")
        #expect(words.contains("Kit Bell at Harbour Lights helps you now. They know most about the help you need."))
        // Moved twice before the post goes: only the last says so.
        try await desk.office.perform(
            PassOn(to: desk.manager.organisation, reason: "chain-ready", words: nil), on: subject, as: stella,
            id: desk.command(66))
        for (number, adviser) in [(UInt64(67), desk.provider)] {
            try await desk.office.perform(
                TakeOn(adviser: adviser.person, tellsByEmail: true), on: subject, as: desk.manager,
                id: desk.command(number))
        }
        try await send(desk, subject, 68)
        try await desk.office.perform(
            TakeOn(adviser: kit.person, tellsByEmail: true), on: subject, as: stella, id: desk.command(69))
        let later = try TestCourier()
        try await desk.worker(later).sendAll()
        #expect(later.messages.map(\.from.name) == ["Harbour Lights"])
        try await desk.close()
    }

    @Test("The first letter is of whoever tells them, and says who helps, why, how long and what they must do (G-001)")
    func referred() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await desk.refer(1)
        let subject = desk.newCase(1)
        var identity = try desk.identity()
        identity.email = "rosa@example.org"
        try await desk.office.perform(
            CorrectCustomer(identity: identity), on: subject, as: desk.adviser, id: desk.command(60))
        try await desk.office.perform(ChooseEmail(agreed: true), on: subject, as: desk.adviser, id: desk.command(61))
        try await desk.office.perform(
            TellOfHolder(ToldOfHolder(route: .email)), on: subject, as: desk.adviser, id: desk.command(62))
        let courier = try TestCourier()
        #expect(try await desk.worker(courier).sendAll() == 1)
        let letter = try #require(courier.messages.first)
        #expect(letter.subject == "Who helps you now" && letter.from.name != "Northway")
        let words = letter.text.replacing("\n", with: " ")
        #expect(words.contains("Your jobcentre has put you forward for the Work Programme"), "\(words)")
        #expect(words.contains("Northway is to help you, and will choose your adviser. They were drawn by chance"))
        #expect(words.contains("can last up to two years, from your first meeting. You must go to the activities"))
        #expect(words.contains("How to reach Northway:") && words.contains("You will hear from Northway"))
        try await desk.close()
    }

    @Test("A letter nobody takes is on the record, and they are told another way")
    func astray() async throws {
        let (desk, subject) = try await assigned(.sqlite, email: true)
        try await send(desk, subject)
        try await desk.office.perform(
            TakeOn(adviser: kit.person, tellsByEmail: true), on: subject, as: stella, id: desk.command(65))
        try await desk.worker(try TestCourier { _ in .refused }).sendAll()
        let opened = try await desk.office.open(subject, as: kit)
        #expect(opened.seen.referral?.chain.told.first?.failed == .refused)
        #expect(opened.standing.dues.contains { $0.code == .tellOfHolder })
        let file = try await desk.store.read { [office = desk.office] in try office.file(subject, in: $0) }
        #expect(file.circumstances.failures.map(\.reason) == [.refused], "what it says of the address")
        try await desk.close()
    }
}
