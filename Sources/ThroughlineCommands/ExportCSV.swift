import ArgumentParser
import Insight
import Office

struct ExportCSV: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "csv",
        abstract: "Write the journeys of the store as comma-separated values, an event a row.",
        discussion: """
            The same events as export xes, each with the case it is in, what happened, when, by whom (a reference), for \
            which organisation, its code, and what the case says of itself. The columns are those that `throughline map` \
            reads with no mapping. A value that a spreadsheet would take for a formula has an apostrophe before it.

            With --from, a table of somebody else's is read and written again, with every row and column and each value as \
            it stands: a spreadsheet may take one for a formula.

            Example: throughline export csv --output journeys.csv.gz
            Example: throughline export csv --from theirs.csv --output ours.csv
            """)

    @OptionGroup var log: LogExport

    func run() async throws {
        try await log.write(as: .csv) { bytes, output in
            try CSVLog.copy(bytes) { try output.bytes(Array($0.utf8)) }
        } writing: { log, output in
            try output.bytes(Array(CSVLog.heading.utf8))
            try log.journeys { try output.bytes(Array(CSVLog.rows(of: $0).utf8)) }
        }
    }
}
