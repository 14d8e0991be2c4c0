import ArgumentParser
import Kernel
import Office

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the record out for others to read.",
        subcommands: [
            ExportEvents.self, ExportXES.self, ExportCSV.self, ExportOCEL.self, ExportCounts.self, ExportDraws.self,
            ExportSar.self,
        ])
}

struct ExportEvents: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Write every event: who, when, what kind, and its clear part.",
        discussion: """
            One JSON value a line, in the order of stream, subject and sequence; with --json, one array. Nothing that is \
            sealed is in it, so there are no names and no words of anybody's.

            Example: throughline export events --output events.jsonl
            """)

    @Flag(help: "Leave out all that is sealed. This is always so; the option says it aloud.")
    var clear = false

    @Flag(help: "Write one JSON array.")
    var json = false

    @OptionGroup var file: ExportFile
    @OptionGroup var store: StoreOptions

    func run() async throws {
        try await store.with { store in
            let bar = ProgressBar("events")
            defer { bar.end() }
            try await file.writing { [json] output in
                let array = json ? JSONArrayWriter(output) : nil
                try await EventExport.each(in: store.database, progress: { bar.show($0) }) { event in
                    if let array { try array.add(event) } else { try output.line(event.text) }
                }
                try array?.end()
            }
        }
    }
}

struct ExportDraws: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draws",
        abstract: "Write the register of draws as it is published.",
        discussion: """
            One JSON value a line: the periods of each area with the commitments to their keys, the shares, the numbered \
            draws, and the keys of periods that are over. `throughline allocate --check` reads it.

            Example: throughline export draws --output draws.jsonl
            """)

    @OptionGroup var file: ExportFile
    @OptionGroup var store: StoreOptions

    func run() async throws {
        try await store.with { store in
            _ = try await file.writing { output in
                try await DrawExport.each(in: store.database) { try output.line($0.text) }
            }
        }
    }
}
