import ArgumentParser
import Insight
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

    @OptionGroup var log: LogExport

    func run() async throws {
        try await log.write(as: .xes) { bytes, output in
            var writer = XESWriter { try output.bytes($0) }
            try XESElements.read(bytes) {
                writer.begin($0)
            } each: {
                try writer.add($0)
            }
            try writer.end()
        } writing: { log, output in
            var writer = XESWriter { try output.bytes($0) }
            writer.begin(ExportedJourney.xesVersion)
            for element in ExportedJourney.xesHead { try writer.add(element) }
            try log.journeys { try writer.add($0.xes) }
            try writer.end()
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

    @OptionGroup var log: LogExport

    func run() async throws {
        try await log.write(as: .ocel) { bytes, output in
            try OCELCopy.write(bytes) { try output.line($0) }
        } writing: { log, output in
            var writer = try OCELWriter { try output.line($0) }
            try log.journeys { try writer.add($0) }
            try writer.end()
        }
    }
}
