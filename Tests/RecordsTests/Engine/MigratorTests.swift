import Foundation
import Records
import TestSupport
import Testing

@Suite("Migrations, on both engines", .timeLimit(.minutes(15)))
struct MigratorTests {
    static let first = Migration(
        1, "things",
        """
        CREATE TABLE thing (id BIGINT PRIMARY KEY, data {BYTES} NOT NULL, flag BOOLEAN NOT NULL DEFAULT FALSE);
        CREATE TABLE numbered (id {IDENTITY}, words TEXT NOT NULL DEFAULT '{}');
        CREATE TABLE placed (a TEXT NOT NULL, b BIGINT NOT NULL, PRIMARY KEY (a, b)) {BY KEY};
        """)
    static let second = Migration(2, "more", "ALTER TABLE thing ADD COLUMN note TEXT")
    static let broken = Migration(3, "broken", "CREATE TABLE halfway (id BIGINT); INSERT INTO nowhere (id) VALUES (1)")

    @Test(
        "An empty store is set up; migrating again does nothing; a later program adds what is new",
        arguments: Engine.allCases)
    func inOrder(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine, migrated: false)
        #expect(try await Migrator.version(of: store) == 0)
        try await Migrator.migrate(store, [Self.first])
        try await Migrator.migrate(store, [Self.first])
        #expect(try await Migrator.version(of: store) == 1)
        try await Migrator.migrate(store, [Self.first, Self.second])
        #expect(try await Migrator.version(of: store) == 2)
        let ids = try await store.write { connection in
            try connection.run("INSERT INTO thing (id, data, note) VALUES ($1, $2, $3)", [1, .bytes([1]), "n"])
            try connection.run("INSERT INTO placed (a, b) VALUES ('a', 1)")
            return try connection.all("INSERT INTO numbered (words) VALUES ('a'), ('b') RETURNING id") { try $0.int(0) }
        }
        #expect(ids == [1, 2])
    }

    @Test("A migration that fails leaves nothing of itself", arguments: Engine.allCases)
    func failing(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine, migrated: false)
        await #expect(throws: RecordsFault.self) {
            try await Migrator.migrate(store, [Self.first, Self.second, Self.broken])
        }
        #expect(try await Migrator.version(of: store) == 2)
        await #expect(throws: RecordsFault.self) {
            try await store.read { _ = try $0.first("SELECT count(*) FROM halfway") { try $0.int(0) } }
        }
    }

    @Test("A store from a later version is refused with both numbers", arguments: Engine.allCases)
    func newer(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine, migrated: false)
        try await Migrator.migrate(store, [Self.first, Self.second])
        await #expect(throws: RecordsFault.newer(found: 2, known: 1)) {
            try await Migrator.migrate(store, [Self.first])
        }
    }

    @Test("A migration altered after it ran is refused", arguments: Engine.allCases)
    func altered(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine, migrated: false)
        try await Migrator.migrate(store, [Self.first, Self.second])
        let other = Migration(2, "more", "ALTER TABLE thing ADD COLUMN notes TEXT")
        await #expect {
            try await Migrator.migrate(store, [Self.first, other])
        } throws: {
            guard case RecordsFault.unreadable(let words)? = $0 as? RecordsFault else { return false }
            return words.contains("Migration 2 (more)")
        }
    }

    @Test("Another program's tables are left alone", arguments: Engine.allCases)
    func another(engine: Engine) async throws {
        for theirs: SQL in ["CREATE TABLE wp_posts (id BIGINT)", "CREATE TABLE migrations (id BIGINT, batch BIGINT)"] {
            let store = try await TestStore.fresh(engine, migrated: false)
            try await store.write { try $0.script(theirs) }
            await #expect(
                throws: RecordsFault.unreadable(
                    "The database holds another program's tables. Give Throughline its own.")
            ) {
                try await Migrator.migrate(store, [Self.first])
            }
        }
    }

    @Test("A store with nothing in it is refused where one may not be made", arguments: Engine.allCases)
    func notCreating(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine, migrated: false)
        for _ in 0..<2 {
            await #expect(throws: RecordsFault.self) {
                try await Migrator.migrate(store, [Self.first], creating: false)
            }
        }
        try await Migrator.migrate(store, [Self.first])
        try await Migrator.migrate(store, [Self.first, Self.second], creating: false)
        #expect(try await Migrator.version(of: store) == 2)
    }

    @Test("Numbers with a gap are a fault of ours", arguments: Engine.allCases)
    func gap(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine, migrated: false)
        await #expect(throws: RecordsFault.self) { try await Migrator.migrate(store, [Self.second]) }
    }

    @Test("Programs that start at once run each migration once", arguments: Engine.allCases)
    func together(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine, migrated: false)
        try await withThrowingTaskGroup { group in
            for _ in 0..<6 {
                group.addTask {
                    let database = try await openDatabase(store.location, connections: 2)
                    try await Migrator.migrate(database, [Self.first, Self.second])
                    try await database.close()
                }
            }
            try await group.waitForAll()
        }
        #expect(try await store.read { try $0.first("SELECT count(*) FROM migrations") { try $0.int(0) } } == 2)
    }

    @Test("A PostgreSQL database that sorts by a language's rules is refused, and says how to make one that does not")
    func languageOrder() async throws {
        let store = try await TestStore.fresh(.postgres, migrated: false)
        let name = try await PostgresServer.shared.makeDatabase(
            copying: "template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-GB' LOCALE 'C.UTF-8'")
        let database = try await openDatabase(DatabaseLocation(PostgresServer.shared.address(of: name)))
        await #expect {
            try await Migrator.migrate(database, [Self.first])
        } throws: {
            guard case RecordsFault.unreadable(let words)? = $0 as? RecordsFault else { return false }
            return words.contains("LOCALE 'C.UTF-8'")
        }
        try await database.close()
        try await PostgresServer.shared.dropDatabase(name)
        try await store.close()
    }
}
