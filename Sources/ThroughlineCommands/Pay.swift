import ArgumentParser
import Casework
import Kernel
import Office
import Programmes

struct Pay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List what a programme owes by a day, and the events that prove it.",
        discussion: """
            Every line is worked out from the events, and reads nothing that is sealed. Amounts in JSON and CSV are pence; \
            an amount that no tariff prices is null. Lines for people who are on paper alone come last, as their named \
            officers entered them. What the lines come to is said on standard error.

            Example: throughline pay --programme work-programme-2011 --to 2013-06-30 --csv --output lines.csv
            """)

    @Option(help: "The id of the programme.")
    var programme = "work-programme-2011"

    @Option(
        help: ArgumentHelp("The last day on which a line may have fallen due.", valueName: "date"),
        transform: { try CalendarDay($0) })
    var to: CalendarDay

    @Flag(help: "Write JSON.")
    var json = false

    @Flag(help: "Write comma-separated values.")
    var csv = false

    @Option(help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
    var output: String?

    @OptionGroup var store: StoreOptions

    func validate() throws {
        guard !(json && csv) else { throw ValidationError("Give --json or --csv, not both.") }
    }

    func run() async throws {
        let summary = try await store.with { store in
            let programme = try ProgrammeCatalogue(store.office.programmes).programme(programme)
            let bar = ProgressBar("customers")
            defer { bar.end() }
            let lines = DueLines(programme, until: to)
            return try await Output.writing(to: output) { [json, csv] output in
                if csv { try output.line(DueLine.columns) }
                let array = json ? JSONArrayWriter(output) : nil
                let summary = try await lines.each(
                    in: store.database, progress: { bar.show($0) },
                    clerical: { line in
                        if let array {
                            try array.add(line.written)
                        } else {
                            try output.line(csv ? line.row : "\(line.key)  \(line.sentence)")
                        }
                    }
                ) { line in
                    if let array {
                        try array.add(line.written)
                    } else {
                        try output.line(csv ? line.row : "\(line.key)  \(line.sentence)")
                    }
                }
                try array?.end()
                return summary
            }
        }
        for kind in LineKind.allCases {
            guard let count = summary.counts[kind] else { continue }
            Terminal.say("\(kind.title): \(count), \(summary.totals[kind] ?? .zero)")
        }
        if summary.clerical > 0 { Terminal.say("Of these entered from paper: \(summary.clerical)") }
        Terminal.say(
            "\(summary.count) lines due by \(to.written) for \(summary.customers) customers: \(summary.total)"
                + (summary.unpriced > 0 ? ", and \(summary.unpriced) that no tariff prices." : "."))
    }
}
