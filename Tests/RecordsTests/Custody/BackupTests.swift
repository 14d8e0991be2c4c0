import Foundation
import Kernel
import TestSupport
import Testing

@testable import Records

@Suite("Backing up and restoring")
struct BackupTests {
    static let pairs = Engine.allCases.flatMap { from in Engine.allCases.map { (from, $0) } }

    @Test("A backup restored into either engine is the same store", arguments: pairs)
    func roundTrip(from: Engine, to: Engine) async throws {
        let room = try await CustodyRoom(from, keys: .test())
        let path = TestStore.newPath(".backup")
        let rows = try await room.custody.backup(to: path, at: .start)
        let before = try await Verification.verify(room.store, room.keys)
        let other = try await CustodyRoom(to, keys: .test(), populated: false)
        let restoration = try await other.custody.restore(from: path, nothingErasedSince: true)
        #expect(restoration.verification == before)
        #expect(before.isSound && before.events == 19)
        #expect(restoration.rows == rows && restoration.erasures == nil)
        #expect(try await other.letter() == CustodyRoom.letter)
        for table in StoredTable.backedUp {
            #expect(try await room.store.count(table.name) > 0 || !Self.populated.contains(table.name), "\(table.name)")
            #expect(try await other.store.rows(of: table) == room.store.rows(of: table), "\(table.name)")
        }
        // What is restored goes on.
        try await Streams(keys: other.keys).add([.told("after")], to: CustodyRoom.first, in: other.store)
        try await Checkpoints(keys: other.keys).make(in: other.store, at: .start)
        #expect(try await Verification.verify(other.store, other.keys).isSound)
        try await other.close()
        try await room.close()
    }

    /// Tables that these tests put something into.
    static let populated: Set<String> = [
        "master_keys", "keys", "events", "streams", "checkpoints", "checkpoint_heads", "guards", "commands",
        "documents",
        "document_chunks", "outbox", "looks", "sign_in_codes", "recovery_codes",
    ]

    @Test("A backup cut short or altered anywhere is refused, and nothing is restored")
    func damaged() async throws {
        let room = try await CustodyRoom(.sqlite, keys: .test())
        let path = TestStore.newPath(".backup")
        try await room.custody.backup(to: path, at: .start)
        let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let other = try await CustodyRoom(.sqlite, keys: .test(), populated: false)
        let random = RandomSource.seeded(2)
        func refuses(_ bytes: [UInt8], _ comment: Comment) async throws {
            let damaged = TestStore.newPath(".backup")
            try Data(bytes).write(to: URL(fileURLWithPath: damaged))
            let refusal = await #expect(throws: Refusal.self, comment) {
                _ = try await other.custody.restore(from: damaged, nothingErasedSince: true)
            }
            #expect(["backup.damaged", "backup.other"].contains(refusal?.code), comment)
        }
        for length in [0, 1, 20, 21, 22, whole.count - 37, whole.count - 36, whole.count - 1]
            + (0..<60).map({ _ in random.below(whole.count) })
        {
            try await refuses(Array(whole[..<length]), "cut at \(length)")
        }
        for _ in 0..<100 {
            var altered = whole
            let place = random.below(whole.count)
            altered[place] ^= 1 << random.below(8)
            try await refuses(altered, "altered at \(place)")
        }
        try await refuses(whole + [0], "with something after its end")
        #expect(try await other.custody.restore(from: path, nothingErasedSince: true).verification.isSound)
        try await other.close()
        try await room.close()
    }

    @Test("What was erased since is not in a store restored from an older backup (design §3.4)", arguments: pairs)
    func erasedSince(from: Engine, to: Engine) async throws {
        let register = TestStore.newPath(".erasures")
        let room = try await CustodyRoom(from, keys: .test(), register: register)
        let path = TestStore.newPath(".backup")
        try await room.custody.backup(to: path, at: .start)
        try await room.custody.erase(CustodyRoom.first, [.identity, .support], at: .start)
        try await room.custody.erase(Identifier<Probe>.number(1), Set(RetentionClass.allCases), at: .start)
        let other = try await CustodyRoom(to, keys: .test(), register: register, populated: false)
        let restoration = try await other.custody.restore(from: path)
        #expect(restoration.erasures == 2)
        #expect(restoration.verification == (try await Verification.verify(room.store, room.keys)))
        #expect(restoration.verification.isSound && restoration.verification.erased > 0)
        #expect(
            try await other.store.facts(of: CustodyRoom.first, keys: other.keys)[1] == .told("T1", .shut, .identity))
        #expect(try await other.store.facts(of: Identifier<Probe>.number(1), keys: other.keys) == [])
        #expect(try await other.letter() == nil)
        try await other.close()
        try await room.close()
    }

    @Test("A store that holds anything, another master key and a name in use are refused", arguments: Engine.allCases)
    func refused(engine: Engine) async throws {
        let room = try await CustodyRoom(engine, keys: .test())
        let path = TestStore.newPath(".backup")
        try await room.custody.backup(to: path, at: .start)
        let again = await #expect(throws: Refusal.self) { try await room.custody.backup(to: path, at: .start) }
        #expect(again?.code == "file.exists")
        let full = await #expect(throws: Refusal.self) {
            _ = try await room.custody.restore(from: path, nothingErasedSince: true)
        }
        #expect(full?.code == "restore.not-empty")
        let opened = try await CustodyRoom(engine, keys: .test(), populated: false)
        try await Migrator.migrate(opened.store)
        try await opened.store.write { try opened.keys.unlock($0) }
        let kept = try await opened.custody.restore(from: path, nothingErasedSince: true)
        #expect(kept.verification.isSound, "It held no records yet")
        try await opened.close()
        let other = try await CustodyRoom(engine, keys: .test(2), populated: false)
        let wrong = await #expect(throws: Refusal.self) {
            _ = try await other.custody.restore(from: path, nothingErasedSince: true)
        }
        #expect(wrong?.code == "key.other")
        #expect(try await other.store.count("events") == 0)
        let absent = await #expect(throws: Refusal.self) {
            _ = try await other.custody.restore(from: path + ".none", nothingErasedSince: true)
        }
        #expect(absent?.code == "file.absent")
        try await other.close()
        try await room.close()
    }

    @Test("A backup that cannot be finished leaves no file", arguments: Engine.allCases)
    func unfinished(engine: Engine) async throws {
        let room = try await CustodyRoom(engine, keys: .test())
        let path = TestStore.newPath(".backup")
        try await room.store.tamper("UPDATE streams SET signed = signed")
        let broken = Custody(room.store, keys: try .test(2), register: room.register)
        await #expect(throws: Refusal.self) { try await broken.backup(to: path, at: .start) }
        await #expect(throws: Refusal.self) { try await room.custody.backup(to: "/nowhere/at/all", at: .start) }
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(!FileManager.default.fileExists(atPath: path + ".partial"))
        try await room.close()
    }
}

extension Database {
    /// Every row of a table, in the order of its key.
    func rows(of table: StoredTable) async throws -> [[SQLValue]] {
        try await read { connection in
            var rows: [[SQLValue]] = []
            try table.eachRow(in: connection) { rows.append($0) }
            return rows
        }
    }
}
