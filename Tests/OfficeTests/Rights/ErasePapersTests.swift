import Casework
import Foundation
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Erasing somebody of whom papers are kept as proof")
struct ErasePapersTests {
    /// A photograph on which a name is printed.
    private static let payslip: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array("Pay to Rosa Parr".utf8)
    private static let digest = Documents.digest(of: payslip)

    private func proven(_ desk: TestDesk) async throws {
        let job = try await desk.inWork()
        try await desk.office.perform(
            RecordProof(
                job: job, kind: "payslip", from: CalendarDay("2012-07-30"),
                until: CalendarDay("2012-08-26"), document: Self.digest), on: desk.newCase(1), as: desk.provider,
            id: desk.command(53), documents: [AttachedDocument(Self.payslip, .evidence)])
    }

    private func kept(_ office: Office, _ desk: TestDesk) async throws -> [UInt8]? {
        try await office.database.read { connection in
            try office.document(Self.digest, of: office.file(desk.newCase(1), in: connection), in: connection)?.content
        }
    }

    /// A store made of a backup, with everything erased again.
    private func restored(_ backup: String, _ desk: TestDesk, _ engine: Engine) async throws -> (TestStore, Office) {
        let store = try await TestStore.fresh(engine, migrated: false)
        let restored = try await Custody(
            store, keys: desk.office.keyring, register: desk.erasures, programmes: desk.office.programmes
        ).restore(from: backup)
        #expect(restored.verification.isSound)
        return (
            store,
            try await Office(
                store, keyring: desk.office.keyring, programmes: desk.office.programmes, clock: desk.office.clock)
        )
    }

    @Test(
        "A photographed payslip stays sealed with what it proves, and the person is told that it may show a name; it goes with the proof, and no backup brings it back (M-060, design §3.7)",
        arguments: Engine.allCases)
    func payslip(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await proven(desk)
        let backup = TestStore.newPath(".backup")
        try await Custody(desk.store, keys: desk.office.keyring, register: desk.erasures).backup(
            to: backup, at: desk.office.clock.now)
        desk.time.with { $0 = $0.adding(minutes: 1) }

        let erased = try await desk.office.erase(desk.newCase(1))
        #expect(erased.toldToThePerson.contains { $0.contains("may show a name: a payslip") })
        #expect(!erased.toldToThePerson.contains { $0.contains("nobody") && $0.contains("name on it") })
        #expect(try await kept(desk.office, desk) == Self.payslip)
        // It is sealed: not one row shows what is printed on it.
        let chunks = try await desk.store.read { connection in
            try connection.all("SELECT sealed FROM document_chunks", []) { try $0.bytes(0) }
        }
        #expect(!chunks.isEmpty && chunks.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("Rosa") })
        let (store, office) = try await restored(backup, desk, engine)
        #expect(try await kept(office, desk) == Self.payslip)
        let back = try await store.read { try office.file(desk.newCase(1), in: $0) }
        #expect(back.customer?.identity == .shut)
        try await office.close()
        try await store.close()

        desk.time.with { $0 = Instant(london: CalendarDay(ymd: (2019, 1, 7)), hour: 12, minute: 0) }
        let last = try await desk.office.erase(desk.newCase(1), [.evidence])
        #expect(last.evidenceUntil == nil && !last.toldToThePerson.contains { $0.contains("may show a name") })
        #expect(try await kept(desk.office, desk) == nil)
        let (empty, after) = try await restored(backup, desk, engine)
        #expect(try await kept(after, desk) == nil)
        let left = try await empty.read { try $0.first("SELECT count(*) FROM document_chunks", []) { try $0.int(0) } }
        #expect(left == 0)
        try await after.close()
        try await empty.close()
        try await desk.close()
    }

    @Test("Whoever reads Welsh is told in Welsh, by what the record said before it went (G-245)")
    func welsh() async throws {
        let desk = try await TestDesk.open(.ofTests)
        try await desk.register(1)
        try await desk.office.perform(
            ChooseLanguage(.welsh), on: desk.newCase(1), as: desk.adviser, id: desk.command(60))
        let erased = try await desk.office.erase(desk.newCase(1))
        let told = erased.toldToThePerson.joined(separator: "\n")
        #expect(erased.language == .welsh && told.contains("Cadwn y prawf") && told.contains("enw, dyddiad geni"))
        for phrase in ErasureWords.allCases.flatMap({ $0.english.split(separator: /\{\d\}/) }) where phrase.count > 9 {
            #expect(!told.contains(phrase), "\(phrase)")
        }
        try await desk.close()
    }
}
