import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("The mark of made-up people")
struct MadeUpMarkTests {
    @Test(
        "A copy of a record says that somebody is made up where the store does, and nowhere else (decisions, people)",
        arguments: Engine.allCases)
    func copies(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1)
        let real = try await desk.office.draftCopy(of: desk.newCase(1))
        #expect(!real.isMadeUp && !real.json.text.contains("made up"))
        try await desk.store.write { try Settings.set(Settings.simulated, to: "7", in: $0) }
        let madeUp = try await desk.office.draftCopy(of: desk.newCase(1))
        #expect(madeUp.isMadeUp && madeUp.json.text.contains("\"made up\":true"))
        let rows = madeUp.sections.flatMap(\.rows)
        #expect(rows.count == real.sections.flatMap(\.rows).count, "Its mark says so, and no line says it again")
        #expect(!rows.contains { $0.value.contains("demonstration") }, "A simulation is none")
        try await desk.close()
    }
}
