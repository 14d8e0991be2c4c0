import Casework
import Kernel
import Office
import Programmes
import Records
import TestSupport
import Testing

@Suite("What is due, from the events")
struct DueLinesTests {
    /// What a simulation with one seed leaves on an engine.
    private func paid(_ engine: Engine, until day: String) async throws -> (lines: [String], summary: DueLines.Summary)
    {
        let store = try await TestStore.fresh(engine)
        let clock = SimulationClock()
        let programmes = try Programmes.shipped().programmes
        let office = try await Office(
            store, keyring: Keyring(MasterKey(bytes: Array(1...32))), programmes: programmes,
            clock: OfficeClock { clock.now }, random: .seeded(3))
        try await store.write { try Settings.set(Settings.simulated, to: "3", in: $0) }
        _ = try await Simulation.run(
            SimulationPlan(
                customers: 30, from: CalendarDay("2011-06-01"), to: CalendarDay("2012-12-31"), seed: 3),
            in: office, clock: clock)
        let programme = try #require(programmes["work-programme-2011"])
        let lines = Locked<[String]>([])
        let summary = try await DueLines(programme, until: CalendarDay(day)).each(in: store) { line in
            lines.with { $0.append(line.written.text) }
        }
        try await office.close()
        try await store.close()
        return (lines.with { $0 }, summary)
    }

    @Test("Lines come in the order of their keys, each once, with proof, and the sums are theirs (design §4.7)")
    func lines() async throws {
        let (lines, summary) = try await paid(.sqlite, until: "2012-12-31")
        let read = try lines.map { try JSON(parsing: $0) }
        let keys = try read.map { try $0.string("key") }
        #expect(!keys.isEmpty && keys == keys.sorted() && Set(keys).count == keys.count)
        #expect(try read.allSatisfy { try !$0.array("proof").isEmpty && $0.day("due_on") <= CalendarDay("2012-12-31") })
        #expect(summary.count == keys.count && summary.customers == 30)
        #expect(summary.total.pence == read.compactMap { $0["amount"]?.int }.reduce(0, +))
    }

    @Test("What is due by an earlier day is part of what is due by a later one")
    func earlier() async throws {
        let early = try await paid(.sqlite, until: "2012-03-31").lines
        let late = try await paid(.sqlite, until: "2012-12-31").lines
        #expect(!early.isEmpty && early.count < late.count)
        #expect(Set(early).isSubset(of: Set(late)))
    }
}
