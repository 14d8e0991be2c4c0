import Casework
import Kernel
import TestSupport
import Testing

@testable import Records

@Suite("Making the lists again")
struct RebuildTests {
    @Test(
        "A rebuild gives byte for byte what appending gave, whatever had become of the rows", arguments: Engine.allCases
    )
    func rebuild(engine: Engine) async throws {
        let listed = try await ListedStore(engine)
        try await listed.customer(0, to: .registered)
        try await listed.customer(1, to: .referred)
        try await listed.customer(2, to: .booked)
        try await listed.customer(3, to: .attached)
        try await listed.customer(4, to: .attached)
        try await listed.works(4, until: "2012-01-29", ending: true)
        try await listed.record(
            [.opened(.init(name: "Highlands", nation: .scotland, commissioner: .number(50)))], of: .number(6))
        let before = try await listed.dump()
        #expect(before.count { $0.hasPrefix("due_lines") } == 4)
        #expect(before.count { $0.hasPrefix("draws") } == 4 && before.count { $0.hasPrefix("diary") } == 3)

        try await listed.rebuild(batch: 2)
        #expect(try await listed.dump() == before)

        let nobody = Identifier<CaseFile>.number(1_000_000)
        try await listed.store.write { connection in
            for damage in [
                "DELETE FROM caseload WHERE state = 'waiting'", "UPDATE caseload SET adviser = 'x'",
                "DELETE FROM diary",
                "UPDATE due_lines SET pence = pence + 1", "DELETE FROM areas", "DELETE FROM draws WHERE number = 2",
                "UPDATE draws SET number = number + 100 WHERE number = 3",
            ] { try connection.run(SQL(stringLiteral: damage)) }
            try connection.run(
                SQL(stringLiteral: "INSERT INTO areas (id, name, nation, commissioner) VALUES ($1, 'x', 'wales', 'x')"),
                [.text(of: nobody)])
            try connection.run(
                SQL(
                    stringLiteral: """
                        INSERT INTO caseload (subject, jobcentre, state, registered_on, next_at, last_contact)
                        VALUES ($1, 'x', 'registered', '2011-01-01', '', '')
                        """), [.text(of: nobody)])
        }
        #expect(try await listed.dump() != before)
        let told = Locked<[Int]>([])
        try await Projections.rebuild(listed.store, programmes: listed.programmes, batch: 2) { done, total in
            told.with { $0.append(done * 100 / total) }
        }
        #expect(try await listed.dump() == before)
        #expect(told.with { $0 } == told.with { $0.sorted() } && told.with { $0.last } == 100)
        try await listed.store.close()
    }

    @Test(
        "A case that is dropped is in no list, and a rebuild after its erasure brings nothing back (K-001)",
        arguments: Engine.allCases)
    func erased(engine: Engine) async throws {
        let listed = try await ListedStore(engine)
        try await listed.customer(101, to: .attached)
        try await listed.customer(102, to: .attached)
        let path = TestStore.newPath(".erasures")
        let custody = Custody(
            listed.store, keys: listed.keyring, register: ErasureRegister(path: path, keys: listed.keyring))
        try await custody.erase(
            Identifier<CaseFile>.number(101), Set(RetentionClass.allCases), at: Instant("2020-01-01T00:00Z"))
        try await listed.store.write { try Projections.drop(.number(101), in: $0) }
        let dropped = try await listed.dump()
        #expect(!dropped.contains { $0.contains(Identifier<CaseFile>.number(101).description) })
        #expect(dropped.contains { $0.contains(Identifier<CaseFile>.number(102).description) })
        try await listed.rebuild()
        #expect(try await listed.dump() == dropped)
        #expect(try await listed.store.count("identity") == 1)
        try await listed.store.close()
    }

    @Test(
        "A list shows no name once the details are erased, and loses nothing else (K-001)", arguments: Engine.allCases)
    func nameless(engine: Engine) async throws {
        let listed = try await ListedStore(engine)
        try await listed.customer(1, to: .attached)
        let before = try await listed.dump()
        let path = TestStore.newPath(".erasures")
        let custody = Custody(
            listed.store, keys: listed.keyring, register: ErasureRegister(path: path, keys: listed.keyring))
        try await custody.erase(Identifier<CaseFile>.number(1), [.identity], at: Instant("2020-01-01T00:00Z"))
        try await listed.rebuild()
        #expect(try await listed.dump() == before)
        let rows = try await listed.rows(CaseloadQuery(.adviser(ListedStore.adviser.person)))
        #expect(rows.map(\.subject) == [.number(1)] && rows.map(\.name) == [nil])
        try await listed.store.close()
    }
}

extension ListedStore {
    func rebuild(batch: Int = 200) async throws {
        try await Projections.rebuild(store, programmes: programmes, batch: batch)
    }
}
