import Foundation
import Kernel
import Programmes
import Testing

@testable import Office

@Suite("The figures a simulation is compared with")
struct PublishedFiguresTests {
    @Test(
        "They are those of the published table",
        .enabled(if: ProcessInfo.processInfo.environment["THIRD_PARTY_DATA"] != nil, "THIRD_PARTY_DATA is not set"))
    func published() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["THIRD_PARTY_DATA"])
        let table = try String(contentsOfFile: "\(folder)/work-programme-statistics.csv", encoding: .utf8)
        let rows = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: ",") }
        func values(of measure: String) -> [String] { rows.filter { $0[0] == measure }.map { String($0[2]) } }

        let plan = try SimulationTests.plan(2, seed: 1)
        let report = try Simulation.rehearse(plan, programmes: Programmes.shipped().programmes)
        #expect(
            report.rows.map { String($0.published) } == values(of: "median sustainment payments by 31 March 2013"))
        for rate in values(of: "job outcome within 12 months") { #expect(report.text.contains("\(rate)%")) }
        let quarters = rows.filter { $0[0] == "median sustainment payments by 31 March 2013" }.map { String($0[1]) }
        for (row, quarter) in zip(report.rows, quarters) {
            // `job outcome September to November 2011`
            let month = row.until.written.split(separator: " ").dropFirst().joined(separator: " ")
            #expect(quarter.hasSuffix(month))
        }
    }
}
