import Foundation
import Kernel
import Records
import TestSupport
import Testing

@Suite("The store on a PostgreSQL server", .timeLimit(.minutes(15)))
struct PostgresStoreTests {
    @Test("Two writers that cross are both kept: the second is tried again on what the first wrote")
    func crossing() async throws {
        let store = try await TestStore.fresh(.postgres, migrated: false)
        try await Migrator.migrate(store, [Migration(1, "tally", TransactionTests.create)])
        let attempts = Locked(0)
        let met = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
        try await withThrowingTaskGroup { group in
            for number in 0...1 {
                group.addTask {
                    try await store.write { connection in
                        let rows = try connection.first(TransactionTests.count) { try $0.int(0) } ?? 0
                        // Both have read before either writes: each would make the other's reading wrong.
                        if attempts.with({
                            $0 += 1; return $0
                        }) <= 2 {
                            met[number].signal()
                            #expect(met[1 - number].wait(timeout: .now() + 60) == .success)
                        }
                        try connection.run(TransactionTests.insert, [.text("row \(rows)"), .int(rows)])
                    }
                }
            }
            try await group.waitForAll()
        }
        // More than three when the second begins again before the server shows what the first has kept.
        #expect(attempts.with { $0 } >= 3)
        let names = try await store.read { try $0.all("SELECT name FROM tally ORDER BY name") { try $0.text(0) } }
        #expect(names == ["row 0", "row 1"])
    }

    @Test(
        "A transaction that always crosses is tried nine times in all, even when the closure calls it something else",
        arguments: ["40001", "40P01"])
    func alwaysCrossing(state: String) async throws {
        struct Mistaken: Error {}
        let store = try await TestStore.fresh(.postgres)
        let cross: [String: SQL] = [
            "40001": "DO $$ BEGIN RAISE EXCEPTION 'crossed' USING ERRCODE = '40001'; END $$",
            "40P01": "DO $$ BEGIN RAISE EXCEPTION 'crossed' USING ERRCODE = '40P01'; END $$",
        ]
        let statement = try #require(cross[state])
        let attempts = Locked(0)
        await #expect(throws: RecordsFault.crossed) {
            try await store.write { connection in
                attempts.with { $0 += 1 }
                do { try connection.script(statement) } catch { throw Mistaken() }
            }
        }
        #expect(attempts.with { $0 } == 9)
    }

    @Test("Connections that the server dropped while they were idle are replaced unseen")
    func droppedConnections() async throws {
        let store = try await TestStore.fresh(.postgres)
        try await withThrowingTaskGroup { group in
            for _ in 0..<4 { group.addTask { try await store.read { try $0.script("SELECT pg_sleep(0.05)") } } }
            try await group.waitForAll()
        }
        let name = try await store.read { try $0.first("SELECT current_database()") { try $0.text(0) } ?? "" }
        try await PostgresServer.shared.disconnectAll(from: name)
        for _ in 0..<8 {
            #expect(try await store.write { try $0.first("SELECT 1") { try $0.int(0) } } == 1)
        }
    }

    @Test("A connection lost in a transaction is told with a sentence, and the store works afterwards")
    func lostConnection() async throws {
        let store = try await TestStore.fresh(.postgres)
        let admin = try await openDatabase(store.location)
        await #expect(throws: RecordsFault.storage("The connection to PostgreSQL was lost. Do it again.")) {
            try await store.write { connection in
                let process = try connection.first("SELECT pg_backend_pid()") { try $0.int(0) } ?? 0
                let ended = DispatchSemaphore(value: 0)
                Task {
                    try await admin.read {
                        _ = try $0.first("SELECT pg_terminate_backend(CAST($1 AS INTEGER), 10000)", [.int(process)]) {
                            try $0.bool(0)
                        }
                    }
                    ended.signal()
                }
                #expect(ended.wait(timeout: .now() + 60) == .success)
                try connection.script("SELECT 1")
            }
        }
        #expect(try await store.write { try $0.first("SELECT 1") { try $0.int(0) } } == 1)
        try await admin.close()
    }

    @Test("A statement is prepared once on a connection, however often it is run")
    func prepared() async throws {
        let store = try await TestStore.fresh(.postgres)
        let select: SQL = "SELECT CAST($1 AS BIGINT)"
        let count: SQL = "SELECT count(*) FROM pg_prepared_statements WHERE statement = $1"
        for _ in 0..<2 {
            let found = try await store.read { connection in
                for number in 0..<5 { _ = try connection.first(select, [.int(number)]) { try $0.int(0) } }
                return try connection.first(count, [.text(select.text)]) { try $0.int(0) }
            }
            #expect(found == 1)
        }
    }

    @Test("A value of another kind than its place is a fault, not a conversion SQLite would make otherwise")
    func kinds() async throws {
        let store = try await TestStore.fresh(.postgres)
        for (statement, value): (SQL, SQLValue) in [
            ("SELECT CAST($1 AS BOOLEAN)", "true"), ("SELECT CAST($1 AS BIGINT)", "1"),
            ("SELECT CAST($1 AS TEXT)", 1), ("SELECT CAST($1 AS INTEGER)", 3_000_000_000),
            ("SELECT CAST($1 AS BYTEA)", "a"),
        ] {
            await #expect(throws: RecordsFault.self) { try await store.read { try $0.run(statement, [value]) } }
        }
    }

    @Test("An answered write is on the disk even where the database says it need not be")
    func synchronous() async throws {
        let store = try await TestStore.fresh(.postgres)
        try await store.writeAlone { connection in
            let name = try connection.first("SELECT current_database()") { try $0.text(0) } ?? ""
            try connection.script(SQL(stringLiteral: "ALTER DATABASE \(name) SET synchronous_commit = off"))
        }
        let opened = try await openDatabase(store.location)
        #expect(try await opened.read { try $0.first("SHOW synchronous_commit") { try $0.text(0) } } == "on")
        try await opened.close()
    }

    @Test("A server that cannot be reached, or a password it does not take, is told without the password")
    func unreachable() async throws {
        let store = try await TestStore.fresh(.postgres)
        guard case .postgres(let address) = store.location else { return }
        let name = try #require(address.description.split(separator: "/").last)
        let url = try await PostgresServer.shared.address(of: String(name), overTCP: true)
        let secret = "hunter2-and-3"
        let password = try #require(url.split(separator: ":").dropFirst(2).first?.split(separator: "@").first)
        for wrong in [
            url.replacing(password, with: secret), "postgres://adviser:\(secret)@127.0.0.1:1/throughline",
            "postgres://adviser:\(secret)@127.0.0.1:1,127.0.0.1:2/throughline",
        ] {
            await #expect { try await openDatabase(DatabaseLocation(wrong)) } throws: {
                guard case RecordsFault.storage(let words)? = $0 as? RecordsFault else { return false }
                return words.contains("cannot be reached") && !words.contains(secret)
            }
        }
        let overTCP = try await openDatabase(DatabaseLocation(url))
        #expect(try await overTCP.read { try $0.first("SELECT 1") { try $0.int(0) } } == 1)
        try await overTCP.close()
        // Of several hosts, the first that answers and takes writes.
        let several = url.replacing("@127", with: "@127.0.0.1:1,127")
        let second = try await openDatabase(DatabaseLocation(several))
        #expect(try await second.read { try $0.first("SELECT 1") { try $0.int(0) } } == 1)
        try await second.close()
    }
}
