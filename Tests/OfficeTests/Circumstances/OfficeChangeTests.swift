import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Changes told once, in the office (C14)")
struct OfficeChangeTests {
    /// A customer of a jobcentre who agreed that another organisation may reach them.
    private func desk(_ engine: Engine) async throws -> (TestDesk, Identifier<CaseFile>) {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1)
        let terms = ConsentTerms(
            recipient: desk.otherAdviser.organisation, categories: [.identity, .contact], purpose: "support")
        try await desk.office.perform(
            GiveConsent(terms: terms, until: try CalendarDay("2013-05-31"), how: .signed), on: desk.newCase(1),
            as: desk.adviser, id: desk.command(30))
        return (desk, desk.newCase(1))
    }

    private func tell(_ kind: ChangeKind, _ words: String) -> ReportChange {
        ReportChange(
            kind, ChangeDetail(words: words), from: CalendarDay(number: 15_400), source: .customer, route: .inPerson)
    }

    private func waiting(_ desk: TestDesk) async throws -> [Identifier<CaseFile>] {
        let today = desk.office.clock.today
        return try await desk.office.database.read {
            try ToldQuery.subjects(at: desk.otherAdviser.organisation, on: today, in: $0)
        }
    }

    @Test(
        "A contact told stands clear in the register and sealed in the event, until it is taken back",
        arguments: Engine.allCases)
    func register(engine: Engine) async throws {
        let (desk, subject) = try await desk(engine)
        func phone() async throws -> String? {
            try await desk.office.open(subject, as: desk.adviser).seen.identity?.phone
        }
        func registered() async throws -> String? {
            try await desk.office.database.read { connection in
                try connection.first("SELECT phone FROM identity WHERE subject = $1", [.text(of: subject)]) {
                    try $0.optionalText(0)
                } ?? nil
            }
        }
        let before = try await registered()
        let told = try await desk.office.perform(
            tell(.phone, "07700 900123"), on: subject, as: desk.adviser, id: desk.command(31))
        #expect(try await registered() == "07700 900123")
        #expect(try await phone() == "07700 900123")
        #expect(!told.events.contains { $0.fact.clear.text.contains("07700") })
        #expect(told.events.first?.fact.sealed?.retention == .identity)
        let event = try #require(told.file.circumstances.changes.last?.event.id)
        try await desk.office.perform(
            WithdrawChange(event: event, why: Words("Another person.")), on: subject, as: desk.adviser,
            id: desk.command(32))
        #expect(try await registered() == before)
        #expect(try await phone() == before)
        try await desk.close()
    }

    @Test(
        "What waits for an organisation is on its list until it is applied, and made again by rebuild",
        arguments: Engine.allCases)
    func list(engine: Engine) async throws {
        let (desk, subject) = try await desk(engine)
        let told = try await desk.office.perform(
            tell(.phone, "07700 900123"), on: subject, as: desk.adviser, id: desk.command(31))
        #expect(try await waiting(desk) == [subject])
        try await Projections.rebuild(desk.office.database, programmes: desk.office.programmes)
        #expect(try await waiting(desk) == [subject])
        let change = try #require(told.file.circumstances.changes.last?.id)
        try await desk.office.perform(
            DisputeChange(change: change, other: nil, why: Words("Not theirs.")), on: subject, as: desk.otherAdviser,
            id: desk.command(32))
        #expect(try await waiting(desk).isEmpty)
        let today = desk.office.clock.today
        let decider = try await desk.office.database.read {
            try ToldQuery.subjects(at: desk.adviser.organisation, on: today, in: $0)
        }
        #expect(decider == [subject])
        try await desk.office.perform(
            ResolveChange(change: change, stands: .reported, why: Words("They rang from it.")), on: subject,
            as: desk.adviser, id: desk.command(33))
        #expect(try await waiting(desk) == [subject])
        try await desk.office.perform(
            ApplyChange(change: change), on: subject, as: desk.otherAdviser, id: desk.command(34))
        #expect(try await waiting(desk).isEmpty)
        try await desk.close()
    }

    @Test(
        "What no longer waits hides nothing that does, and goes from the list with the consent (C14)",
        arguments: Engine.allCases)
    func left(engine: Engine) async throws {
        let (desk, subject) = try await desk(engine)
        try await desk.register(2)
        let agreed = try await desk.office.perform(
            GiveConsent(
                terms: ConsentTerms(
                    recipient: desk.otherAdviser.organisation, categories: [.identity, .contact], purpose: "support"),
                until: try CalendarDay("2013-05-31"), how: .signed), on: desk.newCase(2), as: desk.adviser,
            id: desk.command(40))
        for (number, one) in [subject, desk.newCase(2)].enumerated() {
            try await desk.office.perform(
                tell(.phone, "07700 90012\(number)"), on: one, as: desk.adviser, id: desk.command(41 + UInt64(number)))
        }
        let second = desk.newCase(2)
        let today = desk.office.clock.today
        let found = try await desk.office.database.read {
            try ToldQuery.subjects(at: desk.otherAdviser.organisation, on: today, limit: 1, in: $0) { $0 == second }
        }
        #expect(found == [second])
        let after = try CalendarDay("2013-06-01")
        let ranOut = try await desk.office.database.read {
            try ToldQuery.subjects(at: desk.otherAdviser.organisation, on: after, in: $0)
        }
        #expect(ranOut.isEmpty, "by the last day of the consent, though nothing has happened to the case since")
        let consent = try #require(agreed.file.consents.given.last).id
        try await desk.office.perform(
            WithdrawConsent(consent: consent, how: .signed), on: second, as: desk.adviser, id: desk.command(43))
        #expect(try await waiting(desk) == [subject])
        try await Projections.rebuild(desk.office.database, programmes: desk.office.programmes)
        #expect(try await waiting(desk) == [subject])
        try await desk.close()
    }

    @Test(
        "What is held begins the answers to a programme's questions, as its file says, for whoever may read it (C14)",
        arguments: Engine.allCases)
    func answersAQuestion(engine: Engine) async throws {
        let (desk, subject) = try await desk(engine)
        let terms = ConsentTerms(
            recipient: desk.adviser.organisation, categories: [.household, .health], purpose: "support")
        try await desk.office.perform(
            GiveConsent(terms: terms, until: try CalendarDay("2013-05-31"), how: .signed), on: subject,
            as: desk.adviser, id: desk.command(31))
        let told: [(ChangeKind, ChangeDetail)] = [
            (.household, ChangeDetail(code: "no-settled-home")), (.caring, ChangeDetail(code: "adult", hours: 36)),
            (.health, ChangeDetail(code: "longer")),
        ]
        for (number, (kind, detail)) in told.enumerated() {
            try await desk.office.perform(
                ReportChange(
                    kind, detail, from: try CalendarDay("2012-05-01"), source: .customer, route: .inPerson,
                    heardInPrivate: true), on: subject, as: desk.adviser, id: desk.command(32 + UInt64(number)))
        }
        let programme = try #require(desk.office.programmes[TestDesk.programme])
        func answers(_ actor: Author) async throws -> [String] {
            let held = try await desk.office.open(subject, as: actor).seen.circumstances
            return held?.answers(to: programme, on: desk.office.clock.today).map {
                "\($0.circumstance): \($0.answer.map { "\($0)" } ?? "to ask")"
            } ?? []
        }
        #expect(
            try await answers(desk.adviser) == [
                "homeless: yes", "carer-now-or-before: yes", "prognosis: to ask", "full-time-carer: yes",
            ])
        #expect(try await answers(desk.otherAdviser) == [], "It was not opened to them")
        try await desk.close()
    }

    @Test(
        "A change told from a form whose reader had not seen the last one does not lose it", arguments: Engine.allCases)
    func stale(engine: Engine) async throws {
        let (desk, subject) = try await desk(engine)
        let opened = try await desk.office.open(subject, as: desk.adviser)
        try await desk.office.perform(
            tell(.phone, "07700 900123"), on: subject, as: desk.otherAdviser, id: desk.command(31))
        var identity = try #require(opened.seen.identity)
        identity.family = "Parr-Moss"
        let refused = await refusal {
            try await desk.office.perform(
                CorrectCustomer(identity: identity), on: subject, as: desk.adviser, id: desk.command(32),
                seen: opened.seen.sequence)
        }
        #expect(refused?.code == "form.stale")
        try await desk.close()
    }
}
