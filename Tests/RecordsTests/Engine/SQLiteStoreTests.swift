import Foundation
import Kernel
import Records
import TestSupport
import Testing

@Suite("The store in a SQLite file")
struct SQLiteStoreTests {
    static let create: SQL = "CREATE TABLE sample (id BIGINT PRIMARY KEY, data {BYTES})"
    static let insert: SQL = "INSERT INTO sample (id, data) VALUES ($1, $2)"
    static let count: SQL = "SELECT count(*) FROM sample"

    private func int(_ pragma: SQL, on store: any Database) async throws -> Int? {
        try await store.write { try $0.first(pragma) { try $0.int(0) } }
    }

    @Test("An answered write is on the disk: synchronous is FULL on the writer, and stays so, in WAL mode")
    func synchronous() async throws {
        let store = try await TestStore.fresh(.sqlite)
        for _ in 0..<2 {
            #expect(try await int("PRAGMA synchronous", on: store) == 2)
            #expect(try await store.write { try $0.first("PRAGMA journal_mode") { try $0.text(0) } } == "wal")
            #expect(try await int("PRAGMA foreign_keys", on: store) == 1)
            _ = try await store.read { try $0.first("SELECT 1") { try $0.int(0) } }
        }
        let reopened = try await openDatabase(store.location)
        #expect(try await int("PRAGMA synchronous", on: reopened) == 2)
        try await reopened.close()
    }

    @Test(
        "A file that is not SQLite is refused with a sentence, and is left as it was",
        arguments: [1, 3, 99, 4096, 70_000])
    func noise(length: Int) async throws {
        let path = TestStore.newPath(".sqlite")
        let noise = Data((0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ 13) })
        try noise.write(to: URL(fileURLWithPath: path))
        await #expect(throws: RecordsFault.unreadable("\(path): The file is not a Throughline store. Check its name."))
        {
            try await openDatabase(.sqlite(path: path))
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == noise)
    }

    @Test("A store with a page overwritten is called damaged")
    func damaged() async throws {
        let path = TestStore.newPath(".sqlite")
        let store = try await openDatabase(.sqlite(path: path))
        try await Migrator.migrate(store, [Migration(1, "sample", Self.create)])
        try await store.write { connection in
            for id in 0..<200 {
                try connection.run(Self.insert, [.int(id), .bytes([UInt8](repeating: 1, count: 500))])
            }
        }
        try await store.close()
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try file.seek(toOffset: 4096)
        try file.write(contentsOf: Data(repeating: 0x5A, count: 40_960))
        try file.close()
        let reopened = try await openDatabase(.sqlite(path: path))
        await #expect(throws: RecordsFault.unreadable("The store's file is damaged. Restore it from a backup.")) {
            try await reopened.read { try $0.all("SELECT data FROM sample") { try $0.bytes(0) } }
        }
        try await reopened.close()
    }

    @Test("A folder, or a file in a folder that is not there, is refused with a sentence; so is one not to be made")
    func noFile() async throws {
        for path in ["\(TestStore.newPath())/store.sqlite", NSTemporaryDirectory()] {
            await #expect {
                try await openDatabase(.sqlite(path: path))
            } throws: {
                guard case RecordsFault.storage(let words)? = $0 as? RecordsFault else { return false }
                return words.contains(path) && words.contains("folder")
            }
        }
        let missing = TestStore.newPath(".sqlite")
        await #expect(throws: RecordsFault.storage("There is no store at \(missing). Check the path.")) {
            try await openDatabase(.sqlite(path: missing), creating: false)
        }
        #expect(!FileManager.default.fileExists(atPath: missing))
    }

    @Test("The file and its logs are for its owner only, and after closing there is one file")
    func privateFile() async throws {
        let path = TestStore.newPath(".sqlite")
        let store = try await openDatabase(.sqlite(path: path))
        try await Migrator.migrate(store, [Migration(1, "sample", Self.create)])
        _ = try await store.read { try $0.first(Self.count) { try $0.int(0) } }
        for suffix in ["", "-wal", "-shm"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path + suffix)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
        try await store.close()
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    }

    @Test("A store that may not grow gives a sentence, keeps nothing of that write, and can still be read and written")
    func noPagesLeft() async throws {
        let store = try await TestStore.fresh(.sqlite, migrated: false)
        try await Migrator.migrate(store, [Migration(1, "sample", Self.create)])
        try await store.write { _ = try $0.run(Self.insert, [0, nil]) }
        await #expect(
            throws: RecordsFault.storage("The disk that holds the store is full. Free some space, then do it again.")
        ) {
            try await store.write { connection in
                try connection.script("PRAGMA max_page_count = 20")
                try connection.run(Self.insert, [1, .bytes([UInt8](repeating: 1, count: 500_000))])
            }
        }
        #expect(try await store.read { try $0.first(Self.count) { try $0.int(0) } } == 1)
        try await store.write { _ = try $0.run(Self.insert, [2, nil]) }
        #expect(try await store.read { try $0.first(Self.count) { try $0.int(0) } } == 2)
    }

    @Test(
        "A full disk gives a sentence, and the store can be read and, with space again, written",
        .enabled(if: geteuid() == 0, "a small disk can be mounted by root only"))
    func fullDisk() async throws {
        let disk = TestStore.newPath()
        mkdir(disk, 0o700)
        try TestStore.atEnd("umount -l \(disk)")
        try #require(mount("none", disk, "tmpfs", 0, "size=1m") == 0)
        defer { umount2(disk, 2) }
        let store = try await openDatabase(.sqlite(path: "\(disk)/store.sqlite"))
        try await Migrator.migrate(store, [Migration(1, "sample", Self.create)])
        let kept = Locked(0)
        await #expect {
            for id in 0..<1_000 {
                try await store.write {
                    _ = try $0.run(Self.insert, [.int(id), .bytes([UInt8](repeating: 1, count: 20_000))])
                }
                kept.with { $0 += 1 }
            }
        } throws: {
            guard case RecordsFault.storage(let words)? = $0 as? RecordsFault else { return false }
            return words.contains("disk")
        }
        let before = kept.with { $0 }
        #expect(before > 0)
        #expect(try await store.read { try $0.first(Self.count) { try $0.int(0) } } == before)
        #expect(mount("none", disk, "tmpfs", 32, "size=8m") == 0)  // MS_REMOUNT
        try await store.write { _ = try $0.run(Self.insert, [5_000, nil]) }
        #expect(try await store.read { try $0.first(Self.count) { try $0.int(0) } } == before + 1)
        try await store.close()
    }
}
