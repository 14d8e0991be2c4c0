import ArgumentParser
import Insight
import Kernel
import Office

struct ExportCSV: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "csv",
        abstract: "Write the journeys of the store as comma-separated values, an event a row.",
        discussion: """
            The same events as export xes, each with the case it is in, what happened, when, by whom (a reference), for \
            which organisation, its code, and what the case says of itself. The columns are those that `throughline map` \
            reads with no mapping. A value that a spreadsheet would take for a formula has an apostrophe before it.

            With --from, a table of somebody else's is read and written again, with every row and column.

            Example: throughline export csv --output journeys.csv.gz
            Example: throughline export csv --from theirs.csv --output ours.csv
            """)

    @Option(help: ArgumentHelp("Write this table again instead of the store's; - is standard input.", valueName: "log"))
    var from: String?

    @OptionGroup var file: ExportFile
    @OptionGroup var store: StoreOptions

    func run() async throws {
        try await file.writing { output in
            if let from { try copy(from, to: output) } else { try await write(to: output) }
        }
    }

    private func copy(_ from: String, to output: Output) throws {
        let log = try LogFile(from)
        guard log.likelyForm == .csv else {
            throw Refusal(
                "export.form",
                "This log is not a table. Write XES again with export xes --from, and OCEL with export ocel --from.")
        }
        try log.reading { bytes in try CSVLog.copy(bytes) { try output.bytes(Array($0.utf8)) } }
    }

    private func write(to output: Output) async throws {
        try await store.with { store in
            let bar = ProgressBar("events")
            defer { bar.end() }
            try await store.office.readingLog(progress: { bar.show($0) }) { log in
                try output.bytes(Array(CSVLog.heading.utf8))
                try log.journeys { try output.bytes(Array(CSVLog.rows(of: $0).utf8)) }
            }
        }
    }
}
