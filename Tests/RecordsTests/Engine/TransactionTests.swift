import Foundation
import Kernel
import Records
import TestSupport
import Testing

@Suite("Transactions, on both engines", .timeLimit(.minutes(15)))
struct TransactionTests {
    static let create: SQL = "CREATE TABLE tally (name TEXT PRIMARY KEY, total BIGINT NOT NULL)"
    static let insert: SQL = "INSERT INTO tally (name, total) VALUES ($1, $2)"
    static let update: SQL = "UPDATE tally SET total = $1 WHERE name = $2"
    static let select: SQL = "SELECT total FROM tally WHERE name = $1"
    static let count: SQL = "SELECT count(*) FROM tally"

    static func store(_ engine: Engine) async throws -> TestStore {
        let store = try await TestStore.fresh(engine, migrated: false)
        try await Migrator.migrate(store, [Migration(1, "tally", create)])
        return store
    }

    struct Stop: Error {}

    @Test("A closure that throws leaves nothing behind, and the next one runs", arguments: Engine.allCases)
    func rollback(engine: Engine) async throws {
        let store = try await Self.store(engine)
        await #expect(throws: Stop.self) {
            try await store.write { connection in
                try connection.run(Self.insert, ["a", 1])
                throw Stop()
            }
        }
        #expect(try await store.read { try $0.first(Self.count) { try $0.int(0) } } == 0)
        try await store.write { _ = try $0.run(Self.insert, ["a", 2]) }
        #expect(try await store.read { try $0.first(Self.select, ["a"]) { try $0.int(0) } } == 2)
    }

    @Test(
        "A transaction in which a statement failed keeps nothing, even when the failure is caught",
        arguments: Engine.allCases)
    func caughtFailure(engine: Engine) async throws {
        let store = try await Self.store(engine)
        await #expect(throws: RecordsFault.constraint("tally.name")) {
            try await store.write { connection in
                try connection.run(Self.insert, ["a", 1])
                _ = try? connection.run(Self.insert, ["a", 2])
            }
        }
        #expect(try await store.read { try $0.first(Self.count) { try $0.int(0) } } == 0)
    }

    @Test("After going back to a savepoint a transaction goes on", arguments: Engine.allCases)
    func savepoint(engine: Engine) async throws {
        let store = try await Self.store(engine)
        try await store.write { connection in
            try connection.run(Self.insert, ["a", 1])
            try connection.script("SAVEPOINT before")
            _ = try? connection.run(Self.insert, ["a", 2])
            try connection.script("ROLLBACK TO before")
            try connection.run(Self.insert, ["b", 3])
        }
        #expect(try await store.read { try $0.first(Self.count) { try $0.int(0) } } == 2)
    }

    @Test("run says how many rows it changed", arguments: Engine.allCases)
    func changedRows(engine: Engine) async throws {
        let store = try await Self.store(engine)
        let counts = try await store.write { connection in
            [
                try connection.run("INSERT INTO tally (name, total) VALUES ('a', 1), ('b', 2), ('c', 3)"),
                try connection.run("INSERT INTO tally (name, total) VALUES ('a', 9) ON CONFLICT DO NOTHING"),
                try connection.run(Self.update, [5, "a"]), try connection.run(Self.update, [5, "nobody"]),
                try connection.run("DELETE FROM tally WHERE total > $1", [2]),
                try connection.run("CREATE TABLE other (id BIGINT)"),
            ]
        }
        #expect(counts == [3, 0, 1, 0, 2, 0])
    }

    @Test("A statement can be run again while its own rows are being read", arguments: Engine.allCases)
    func nested(engine: Engine) async throws {
        let names: SQL = "SELECT name FROM tally ORDER BY name"
        let store = try await Self.store(engine)
        let pairs = try await store.write { connection in
            for name: SQLValue in ["a", "b", "c"] { try connection.run(Self.insert, [name, 0]) }
            var pairs: [String] = []
            try connection.each(names, []) { outer in
                let first = try outer.text(0)
                try connection.each(names, []) { pairs.append(first + (try $0.text(0))) }
            }
            return pairs
        }
        #expect(pairs == ["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"])
    }

    @Test(
        "A read sees one picture, whatever is written meanwhile, and does not hold the writer up",
        arguments: Engine.allCases)
    func snapshot(engine: Engine) async throws {
        let store = try await Self.store(engine)
        let seen = DispatchSemaphore(value: 0)
        let written = DispatchSemaphore(value: 0)
        async let counts = store.read { connection in
            let before = try connection.first(Self.count) { try $0.int(0) }
            seen.signal()
            #expect(written.wait(timeout: .now() + 60) == .success)
            return [before, try connection.first(Self.count) { try $0.int(0) }]
        }
        try await seen.signalled()
        try await store.write { _ = try $0.run(Self.insert, ["a", 1]) }
        written.signal()
        #expect(try await counts == [0, 0])
        #expect(try await store.read { try $0.first(Self.count) { try $0.int(0) } } == 1)
    }

    @Test("A read cannot write", arguments: Engine.allCases)
    func readOnly(engine: Engine) async throws {
        let store = try await Self.store(engine)
        await #expect(throws: RecordsFault.self) {
            try await store.read { _ = try $0.run(Self.insert, ["a", 1]) }
        }
        #expect(try await store.read { try $0.first(Self.count) { try $0.int(0) } } == 0)
    }

    @Test("Of eight writers at once, none is lost and none is turned away", arguments: Engine.allCases)
    func manyWriters(engine: Engine) async throws {
        let store = try await Self.store(engine)
        let second = try await openDatabase(store.location)
        try await store.write { _ = try $0.run(Self.insert, ["a", 0]) }
        try await withThrowingTaskGroup { group in
            for number in 0..<8 {
                group.addTask {
                    for _ in 0..<10 {
                        try await (number.isMultiple(of: 2) ? store : second).write { connection in
                            let total = try connection.first(Self.select, ["a"]) { try $0.int(0) } ?? 0
                            try connection.run(Self.update, [.int(total + 1), "a"])
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await store.read { try $0.first(Self.select, ["a"]) { try $0.int(0) } } == 80)
        try await second.close()
        try await store.close()
    }

    @Test("A closed store says so, and runs nothing", arguments: Engine.allCases)
    func closed(engine: Engine) async throws {
        let store = try await Self.store(engine)
        try await store.close()
        await #expect(throws: RecordsFault.self) { try await store.read { _ in } }
        await #expect(throws: RecordsFault.self) { try await store.write { _ in } }
    }
}

extension DispatchSemaphore {
    /// Waits on a thread that may block.
    func signalled() async throws {
        try await withCheckedThrowingContinuation { (waiting: CheckedContinuation<Void, any Error>) in
            Thread.detachNewThread {
                self.wait(timeout: .now() + 60) == .success
                    ? waiting.resume() : waiting.resume(throwing: RecordsFault.fault("Nothing came in a minute."))
            }
        }
    }
}
