import Casework
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Erasing a case in the office")
struct EraseCaseTests {
    @Test(
        "The person goes at once; the proof of what was earned only six years after the last entry (M-060)",
        arguments: Engine.allCases)
    func classes(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1, nationalInsurance: "QQ123456C")
        let store = OpenedStore(
            database: desk.store, keyring: desk.office.keyring, office: desk.office, seed: nil,
            erasures: ErasureRegister(path: TestStore.newPath(".erasures"), keys: desk.office.keyring))
        let early = await refusal { try await store.erase(desk.newCase(1), evidence: true) }
        #expect(early?.code == "erase.evidence")
        #expect(early?.sentence.contains("until 1 June 2018") == true)
        let erased = try await store.erase(desk.newCase(1), evidence: false)
        #expect(erased.classes == [.identity, .support, .safety] && erased.events == 1)
        let found = try await desk.store.read { [office = desk.office] connection in
            CaseFile(id: desk.newCase(1), folding: try office.streams.read(desk.newCase(1), in: connection))
        }
        #expect(found.customer != nil && found.customer?.identity == .shut)
        desk.time.with { $0 = Instant(london: CalendarDay(ymd: (2018, 6, 1)), hour: 12, minute: 0) }
        let later = try await store.erase(desk.newCase(1), evidence: true)
        #expect(later.evidenceUntil == nil)
        #expect(await refusal { try await store.erase(desk.newCase(9), evidence: false) }?.code == "erase.none")
        try await desk.close()
    }
}
