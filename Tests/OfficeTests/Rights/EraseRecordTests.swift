import Casework
import Foundation
import Kernel
import Programmes
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Erasing a record in the office")
struct EraseRecordTests {
    @Test(
        "The person goes at once; the proof of what was earned only six years after the last entry, and they are told (M-060)",
        arguments: Engine.allCases)
    func classes(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1, nationalInsurance: "QQ123456C")
        let early = await refusal { try await desk.office.erase(desk.newCase(1), Set(RetentionClass.allCases)) }
        #expect(early?.code == "erase.evidence")
        #expect(early?.sentence.contains("until 1 June 2018") == true)
        let erased = try await desk.office.erase(desk.newCase(1))
        #expect(erased.classes == [.identity, .support, .safety] && erased.events == 2)
        #expect(erased.toldToThePerson.contains { $0.contains("until 1 June 2018, because") })
        let found = try await desk.store.read { [office = desk.office] in
            try office.streams.file(desk.newCase(1), in: $0)
        }
        #expect(found.customer != nil && found.customer?.identity == .shut)
        #expect(found.customer?.erasures.map(\.erasure.evidenceUntil) == [try CalendarDay("2018-06-01")])
        let again = await refusal { try await desk.office.erase(desk.newCase(1)) }
        #expect(again?.code == "erase.already")
        desk.time.with { $0 = Instant(london: CalendarDay(ymd: (2018, 6, 1)), hour: 12, minute: 0) }
        let later = try await desk.office.erase(desk.newCase(1), [.evidence])
        #expect(later.evidenceUntil == nil)
        #expect(await refusal { try await desk.office.erase(desk.newCase(9)) }?.code == "erase.none")
        #expect(try await Verification.verify(desk.store, desk.office.keyring).isSound)
        try await desk.close()
    }

    @Test("The notices that were sent go with the name and address that stand in them", arguments: Engine.allCases)
    func notices(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.bookedWithEmail(1)
        try await desk.giveNotice(try await desk.appointment(1).id, 1)
        let notice = try await desk.appointment(1).notices.first?.notice
        let digest = try #require(notice?.digest)
        let kept = try await desk.office.notice(digest, of: desk.newCase(1), as: desk.provider)
        #expect(String(decoding: kept.content, as: UTF8.self).contains("Rosa Parr"))
        try await desk.office.erase(desk.newCase(1))
        #expect(
            await refusal { try await desk.office.notice(digest, of: desk.newCase(1), as: desk.provider) }?.code
                == "document.none")
        #expect(try await desk.appointment(1).notices.first?.notice.digest == digest, "that it was sent stays")
        try await desk.close()
    }

    @Test(
        "Letters that were written to files go with the person, and nobody else's (M-060)", arguments: Engine.allCases)
    func letters(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        let folder = TestStore.newPath(".mail")
        desk.office.letterFolder.with { $0 = folder }
        for number in [UInt64(1), 2] {
            try await desk.bookedWithEmail(number)
            try await desk.giveNotice(try await desk.appointment(number).id, number)
        }
        let courier = FileCourier(folder: folder, from: try MailAddress("post@demonstration.example"))
        #expect(try await desk.worker(courier).sendAll() == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
        let event = try await desk.appointment(2).notices.first?.event.id.description
        let kept = try #require(event)
        try await desk.office.erase(desk.newCase(1))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["\(kept).notice.eml"])
        try FileManager.default.removeItem(atPath: folder)
        try await desk.office.erase(desk.newCase(2))
        try await desk.close()
    }

    @Test("What was planned is not erased once something more was recorded", arguments: Engine.allCases)
    func meanwhile(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        let planned = try await desk.store.read { [office = desk.office] in
            try office.erasable(desk.newCase(1), in: $0)
        }
        let found = try #require(planned)
        let plan = ErasurePlan(
            found: found, classes: [.identity, .support, .safety], why: .asked, by: desk.adviser, evidenceUntil: nil)
        let terms = ConsentTerms(recipient: desk.manager.organisation, categories: [.household], purpose: "training")
        try await desk.office.perform(
            AskConsent(terms: terms, why: Words("She has come back.")), on: desk.newCase(1), as: desk.adviser,
            id: desk.command(5))
        #expect(try await desk.office.erase([plan], at: desk.office.clock.now).isEmpty)
        #expect(try desk.erasures.erasures().isEmpty)
        let opened = try await desk.office.open(desk.newCase(1), as: desk.adviser)
        #expect(opened.seen.identity?.name == "Rosa Parr")
        try await desk.close()
    }

    @Test("Of one class alone only that goes", arguments: Engine.allCases)
    func oneClass(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        let erased = try await desk.office.erase(desk.newCase(1), [.support])
        #expect(erased.classes == [.support])
        let opened = try await desk.office.open(desk.newCase(1), as: desk.adviser)
        #expect(opened.seen.identity?.name == "Rosa Parr")
        // Somebody who comes back is written about again, with a new key that opens nothing of what was erased.
        let terms = ConsentTerms(recipient: desk.manager.organisation, categories: [.household], purpose: "training")
        _ = try await desk.office.perform(
            AskConsent(terms: terms, why: Words("She has come back.")), on: desk.newCase(1), as: desk.adviser,
            id: desk.command(5))
        let after = try await desk.office.open(desk.newCase(1), as: desk.adviser)
        #expect(after.seen.consents?.requests.first?.why == .open(Words("She has come back.")))
        #expect(try await Verification.verify(desk.store, desk.office.keyring).isSound)
        // The register is applied again and takes nothing that came after it.
        try await Custody(desk.store, keys: desk.office.keyring, register: desk.erasures).applyRegister()
        let applied = try await desk.office.open(desk.newCase(1), as: desk.adviser)
        #expect(applied.seen.consents?.requests.first?.why == .open(Words("She has come back.")))
        // And what came after it can be erased in its turn.
        desk.time.with { $0 = $0.adding(minutes: 1) }
        _ = try await desk.office.erase(desk.newCase(1), [.support])
        let gone = try await desk.office.open(desk.newCase(1), as: desk.adviser)
        #expect(gone.seen.consents?.requests.first?.why == .shut)
        #expect(try await desk.office.erasureProofs(of: desk.newCase(1)).count == 2)
        #expect(try await Verification.verify(desk.store, desk.office.keyring).isSound)
        try await desk.close()
    }

    @Test(
        "A process that had the case in memory knows nothing more of the person (design §3.4)",
        arguments: Engine.allCases)
    func otherProcess(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1, nationalInsurance: "QQ123456C")
        let other = try await desk.otherProcess()
        #expect(try await other.open(desk.newCase(1), as: desk.adviser).seen.identity?.name == "Rosa Parr")
        _ = try await desk.office.erase(desk.newCase(1))
        let opened = try await other.open(desk.newCase(1), as: desk.adviser)
        #expect(opened.seen.identity == nil && opened.seen.erasures.count == 1)
        try await other.close()
        try await desk.close()
    }

    @Test("The proof names the keys, and is the one that the record remembers", arguments: Engine.allCases)
    func proof(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.register(1)
        let erased = try await desk.office.erase(desk.newCase(1), by: desk.administrator)
        let proofs = try await desk.office.erasureProofs(of: desk.newCase(1))
        #expect(proofs == [erased.proof])
        #expect(erased.proof.keys.map(\.retention) == [.identity, .safety, .support])
        #expect(erased.proof.by == desk.administrator && erased.proof.keys.allSatisfy { $0.code.count == 64 })
        let file = try await desk.store.read { [office = desk.office] in
            try office.sealedStreams.file(desk.newCase(1), in: $0)
        }
        #expect(file.customer?.erasures.first?.erasure.proof == erased.proof.digest)
        #expect(!erased.proof.sentences.joined().contains("Parr"))
        try await desk.close()
    }

    @Test("An older backup brings nothing of the person back, on either engine", arguments: Engine.allCases)
    func restored(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        try await desk.register(2)
        let backup = TestStore.newPath(".backup")
        let custody = Custody(desk.store, keys: desk.office.keyring, register: desk.erasures)
        try await custody.backup(to: backup, at: desk.office.clock.now)
        _ = try await desk.office.erase(desk.newCase(1))
        let left = try await desk.dump()
        #expect(!left.contains { $0.contains(desk.newCase(1).description) && $0.contains("Parr") })

        let store = try await TestStore.fresh(engine, migrated: false)
        let other = Custody(store, keys: desk.office.keyring, register: desk.erasures)
        let restored = try await other.restore(from: backup)
        #expect(restored.verification.isSound && restored.erasures == 1)
        try await Projections.rebuild(store, programmes: desk.office.programmes)
        let office = try await Office(
            store, keyring: desk.office.keyring, programmes: desk.office.programmes, clock: desk.office.clock)
        let opened = try await office.open(desk.newCase(1), as: desk.adviser)
        #expect(opened.seen.identity == nil)
        #expect(try await office.find(.name("Parr"), as: desk.adviser).map(\.subject) == [desk.newCase(2)])
        let named = try await store.read { connection in
            try ["identity", "identity_history"].map { table in
                try connection.all(SQL(stringLiteral: "SELECT subject FROM \(table)")) { try $0.text(0) }
            }
        }
        #expect(!named.joined().contains(desk.newCase(1).description))
        try await office.close()
        try await store.close()
        try await desk.close()
    }

    @Test("Not one of the files of a SQLite store holds the name any longer")
    func files() async throws {
        let desk = try await TestDesk.open(.sqlite)
        let identity = try Identity(
            given: "Zebedee", family: "Quillfeather", born: CalendarDay("1981-02-03"), address: "9 Nowhere Lane",
            on: CalendarDay("2012-06-01"))
        _ = try await desk.office.perform(
            RegisterCustomer(identity: identity), on: desk.newCase(1), as: desk.adviser, id: desk.command(1))
        guard case .sqlite(let path) = desk.store.location else { return }
        func holds(_ text: String) -> Bool {
            [path, path + "-wal"].contains {
                FileManager.default.contents(atPath: $0)?.range(of: Data(text.utf8)) != nil
            }
        }
        #expect(holds("Quillfeather") && holds("Nowhere Lane"))
        _ = try await desk.office.erase(desk.newCase(1))
        #expect(!holds("Quillfeather") && !holds("quillfeather") && !holds("Nowhere Lane"))
        try await desk.close()
    }

    @Test(
        "The counts of a month are the same when the evidence has gone, and after an older backup is restored",
        arguments: Engine.allCases)
    func counts(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        let backup = TestStore.newPath(".backup")
        let custody = Custody(desk.store, keys: desk.office.keyring, register: desk.erasures)
        try await custody.backup(to: backup, at: desk.office.clock.now)
        desk.time.with { $0 = Instant(london: CalendarDay(ymd: (2019, 1, 7)), hour: 12, minute: 0) }
        _ = try await desk.office.erase(desk.newCase(1), Set(RetentionClass.allCases))
        func kept(_ store: TestStore) async throws -> [String] {
            try await store.read {
                try MonthCounts.kept(in: $0).map { "\($0.count.month) \($0.count.kind) \($0.counted.number)" }
            }
        }
        let expected = [
            "2012-06 customer.registered 1", "2012-06 referral.interviewRecorded 1", "2012-06 referral.allocated 1",
            "2012-06 referral.made 1", "2012-06 referral.transmitted 1",
        ]
        #expect(Set(try await kept(desk.store)) == Set(expected))
        try await custody.applyRegister()
        #expect(Set(try await kept(desk.store)) == Set(expected), "A case is counted once")

        let store = try await TestStore.fresh(engine, migrated: false)
        let other = Custody(
            store, keys: desk.office.keyring, register: desk.erasures, programmes: desk.office.programmes)
        #expect(try await other.restore(from: backup).verification.isSound)
        #expect(Set(try await kept(store)) == Set(expected))
        try await store.close()
        try await desk.close()
    }
}

extension TestDesk {
    /// Every row of the tables that are backed up, as text.
    func dump() async throws -> [String] {
        try await store.read { connection in
            try ["identity", "identity_history", "outbox", "caseload", "diary", "looks"].flatMap { table in
                let columns = try connection.all(Self.columns(of: table, connection.engine)) { try $0.text(0) }
                let joined = columns.map { "coalesce(CAST(\($0) AS TEXT), '')" }.joined(separator: " || '|' || ")
                return try connection.all(SQL(stringLiteral: "SELECT \(joined) FROM \(table)")) { try $0.text(0) }
            }
        }
    }

    private static func columns(of table: String, _ engine: Engine) -> SQL {
        engine == .sqlite
            ? SQL(stringLiteral: "SELECT name FROM pragma_table_info('\(table)')")
            : SQL(
                stringLiteral: """
                    SELECT column_name FROM information_schema.columns
                    WHERE table_schema = current_schema() AND table_name = '\(table)'
                    """)
    }
}
