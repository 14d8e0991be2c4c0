import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("What is kept of how somebody is spoken with")
struct NeedsKeptTests {
    @Test(
        "It is in the copy of their record, and goes with the ways to reach them (UK GDPR articles 15 and 17)",
        arguments: Engine.allCases)
    func kept(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1)
        try await desk.office.perform(
            StateNeeds(
                CommunicationNeeds(spokenLanguage: "Punjabi", interpreter: .spoken, formats: [.largePrint])),
            on: desk.newCase(1), as: desk.adviser, id: desk.command(50))
        desk.time.with { $0 = $0.adding(minutes: 5) }
        let copy = try await desk.office.draftCopy(of: desk.newCase(1))
        let row = copy.sections.flatMap(\.rows).first { $0.name == NeedsWords.title.english }
        #expect(row?.value == "You need an interpreter: Punjabi. Your letters: in large print.")
        #expect(copy.waiting.isEmpty && copy.json.text.contains("Punjabi"), "Nobody has to read it first")

        _ = try await desk.office.erase(desk.newCase(1), [.identity])
        let file = try await desk.store.read { try desk.office.file(desk.newCase(1), in: $0) }
        #expect(file.needs?.needs == .shut)
        try await desk.close()
    }
}
