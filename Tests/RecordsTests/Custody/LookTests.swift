import Kernel
import Records
import TestSupport
import Testing

@Suite("The log of looks")
struct LookTests {
    @Test("Looks are listed by case and by person, the latest first, a page at a time", arguments: Engine.allCases)
    func listed(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let probe = Identifier<Probe>.number(3)
        let looks = (0..<7).map { minute in
            Look(
                at: .start.adding(minutes: minute), by: .tester,
                subject: minute == 3 ? nil : minute == 4 ? "another" : probe.description, act: "open-case",
                reason: "purpose.adviser", relation: minute == 5 ? nil : "attached")
        }
        try await store.write { connection in
            for look in looks { try Looks.record(look, random: .seeded(UInt64(look.at.milliseconds)), in: connection) }
        }
        try await store.read { connection in
            let page = try Looks.at(probe, limit: 3, in: connection)
            #expect(page.map(\.look) == [looks[6], looks[5], looks[2]])
            #expect(try Looks.at(probe, before: page[2].id, in: connection).map(\.look) == [looks[1], looks[0]])
            #expect(try Looks.by(Author.tester.person, in: connection).map(\.look) == looks.reversed())
            #expect(try Looks.by(.number(5), in: connection).isEmpty)
            let others = try Looks.byOthers(than: .number(5), at: probe, limit: 3, in: connection)
            #expect(others.map(\.id) == page.map(\.id))
            #expect(try Looks.byOthers(than: Author.tester.person, at: probe, in: connection).isEmpty)
        }
        try await store.close()
    }
}
