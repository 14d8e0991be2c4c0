import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Sharing in the office")
struct OfficeSharingTests {
    /// A customer of one jobcentre who agreed that another may see some of the record.
    private func shared(
        _ engine: Engine, _ categories: [Casework.Category]
    ) async throws -> (TestDesk, Identifier<CaseFile>, Consent) {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1)
        let performed = try await desk.office.perform(
            GiveConsent(
                terms: ConsentTerms(
                    recipient: desk.otherAdviser.organisation, categories: categories,
                    purpose: categories == [.equality] ? "equality" : "support"),
                until: try CalendarDay("2013-06-01"), how: .inPerson), on: desk.newCase(1), as: desk.adviser,
            id: desk.command(30))
        return (desk, desk.newCase(1), try #require(performed.file.consents.given.first))
    }

    @Test(
        "Consent withdrawn while a page is open: what is sent from it is refused in a sentence, and nothing is recorded (K-007)",
        arguments: Engine.allCases)
    func withdrawn(engine: Engine) async throws {
        let (desk, subject, consent) = try await shared(engine, [.identity, .plan])
        let page = try await desk.office.open(subject, as: desk.otherAdviser)
        #expect(page.seen.identity?.name == "Rosa Parr" && page.seen.plan != nil && page.seen.circumstances == nil)
        try await desk.office.perform(
            WithdrawConsent(consent: consent.id, how: .byPhone), on: subject, as: desk.adviser, id: desk.command(31))
        let before = try await desk.store.read { [office = desk.office] in try office.file(subject, in: $0) }
        let sent = await refusal {
            try await desk.office.perform(
                ProposeAction(text: Words("Ring the college"), terms: PlanActionTerms(owner: .customer)), on: subject,
                as: desk.otherAdviser, id: desk.command(32), seen: page.seen.sequence)
        }
        #expect(sent?.code == "power.none")
        #expect(sent?.sentence.contains("no live tie to this person") == true)
        let looked = await refusal { try await desk.office.open(subject, as: desk.otherAdviser) }
        #expect(looked?.code == "case.none")
        #expect(looked?.sentence.hasPrefix("There is no customer here that you can open.") == true)
        let after = try await desk.store.read { [office = desk.office] in try office.file(subject, in: $0) }
        #expect(after.sequence == before.sequence && after.plan.actions.isEmpty)
        try await desk.close()
    }

    @Test("Whoever sees only a name cannot write on the plan, nor record a yes to seeing more")
    func narrow() async throws {
        let (desk, subject, _) = try await shared(.sqlite, [.identity])
        let blind = await refusal {
            try await desk.office.perform(
                ProposeAction(text: Words("Ring the college"), terms: PlanActionTerms(owner: .customer)), on: subject,
                as: desk.otherAdviser, id: desk.command(33))
        }
        #expect(blind?.code == "power.not-shared")
        let own = await refusal {
            try await desk.office.perform(
                GiveConsent(
                    terms: ConsentTerms(
                        recipient: desk.otherAdviser.organisation, categories: [.health], purpose: "support"),
                    until: try CalendarDay("2013-01-01"), how: .inPerson), on: subject, as: desk.otherAdviser,
                id: desk.command(34))
        }
        #expect(own?.code == "power.none")
        try await desk.close()
    }

    @Test("A provider whose referral was withdrawn opens its own part until the window closes, and then nothing")
    func window() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await desk.refer(1)
        let subject = desk.newCase(1)
        try await desk.office.perform(AcknowledgeReferral(), on: subject, as: desk.manager, id: desk.command(40))
        try await desk.office.perform(
            QueryReferral(reason: "query-moved", words: nil), on: subject, as: desk.manager, id: desk.command(41))
        try await desk.office.perform(
            AnswerQuery(upheld: true, words: Words("They have moved.")), on: subject, as: desk.adviser,
            id: desk.command(42))
        let last = desk.office.clock.today.adding(months: desk.office.sharing.formerMonths)
        desk.time.with { $0 = Instant(london: last, hour: 9, minute: 0) }
        #expect(try await desk.office.open(subject, as: desk.manager).relation == .former)
        desk.time.with { $0 = Instant(london: last.adding(days: 1), hour: 9, minute: 0) }
        #expect(await refusal { try await desk.office.open(subject, as: desk.manager) }?.code == "case.none")
        try await desk.close()
    }

    /// Every category alone, so that no field of what was opened comes without its own reason.
    @Test("Each category opens its own fields and no other", arguments: Casework.Category.allCases)
    func alone(_ category: Casework.Category) async throws {
        guard category != .safety else { return }
        let (desk, subject, _) = try await shared(.sqlite, [category])
        let seen = try await desk.office.open(subject, as: desk.otherAdviser).seen
        #expect((seen.identity != nil) == (category == .identity))
        #expect((seen.plan != nil) == (category == .plan))
        #expect((seen.assessments != nil) == (category == .assessment))
        #expect((seen.circumstances != nil) == ChangeKind.allCases.contains { $0.category == category })
        #expect((seen.employment != nil) == (category == .work))
        #expect((seen.consents != nil) == (category == .sharing))
        try await desk.close()
    }
}
