import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Papers kept with the plan")
struct PlanPapersTests {
    private static let paper: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + Array("a certificate".utf8)
    private static let digest = Documents.digest(of: paper)

    @Test(
        "What shows that a step is done is opened by whoever sees the plan, read through before a copy goes out, and goes with the words (C07, design §3.7)",
        arguments: Engine.allCases)
    func evidence(engine: Engine) async throws {
        let (desk, subject) = try await TestDesk.withPlan(engine)
        let office = desk.office
        let proposed = try await office.perform(
            ProposeAction(text: Words("Get the certificate"), terms: PlanActionTerms(owner: .customer)), on: subject,
            as: desk.provider, id: desk.command(20))
        let action = try #require(proposed.file.plan.actions.last).id
        try await office.perform(
            CompleteAction(
                action: action, on: office.clock.today, evidence: .certificate, words: nil, document: Self.digest),
            on: subject, as: desk.provider, id: desk.command(21),
            documents: [AttachedDocument(Self.paper, .support)])
        let me = Author(person: Identifier(subject), organisation: desk.adviser.organisation, role: .customer)
        for reader in [desk.provider, me] {
            #expect(
                try await office.notice(Self.digest, of: subject, as: reader).content == Self.paper, "\(reader.role)")
        }
        func refused(_ reader: Author) async -> String? {
            await refusal { try await office.notice(Self.digest, of: subject, as: reader).content }?.code
        }
        #expect(await refused(desk.adviser) == "document.none", "the jobcentre does not see the plan")

        let lead = Author(
            person: .init(high: 1, low: 40), organisation: desk.adviser.organisation,
            role: .informationGovernanceLead)
        #expect(await refused(lead) == "document.none", "nobody has asked for a copy")
        _ = try await office.askForCopy(
            of: subject, asked: RightsAsked(kind: .access, on: office.clock.today, how: .online),
            writing: CopyWriting { Array($0.json.text.utf8) }, as: me, command: desk.command(60))
        let draft = try await office.copy(
            of: subject, answering: Identifier<RightsRequest>(desk.command(60)), as: lead)
        #expect(draft.papers.isEmpty && draft.waiting.filter(\.place.isPaper).map(\.text) == [Self.digest])
        #expect(try await office.notice(Self.digest, of: subject, as: lead).content == Self.paper)

        _ = try await office.erase(subject)
        let left = try await office.database.read { connection in
            try office.document(Self.digest, of: office.file(subject, in: connection), in: connection)?.content
        }
        #expect(left == nil)
        try await desk.close()
    }

    @Test(
        "Why a course in a plan that is brought in is needed again is asked with who sent them before (G-010)",
        arguments: Engine.allCases)
    func again(engine: Engine) async throws {
        let (desk, subject) = try await TestDesk.withPlan(engine)
        try await desk.office.perform(
            ProposeAction(text: Words("Go on a CV course"), terms: PlanActionTerms(owner: .customer)), on: subject,
            as: desk.provider, id: desk.command(20))
        func bring(_ again: Words?) -> BringInPlan {
            BringInPlan(
                from: desk.adviser.organisation, lines: [.init(text: Words("Take a CV class"), owner: .customer)],
                again: again)
        }
        let refused = await refusal {
            try await desk.office.perform(bring(nil), on: subject, as: desk.provider, id: desk.command(21))
        }
        #expect(refused?.code == "plan.course-again" && refused?.sentence.contains("on 7 June 2012") == true)
        #expect(refused?.sentence.contains("another organisation") == false, "it is named")
        try await desk.office.perform(
            bring(Words("The first was an hour.")), on: subject, as: desk.provider, id: desk.command(21))
        let read = try await desk.office.open(subject, as: desk.provider).seen.plan?.actions.last
        #expect(read?.again.value?.text == "The first was an hour.")
        try await desk.close()
    }
}
