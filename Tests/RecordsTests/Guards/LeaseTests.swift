import Kernel
import Records
import TestSupport
import Testing

@Suite("Leases")
struct LeaseTests {
    @Test("A lease has one holder until it lapses, and its holder alone can keep it", arguments: Engine.allCases)
    func lapses(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let end = Instant.start.adding(seconds: 60)
        let later = end.adding(seconds: 60)
        try await store.write { (connection: any Connection) throws in
            func take(_ holder: String, at now: Instant, until end: Instant) throws -> Bool {
                try Leases.take("work", for: holder, until: end, now: now, in: connection)
            }
            #expect(try take("one", at: .start, until: end))
            #expect(try !take("two", at: .start, until: end))
            #expect(try !take("one", at: end.adding(seconds: -1), until: later), "not even its holder, anew")
            #expect(try !Leases.keep("work", for: "two", until: later, in: connection))
            #expect(try Leases.keep("work", for: "one", until: later, in: connection))
            #expect(try !take("two", at: end, until: later))
            #expect(try take("two", at: later, until: later.adding(seconds: 60)))
            #expect(try !Leases.keep("work", for: "one", until: later, in: connection), "another has it now")
            #expect(try Leases.take("other work", for: "one", until: end, now: .start, in: connection))
        }
        try await store.close()
    }

    @Test(
        "A lease of a clock that has been put back since is nobody's, and one that is given up is free at once",
        arguments: Engine.allCases)
    func putBack(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let hour = Instant.start.adding(seconds: 3600)
        try await store.write { (connection: any Connection) throws in
            func take(_ holder: String, at now: Instant) throws -> Bool {
                try Leases.take("work", for: holder, until: now.adding(seconds: 60), now: now, in: connection)
            }
            #expect(try take("one", at: hour))
            #expect(try !take("two", at: hour.adding(seconds: -60)), "clocks differ by a little")
            #expect(try take("two", at: .start), "it would be an hour until it lapses")
            #expect(try !Leases.release("work", by: "one", in: connection), "another has it now")
            #expect(try !take("three", at: .start))
            #expect(try Leases.release("work", by: "two", in: connection))
            #expect(try take("three", at: .start))
        }
        try await store.close()
    }

    @Test("Of two programs that take one lease at once, exactly one has it", arguments: Engine.allCases)
    func atOnce(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let other = try await openDatabase(store.location, connections: 4)
        for round in 0..<10 {
            let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
                for worker in 0..<4 {
                    let database: any Database = worker.isMultiple(of: 2) ? store : other
                    group.addTask {
                        try await database.write { connection in
                            try Leases.take(
                                "round \(round)", for: "\(worker)", until: Instant.start.adding(seconds: 60),
                                now: .start, in: connection)
                        }
                    }
                }
                return try await group.reduce(into: [Bool]()) { $0.append($1) }
            }
            #expect(taken.filter { $0 }.count == 1)
        }
        try await other.close()
        try await store.close()
    }
}
