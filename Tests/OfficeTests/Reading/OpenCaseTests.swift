import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("A case is opened with a reason")
struct OpenCaseTests {
    @Test("The look is on record, with the relation that allowed it", arguments: Engine.allCases)
    func looks(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        let opened = try await desk.office.open(desk.newCase(1), as: desk.manager)
        #expect(opened.relation == .referred)
        #expect(opened.seen.identity?.name == "Rosa Parr")
        let looks = try await desk.store.read { try Looks.at(desk.newCase(1), in: $0) }
        #expect(looks.map(\.look.relation) == ["referred"])
        #expect(looks.map(\.look.by) == [desk.manager])
        try await desk.close()
    }

    @Test("The look names the ground by which its reader saw: a consent, or the protection of life (K-007, K-003)")
    func grounds() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await desk.refer(1)
        let terms = ConsentTerms(
            recipient: desk.otherAdviser.organisation, categories: [.plan], purpose: "training")
        try await desk.office.perform(
            GiveConsent(terms: terms, until: CalendarDay("2013-05-01"), how: .inPerson), on: desk.newCase(1),
            as: desk.adviser, id: desk.command(30))
        _ = try await desk.office.open(desk.newCase(1), as: desk.otherAdviser)
        let lead = Author(
            person: .init(high: 1, low: 99), organisation: desk.adviser.organisation, role: .safeguardingLead)
        _ = try await desk.office.open(desk.newCase(1), as: lead)
        let looks = try await desk.store.read { try Looks.at(desk.newCase(1), in: $0) }.map(\.look)
        let agreed = try #require(looks.first { $0.by == desk.otherAdviser })
        let consented = agreed.reason
        #expect(consented.hasPrefix("Seen because the person agreed on ") && consented.contains("find you a course"))
        #expect(agreed.saidWhy.first?.hasPrefix("You said yes on ") == true, "\(agreed.saidWhy)")
        #expect(agreed.saidWhy.first?.contains(", until 1 May 2013. It is to find you a course") == true)
        let safe = try #require(looks.first { $0.by == lead })
        #expect(safe.reason.contains("under the protection of somebody's life"))
        #expect(safe.saidWhy.last == LookWords.safeguarding.english)
        try await desk.close()
    }

    @Test("A commissioner opens codes and dates, and no name", arguments: Engine.allCases)
    func commissioner(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        let opened = try await desk.office.open(desk.newCase(1), as: desk.commissioner)
        #expect(opened.relation == .commissions)
        #expect(opened.seen.identity == nil)
        #expect(opened.seen.referral?.group == "2")
        #expect(!"\(opened.events)".contains("Rosa"))
        try await desk.close()
    }

    @Test("Whoever has no tie to a case is told as if there were none", arguments: Engine.allCases)
    func stranger(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1)
        let known = await refusal { try await desk.office.open(desk.newCase(1), as: desk.otherAdviser) }
        let unknown = await refusal { try await desk.office.open(desk.newCase(99), as: desk.otherAdviser) }
        #expect(known?.code == "case.none")
        #expect(known == unknown)
        try await desk.close()
    }
}
