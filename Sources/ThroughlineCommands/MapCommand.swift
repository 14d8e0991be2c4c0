import ArgumentParser
import Insight
import Kernel
import Office

struct MapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Draw the journey that an event log shows: what follows what, how often, after how long.",
        discussion: """
            The log is XES (IEEE 1849-2016), plain or packed with gzip. The activity is concept:name; within a case events \
            are in the order of their times, and those of one time in the order of the file.

            Example: throughline map journeys.xes.gz --as json --output map.json
            """)

    /// How the map is written.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case json, dot
    }

    @Argument(help: ArgumentHelp("The event log, or - for standard input.", valueName: "log"))
    var log: String

    @Option(name: .customLong("as"), help: "json, or dot for Graphviz.")
    var form: Form = .json

    @Option(help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
    var output: String?

    func run() async throws {
        let map = try read()
        try await Output.writing(to: output) { output in
            switch form {
            case .json: try output.line(map.json.text)
            case .dot: try output.line(map.dot)
            }
        }
    }

    private func read() throws -> JourneyMap {
        let named = log == "-" ? "Standard input" : log
        do {
            let begun = try BegunBytes(FileBytes(log), looking: 2)
            return try JourneyMap(xes: GzipBytes.isGzip(begun.beginning) ? GzipBytes(begun) : begun)
        } catch let fault as LogFault {
            throw Refusal("map.unreadable", "\(named), line \(fault.line): \(fault.sentence)")
        } catch let fault as GzipFault {
            throw Refusal("map.unreadable", "\(named): \(fault)")
        }
    }
}
