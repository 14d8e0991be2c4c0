import ArgumentParser
import Insight
import Kernel
import Office

struct ExportXES: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "xes",
        abstract: "Write the journeys of the store as an event log in XES (IEEE 1849-2016).",
        discussion: """
            A trace for each case, with its programme, cohort (the month of its referral), group and outcome; each event \
            with what happened, when, by whom (a reference) and for which organisation. It holds what a commissioner may \
            see, as codes and dates: no names of customers or staff, no words, nothing sealed.

            With --from, a log of somebody else's is read and written again as Throughline writes XES, with everything in it.

            Example: throughline export xes --output journeys.xes.gz
            Example: throughline export xes --from theirs.xes.gz --output ours.xes
            """)

    @Option(help: ArgumentHelp("Write this log again instead of the store's; - is standard input.", valueName: "log"))
    var from: String?

    @OptionGroup var file: ExportFile
    @OptionGroup var store: StoreOptions

    func run() async throws {
        try await file.writing { output in
            if let from { try copy(from, to: output) } else { try await write(to: output) }
        }
    }

    private func copy(_ from: String, to output: Output) throws {
        var writer = XESWriter { try output.bytes($0) }
        try LogFile(from).reading { bytes in
            try XESElements.read(bytes) {
                writer.begin($0)
            } each: {
                try writer.add($0)
            }
        }
        try writer.end()
    }

    private func write(to output: Output) async throws {
        try await store.with { store in
            let bar = ProgressBar("events")
            defer { bar.end() }
            try await store.office.readingLog(progress: { bar.show($0) }) { log in
                var writer = XESWriter { try output.bytes($0) }
                writer.begin(ExportedJourney.xesVersion)
                for element in ExportedJourney.xesHead { try writer.add(element) }
                try log.journeys { try writer.add($0.xes) }
                try writer.end()
            }
        }
    }
}

struct ExportOCEL: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ocel",
        abstract: "Write the journeys of the store as an event log in OCEL 2.0 (JSON).",
        discussion: """
            The same events as export xes, each with the customer it is about, the organisation it was done for and who did \
            it, as objects. An event is a line.

            With --from, a log of somebody else's is read and written again, an event and an object a line, with everything \
            in it.

            Example: throughline export ocel --output journeys.json
            Example: throughline export ocel --from theirs.json.gz --output ours.json
            """)

    @Option(help: ArgumentHelp("Write this log again instead of the store's; - is standard input.", valueName: "log"))
    var from: String?

    @OptionGroup var file: ExportFile
    @OptionGroup var store: StoreOptions

    func run() async throws {
        try await file.writing { output in
            if let from {
                try LogFile(from).reading { bytes in try OCELCopy.write(bytes) { try output.line($0) } }
            } else {
                try await write(to: output)
            }
        }
    }

    private func write(to output: Output) async throws {
        try await store.with { store in
            let bar = ProgressBar("events")
            defer { bar.end() }
            try await store.office.readingLog(progress: { bar.show($0) }) { log in
                var writer = try OCELWriter { try output.line($0) }
                try log.journeys { try writer.add($0) }
                try writer.end()
            }
        }
    }
}
