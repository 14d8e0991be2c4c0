import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("People on paper alone, in the office")
struct PaperTests {
    private func paper(_ desk: TestDesk, _ reference: String = "P-2012/14", officer: Author? = nil) throws
        -> NewPaperFile
    {
        NewPaperFile(
            reference: try PaperReference(reference), officer: (officer ?? desk.adviser).person, area: desk.area)
    }

    private func move(_ desk: TestDesk, _ number: UInt64, _ paper: NewPaperFile) async throws {
        try await desk.office.moveToPaper(desk.newCase(number), paper, by: desk.administrator.person)
    }

    @Test(
        "Moved to paper, what stays of somebody is a reference, an officer and an area (K-001, J-063)",
        arguments: Engine.allCases)
    func moved(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        try await desk.refer(2)
        desk.time.with { $0 = Instant(london: CalendarDay(ymd: (2012, 6, 20)), hour: 9, minute: 0) }
        try await move(desk, 1, paper(desk))
        let left = try await desk.store.read { connection in
            try ["identity", "caseload"].map { table in
                try connection.all(SQL(stringLiteral: "SELECT subject FROM \(table)")) { try $0.text(0) }
            }
        }
        #expect(left == Array(repeating: [desk.newCase(2).description], count: 2))
        let file = try await desk.store.read { [office = desk.office] in
            try office.streams.file(desk.newCase(1), in: $0)
        }
        #expect(file.customer == nil && file.referrals.isEmpty, "Not even what was earned is told of them")
        let proof = try #require(try await desk.office.erasureProofs(of: desk.newCase(1)).first)
        #expect(Set(proof.keys.map(\.retention)) == Set(RetentionClass.allCases))
        let signed = Author(
            person: desk.administrator.person, organisation: desk.adviser.organisation, role: .system)
        try await desk.register(3)
        let ordinary = try await desk.office.erase(desk.newCase(3), by: signed).proof
        #expect(proof.why == ordinary.why && proof.by == ordinary.by, "The proof looks like any other")
        let entries = try await desk.store.read { try PaperRegister.all(in: $0) }
        #expect(entries.map(\.reference.description) == ["P-2012/14"])
        #expect(entries.first?.officer == desk.adviser.person && entries.first?.area == desk.area)
        try await desk.office.openPaper(paper(desk, "P-2012/15"), by: desk.administrator.person)
        let opened = try await desk.store.read { try PaperRegister.all(in: $0).map(\.opened) }
        let first = try CalendarDay("2012-06-01")
        #expect(opened == [first, first], "A month, and the same for whoever had no record before")
        #expect(try await Verification.verify(desk.store, desk.office.keyring).isSound)
        // Whoever is left is whole, and a refusal erases nothing.
        #expect(await refusal { try await move(desk, 2, paper(desk)) }?.code == "paper.used")
        let stranger = Author(person: .init(high: 1, low: 99), organisation: desk.adviser.organisation, role: .adviser)
        #expect(
            await refusal { try await move(desk, 2, paper(desk, "P-15", officer: stranger)) }?.code == "paper.officer")
        let nowhere = NewPaperFile(
            reference: try PaperReference("P-15"), officer: desk.adviser.person, area: Identifier(high: 7, low: 8))
        #expect(await refusal { try await move(desk, 2, nowhere) }?.code == "paper.area")
        #expect(try await desk.office.open(desk.newCase(2), as: desk.adviser).seen.identity?.name == "Rosa Parr")
        #expect(await refusal { try await move(desk, 9, paper(desk, "P-15")) }?.code == "erase.none")
        #expect(await refusal { try await move(desk, 1, paper(desk, "P-15")) }?.code == "erase.already")
        try await desk.close()
    }

    @Test(
        "A record that changed meanwhile, or a reference taken meanwhile, leaves both record and register as they were (K-001)",
        arguments: Engine.allCases)
    func bothOrNeither(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        func plan() async throws -> ErasurePlan {
            let found = try await desk.store.read { [office = desk.office] in
                try office.erasable(desk.newCase(1), in: $0)
            }
            return ErasurePlan(
                found: try #require(found), classes: Set(RetentionClass.allCases), why: .asked, by: desk.adviser,
                evidenceUntil: nil)
        }
        func move(_ plan: ErasurePlan) async -> Refusal? {
            await refusal { try await desk.office.move(plan, to: paper(desk), by: desk.administrator.person) }
        }
        let stale = try await plan()
        try await desk.office.perform(
            AskConsent(
                terms: ConsentTerms(
                    recipient: desk.manager.organisation, categories: [.household], purpose: "training"),
                why: Words("She has come back.")), on: desk.newCase(1), as: desk.adviser, id: desk.command(5))
        #expect(await move(stale)?.code == "erase.stale")
        #expect(try await desk.store.read { try PaperRegister.all(in: $0) }.isEmpty, "No reference of nobody")
        let fresh = try await plan()
        try await desk.office.openPaper(paper(desk), by: desk.administrator.person)
        #expect(await move(fresh)?.code == "paper.used")
        #expect(try desk.erasures.erasures().isEmpty, "Nothing waits to be erased by the next start")
        #expect(try await desk.office.open(desk.newCase(1), as: desk.adviser).seen.identity?.name == "Rosa Parr")
        try await desk.close()
    }

    @Test(
        "Only the named officer enters a line, once; a mistake is taken out and kept (K-001, decisions: once)",
        arguments: Engine.allCases)
    func lines(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.office.openPaper(paper(desk), by: desk.administrator.person)
        func enter(
            _ kind: LineKind, _ ordinal: Int = 1, due: String = "2012-05-31", amount: Int = 120_000,
            by actor: Author? = nil
        ) async -> Refusal? {
            await refusal {
                try await desk.office.enterClerical(
                    NewClericalLine(
                        reference: PaperReference("P-2012/14"), programme: TestDesk.programme, kind: kind,
                        ordinal: ordinal, group: "2", provider: desk.manager.organisation, dueOn: CalendarDay(due),
                        amount: Money(pence: amount)), as: actor ?? desk.adviser)
            }
        }
        #expect(await enter(.jobOutcome, by: desk.manager)?.code == "paper.none")
        #expect(await enter(.jobOutcome, due: "2012-06-02")?.code == "clerical.day")
        #expect(await enter(.jobOutcome, 2)?.code == "clerical.ordinal")
        #expect(await enter(.jobOutcome, amount: -1)?.code == "clerical.amount")
        #expect(await enter(.jobOutcome) == nil)
        #expect(await enter(.jobOutcome)?.code == "clerical.twice")
        #expect(await enter(.sustainment, 2, amount: 17_000) == nil)
        let programme = try #require(desk.office.programmes[TestDesk.programme])
        let found = Locked<[ClericalLine]>([])
        let summary = try await DueLines(programme, until: CalendarDay("2012-06-01")).each(
            in: desk.store, clerical: { line in found.with { $0.append(line) } }
        ) { _ in }
        let lines = found.with { $0 }
        #expect(
            lines.map(\.key) == lines.map(\.key).sorted()
                && lines.map(\.officer) == Array(repeating: desk.adviser.person, count: 2))
        #expect(summary.clerical == 2 && summary.total == Money(pence: 137_000))
        let mistake = try #require(lines.first { $0.kind == .sustainment }).key
        #expect(
            await refusal { try await desk.office.withdrawClerical(mistake, as: desk.manager) }?.code == "paper.none")
        try await desk.office.withdrawClerical(mistake, as: desk.adviser)
        #expect(try await desk.office.paperFiles(as: desk.adviser).first?.lines.map(\.kind) == [.jobOutcome])
        #expect(try await desk.office.paperFiles(as: desk.manager).isEmpty, "Nobody else is shown that there is one")
        #expect(await enter(.sustainment, 2)?.code == "clerical.twice", "A key is not given again")
        try await desk.close()
    }

    @Test("Another officer takes over, what was is kept, and a closed file takes no line", arguments: Engine.allCases)
    func officers(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let reference = try PaperReference("P-2012/14")
        try await desk.office.openPaper(paper(desk), by: desk.administrator.person)
        try await desk.office.namePaperOfficer(
            reference, officer: desk.manager.person, by: desk.administrator.person)
        #expect(try await desk.office.paperFiles(as: desk.adviser).isEmpty)
        #expect(try await desk.office.paperFiles(as: desk.manager).map(\.entry.reference) == [reference])
        try await desk.office.closePaper(reference, by: desk.administrator.person)
        #expect(try await desk.office.paperFiles(as: desk.manager).isEmpty)
        let again = await refusal {
            try await desk.office.closePaper(reference, by: desk.administrator.person)
        }
        #expect(again?.code == "paper.none")
        let kept = try await desk.store.read { connection in
            try connection.all("SELECT was FROM paper_people_history ORDER BY number", []) { try $0.text(0) }
        }
        #expect(kept.count == 2 && kept[0].contains(desk.adviser.person.description))
        try await desk.close()
    }
}
