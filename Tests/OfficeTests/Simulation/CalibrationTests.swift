import Foundation
import Kernel
import Programmes
import Testing

@testable import Office

/// Compared with `work-programme-statistics.csv`: House of Commons Library SN/EP/6340 and written answer 164391.
@Suite("Calibration", .enabled(if: ProcessInfo.processInfo.environment["CHECK_ALL"] == "1"))
struct CalibrationTests {
    private static func report(seed: UInt64, workingDayRule: Bool = true) throws -> SimulationReport {
        let plan = SimulationPlan(
            customers: 20_000, from: try CalendarDay("2011-06-01"), to: try CalendarDay("2013-06-30"),
            referredMonths: [try Month("2011-06"), try Month("2012-06")], seed: seed, workingDayRule: workingDayRule)
        return try Simulation.rehearse(plan, programmes: Programmes.shipped().programmes)
    }

    @Test("Twelve-month job outcomes and sustainment medians are those published, over seeds 1 to 6")
    func published() async throws {
        let reports = try await withThrowingTaskGroup(of: SimulationReport.self) { runs in
            for seed in UInt64(1)...6 { runs.addTask { try Self.report(seed: seed) } }
            return try await runs.reduce(into: []) { $0.append($1) }
        }
        for (cohort, rate) in [(0, 0.085), (1, 0.130)] {
            let found = reports.map { $0.cohorts[cohort] }
            let mean = found.map(\.rate).reduce(0, +) / Double(found.count)
            #expect(abs(mean - rate) < 0.005)
            for one in found { #expect(abs(one.rate - rate) < 3 * one.standardError) }
        }
        for (place, group) in reports[0].groups.enumerated() {
            let outcomes = reports.map { $0.groups[place].outcomes }.reduce(0, +)
            #expect(outcomes > 0, "nobody of group \(group.group) in six cohorts found lasting work")
        }
        for report in reports {
            print(report.text)
            for (row, within) in zip(report.rows, [1.0, 1, 0, 0, 0, 0]) {
                let median = try #require(row.median)
                #expect(abs(median - Double(row.published)) <= within)
            }
        }
    }

    @Test("Lives that are recorded by commands in a store come to what the same lives come to in memory")
    func stored() async throws {
        let plan = try SimulationTests.plan(2000, seed: 3)
        let stored = try await SimulationTests.run(plan).report
        let rehearsed = try Simulation.rehearse(plan, programmes: Programmes.shipped().programmes)
        #expect(stored.cohorts == rehearsed.cohorts && stored.groups == rehearsed.groups)
        #expect(stored.rows == rehearsed.rows && stored.rows.allSatisfy { $0.people > 0 })
    }

    @Test("Without the fifteen working days at least three medians are others (D-036)")
    func workingDays() throws {
        let with = try Self.report(seed: 1).rows.map(\.median)
        let without = try Self.report(seed: 1, workingDayRule: false).rows.map(\.median)
        #expect(zip(with, without).count { $0 != $1 } >= 3)
    }
}
