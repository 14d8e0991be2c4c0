import Kernel
import Records
import TestSupport
import Testing

@Suite("Values, on both engines")
struct ValuesTests {
    static let create: SQL = "CREATE TABLE sample (id BIGINT PRIMARY KEY, words TEXT, flag BOOLEAN, data {BYTES})"
    static let insert: SQL = "INSERT INTO sample (id, words, flag, data) VALUES ($1, $2, $3, $4)"
    static let select: SQL = "SELECT id, words, flag, data FROM sample ORDER BY id"

    static func store(_ engine: Engine) async throws -> TestStore {
        let store = try await TestStore.fresh(engine, migrated: false)
        try await Migrator.migrate(store, [Migration(1, "sample", create)])
        return store
    }

    @Test("Every kind of value is read back as it was written", arguments: Engine.allCases)
    func roundTrip(engine: Engine) async throws {
        let rows: [(Int, SQLValue, SQLValue, SQLValue)] = [
            (.min, "", true, .bytes([])),
            (-1, "Zoë Ó Briain 🧑🏽‍💼 İstanbul e\u{301} \u{FEFF}\r\n'\"\\", false, .bytes(Array(0...255))),
            (0, nil, nil, nil),
            (1, .text(String(repeating: "長", count: 100_000)), true, .bytes([UInt8](repeating: 0, count: 1_000_000))),
            (.max, "\u{1}\u{7F}\u{10FFFF}", false, .bytes([0])),
        ]
        let store = try await Self.store(engine)
        let expected = rows.map { [SQLValue.int($0), $1, $2, $3] }
        try await store.write { connection in
            for row in expected {
                let changed = try connection.run(Self.insert, row)
                #expect(changed == 1)
            }
        }
        let found = try await store.read { try $0.all(Self.select) { try $0.values() } }
        #expect(found == expected)
        try await store.close()
    }

    @Test("A text with a NUL in it is refused by both, since PostgreSQL cannot keep it", arguments: Engine.allCases)
    func nul(engine: Engine) async throws {
        let store = try await Self.store(engine)
        await #expect(throws: RecordsFault.fault("A text with a NUL in it cannot be kept.")) {
            try await store.write { try $0.run(Self.insert, [1, "a\0b", true, nil]) }
        }
    }

    @Test("A value is bound by the number of its place, whatever order the places come in", arguments: Engine.allCases)
    func placesOutOfOrder(engine: Engine) async throws {
        let swapped: SQL = "SELECT CAST($2 AS TEXT), CAST($1 AS TEXT), CAST($2 AS TEXT)"
        let store = try await TestStore.fresh(engine)
        let found = try await store.read {
            try $0.all(swapped, ["first", "second"]) { try [$0.text(0), $0.text(1), $0.text(2)] }
        }
        #expect(found == [["second", "first", "second"]])
    }

    @Test("Values that are too few or too many are a fault", arguments: Engine.allCases, [[], ["one", "two"]])
    func wrongCount(engine: Engine, values: [SQLValue]) async throws {
        let store = try await TestStore.fresh(engine)
        await #expect { try await store.read { try $0.run("SELECT CAST($1 AS TEXT)", values) } } throws: {
            guard case RecordsFault.fault(let words)? = $0 as? RecordsFault else { return false }
            return words.contains("\(values.count) values")
        }
    }

    @Test(
        "A null, a column of another kind, or no column, is a fault and not a made-up value", arguments: Engine.allCases
    )
    func wrongKind(engine: Engine) async throws {
        let store = try await Self.store(engine)
        try await store.write { _ = try $0.run(Self.insert, [1, nil, nil, nil]) }
        let reads: [@Sendable (any Row) throws -> Void] = [
            { _ = try $0.text(0) }, { _ = try $0.bytes(0) }, { _ = try $0.text(1) }, { _ = try $0.bool(2) },
            { _ = try $0.int(2) }, { _ = try $0.bytes(3) }, { _ = try $0.int(9) },
        ]
        for read in reads {
            await #expect(throws: RecordsFault.self) { try await store.read { try $0.each(Self.select, [], read) } }
        }
        let optionals = try await store.read {
            try $0.first(Self.select) { (try $0.optionalText(1), try $0.optionalInt(2), try $0.optionalBytes(3)) }
        }
        #expect(optionals ?? ("", 0, []) == (nil, nil, nil))
    }

    @Test("sum over whole numbers is a whole number on both", arguments: Engine.allCases)
    func sums(engine: Engine) async throws {
        let store = try await Self.store(engine)
        for batch: [Int] in [[1, 2, 3], [-10_000, 120_000_000], [.min + 110_000_000], [-1_00_00_00_00]] {
            let total = batch.reduce(0, +)
            let found = try await store.write { connection in
                for id in batch { try connection.run(Self.insert, [.int(id), nil, nil, nil]) }
                defer { _ = try? connection.run("DELETE FROM sample") }
                return try connection.first("SELECT sum(id) FROM sample") { try $0.int(0) }
            }
            #expect(found == total)
        }
    }

    @Test("LIKE minds case on both", arguments: Engine.allCases)
    func like(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let found = try await store.read {
            try $0.first("SELECT 'Abc' LIKE 'a%', 'abc' LIKE 'a%'") { (try $0.bool(0), try $0.bool(1)) }
        }
        #expect(found ?? (true, false) == (false, true))
    }

    @Test("Texts sort by code on both", arguments: Engine.allCases)
    func order(engine: Engine) async throws {
        let words = ["a", "B", "é", "z", "a-b", "aa", "Z", "", "長", "🧑"]
        let store = try await Self.store(engine)
        try await store.write { connection in
            for (id, word) in words.enumerated() { try connection.run(Self.insert, [.int(id), .text(word), nil, nil]) }
        }
        let found = try await store.read { try $0.all("SELECT words FROM sample ORDER BY words") { try $0.text(0) } }
        #expect(found == words.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    }
}

extension Row {
    /// The four columns of the sample table.
    func values() throws -> [SQLValue] {
        [
            .int(try int(0)), try optionalText(1).map { .text($0) } ?? .null,
            isNull(2) ? .null : .bool(try bool(2)), try optionalBytes(3).map { .bytes($0) } ?? .null,
        ]
    }
}
