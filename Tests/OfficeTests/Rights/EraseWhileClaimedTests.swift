import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Erasure asked while payments can still be claimed")
struct EraseWhileClaimedTests {
    private func lines(_ desk: TestDesk) async throws -> [DueLine] {
        let programme = try #require(desk.office.programmes[TestDesk.programme])
        let found = Locked<[DueLine]>([])
        _ = try await DueLines(programme, until: desk.office.clock.today).each(in: desk.store) { line in
            found.with { $0.append(line) }
        }
        return found.with { $0 }
    }

    private func listed(_ desk: TestDesk) async throws -> [String] {
        try await desk.store.read { connection in
            try connection.all("SELECT line, due_on, pence FROM due_lines ORDER BY line", []) {
                "\(try $0.text(0)) \(try $0.text(1)) \(try $0.optionalInt(2) ?? 0)"
            }
        }
    }

    @Test(
        "The person goes, every line stays due with its proof, weeks worked later are still proven, and both are told (M-060)",
        arguments: Engine.allCases)
    func whileClaimed(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let appointment = try await desk.bookedWithEmail(1)
        let subject = desk.newCase(1)
        try desk.move(to: "2012-06-21T10:30:00.000Z")
        try await desk.attend(appointment, 91)
        let first = try CalendarDay("2012-07-02")
        try desk.move(to: "2013-02-04T09:00:00.000Z")
        try await desk.office.perform(
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "JSA", on: false, from: first, until: nil, certainty: .known, source: .jobcentre)),
            on: subject, as: desk.adviser, id: desk.command(92))
        try await desk.office.perform(
            RecordJobStart(
                started: first, kind: .employed, hours: try WeeklyHours(30), details: try JobDetails(employer: "Mill")),
            on: subject, as: desk.provider, id: desk.command(93))
        func prove(_ from: String, _ until: String, _ command: UInt64) async throws {
            try await desk.office.perform(
                RecordProof(
                    job: Identifier(desk.command(93)), kind: "employer", from: CalendarDay(from),
                    until: CalendarDay(until)), on: subject, as: desk.provider, id: desk.command(command))
        }
        try await prove("2012-07-02", "2013-01-31", 94)
        let (before, list) = (try await lines(desk), try await listed(desk))
        #expect(before.map(\.key.kind).contains(.jobOutcome) && !list.isEmpty)

        let asked = try await desk.office.perform(
            AskRight(RightsAsked(kind: .erasure, on: desk.office.clock.today, how: .signed)), on: subject,
            as: desk.adviser, id: desk.command(95))
        let lead = Author(
            person: .init(high: 1, low: 40), organisation: desk.adviser.organisation,
            role: .informationGovernanceLead)
        let erased = try await desk.office.erase(subject, by: lead)
        #expect(
            erased.toldToThePerson.contains { $0.contains("We keep the proof of what providers were paid for until") })
        #expect(try await lines(desk) == before)
        #expect(try await listed(desk) == list)
        let opened = try await desk.office.open(subject, as: desk.manager)
        #expect(opened.seen.identity == nil && opened.seen.erasures.count == 1)
        #expect(opened.accounts.first?.due.count == before.count)
        // The provider reads it in the history: what went, and until when the proof of what it earned stays.
        let until = try #require(erased.evidenceUntil)
        let history = Timeline.entries(
            opened.events, through: opened.seen.sight, names: opened.names, programmes: desk.office.programmes,
            tools: desk.office.tools)
        let told = try #require(history.first { $0.headline.hasPrefix("Erased: ") })
        #expect(told.detail?.contains("The proof of what was earned stays until \(until.written)") == true)
        let file = try await desk.store.read { [office = desk.office] in try office.file(subject, in: $0) }
        guard case .erased = file.rights.find(Identifier(desk.command(95)))?.answer else {
            Issue.record("What was asked has no answer: \(asked.file.rights)")
            return
        }
        let again = await refusal {
            try await desk.office.perform(
                AskRight(RightsAsked(kind: .access, on: desk.office.clock.today, how: .signed)), on: subject,
                as: desk.adviser, id: desk.command(96))
        }
        #expect(again?.sentence == "This person's details have been erased, so there is nobody to answer.")

        // The work went on, and its provider is still paid for it.
        try desk.move(to: "2013-04-08T09:00:00.000Z")
        try await prove("2013-02-01", "2013-04-05", 97)
        #expect(try await lines(desk).count > before.count)
        try await Projections.rebuild(desk.store, programmes: desk.office.programmes)
        #expect(try await listed(desk).count > list.count)
        #expect(try await Verification.verify(desk.store, desk.office.keyring).isSound)
        try await desk.close()
    }
}
