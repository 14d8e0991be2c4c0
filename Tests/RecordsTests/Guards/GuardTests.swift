import Kernel
import Records
import TestSupport
import Testing

@Suite("Guards")
struct GuardTests {
    private static let slot = GuardKind("slot")
    let first = Identifier<Probe>.number(1)
    let second = Identifier<Probe>.number(2)

    @Test("A key has one holder until it is given up", arguments: Engine.allCases)
    func claims(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        try await store.write { [first, second] connection in
            try Guards.claim(Self.slot, "10:00", for: first, in: connection)
            try Guards.claim(Self.slot, "10:00", for: first, in: connection)
            try Guards.claim(GuardKind("draw"), "10:00", for: second, in: connection)
            #expect(throws: GuardHeld(kind: Self.slot, holder: first.description)) {
                try Guards.claim(Self.slot, "10:00", for: second, in: connection)
            }
            #expect(try !Guards.release(Self.slot, "10:00", by: second, in: connection))
            #expect(try Guards.holder(Self.slot, "10:00", in: connection) == first)
            #expect(try Guards.release(Self.slot, "10:00", by: first, in: connection))
            try Guards.claim(Self.slot, "10:00", for: second, in: connection)
            #expect(try Guards.holder(Self.slot, "10:00", in: connection) == second)
        }
        try await store.close()
    }

    @Test("Of two connections that claim one key at once, exactly one has it", arguments: Engine.allCases)
    func atOnce(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        // A second program on the same store, so that nothing of this process keeps the two apart.
        let other = try await openDatabase(store.location, connections: 4)
        for round in 0..<25 {
            let outcomes = await withTaskGroup(of: Result<Int, any Error>.self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        let database: any Database = writer.isMultiple(of: 2) ? store : other
                        do {
                            try await database.write { connection in
                                try Guards.claim(
                                    Self.slot, "\(round)", for: Identifier<Probe>.number(writer), in: connection)
                            }
                            return .success(writer)
                        } catch {
                            return .failure(error)
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            let winners = outcomes.compactMap { try? $0.get() }
            #expect(winners.count == 1)
            for outcome in outcomes {
                if case .failure(let error) = outcome {
                    #expect((error as? GuardHeld)?.kind == Self.slot, "\(error)")
                }
            }
            let holder = try await store.read { try Guards.holder(Self.slot, "\(round)", as: Probe.self, in: $0) }
            #expect(holder == winners.first.map { .number($0) })
        }
        try await other.close()
        try await store.close()
    }
}
