import Casework
import Foundation
import Kernel
import Programmes
import Records
import TestSupport
import Testing

@testable import Office

@Suite("The simulation")
struct SimulationTests {
    static func plan(_ customers: Int, seed: UInt64) throws -> SimulationPlan {
        SimulationPlan(
            customers: customers, from: try CalendarDay("2011-06-01"), to: try CalendarDay("2013-06-30"),
            referredMonths: [try Month("2011-06"), try Month("2012-06")], seed: seed)
    }

    /// Everything clear of every event, in the order of the export.
    static func run(_ plan: SimulationPlan) async throws -> (report: SimulationReport, clear: [String]) {
        let store = try await TestStore.fresh(.sqlite)
        let clock = SimulationClock()
        let office = try await Office(
            store, keyring: Keyring(MasterKey(bytes: Array(1...32))), programmes: Programmes.shipped().programmes,
            clock: OfficeClock { clock.now }, random: .seeded(plan.seed))
        let report = try await Simulation.run(plan, in: office, clock: clock)
        let clear = try await store.read { connection in
            try connection.all(
                "SELECT stream, subject, sequence, id, kind, occurred, recorded, clear FROM events ORDER BY stream, subject, sequence",
                []
            ) { row in
                try [0, 1, 3, 4, 5, 6, 7].map { try row.text($0) }.joined(separator: " ") + " \(try row.int(2))"
            }
        }
        try await office.close()
        try await store.close()
        return (report, clear)
    }

    @Test("The same seed gives the same record twice, and earns what the same lives earn in memory")
    func deterministic() async throws {
        let plan = try Self.plan(60, seed: 7)
        let first = try await Self.run(plan)
        let again = try await Self.run(plan)
        #expect(first.clear == again.clear)
        #expect(first.report == again.report)
        let rehearsed = try Simulation.rehearse(plan, programmes: Programmes.shipped().programmes)
        #expect(first.report.cohorts == rehearsed.cohorts)
        #expect(first.report.groups == rehearsed.groups && first.report.rows == rehearsed.rows)
        #expect(
            try Simulation.rehearse(Self.plan(60, seed: 8), programmes: Programmes.shipped().programmes) != rehearsed)
    }

    @Test("Every case has twelve events or more, in order of time, and draws are numbered in order of time")
    func shape() async throws {
        let (report, clear) = try await Self.run(Self.plan(150, seed: 1))
        #expect(report.customers == 150)
        #expect(report.cohorts.map(\.referred) == [75, 75])
        var events: [Substring: [Substring]] = [:]
        var draws: [Substring] = []
        for line in clear {
            let words = line.split(separator: " ", maxSplits: 6)
            if words[0] == "case" { events[words[1], default: []].append(words[5]) }
            if words[3] == "draw.made" { draws.append(words[5]) }
        }
        #expect(events.count == 150)
        #expect(events.values.allSatisfy { $0.count >= 12 && $0 == $0.sorted() })
        #expect(draws.count == 150 && draws == draws.sorted())
    }

    @Test("Thousands of lives go through without a refusal, very short jobs and long weekends included")
    func manyLives() throws {
        let report = try Simulation.rehearse(Self.plan(1500, seed: 2), programmes: Programmes.shipped().programmes)
        #expect(report.groups.map(\.referred).reduce(0, +) == 1500)
    }

    @Test("A plan that cannot be is refused with what to change")
    func refused() async throws {
        var plan = try Self.plan(10, seed: 1)
        plan.referredMonths = [try Month("2014-01")]
        #expect(throws: Refusal.self) {
            try Simulation.rehearse(plan, programmes: Programmes.shipped().programmes)
        }
        #expect(throws: Refusal.self) { try Month("June 2011") }
    }
}
