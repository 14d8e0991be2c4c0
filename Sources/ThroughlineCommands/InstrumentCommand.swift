import ArgumentParser
import Casework
import Kernel
import Office
import Programmes

struct InstrumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instrument", abstract: "Check and explain an assessment's file, and report how it serves.",
        subcommands: [InstrumentCheckCommand.self, InstrumentExplain.self, InstrumentReport.self])
}

/// Which instrument: a file, or one of those that ship.
struct InstrumentArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("An instrument's file, or the id of one that ships.", valueName: "file"))
    var file: String

    @Flag(help: "Report as JSON.")
    var json = false

    func read() throws -> Instrument {
        if file.contains("/") || file.hasSuffix(".yaml") || file.hasSuffix(".yml") {
            return try InstrumentReader.read(path: file)
        }
        let tools = try InstrumentReader.shipped()
        guard let found = tools.newest.first(where: { $0.id == file }) else {
            throw Refusal(
                "instrument.unknown",
                "There is no instrument “\(file.prefix(60))”. Use one of: \(tools.newest.map(\.id).joined(separator: ", ")), or the path of a file."
            )
        }
        return found
    }

    func write(_ text: String, _ value: JSON) throws {
        try Output.standard.line(json ? value.pretty : text.trimmed)
        try Output.standard.flush()
    }
}

struct InstrumentCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read an instrument's file and tell what is wrong with it or worth knowing.",
        discussion: """
            What stops the file from being read is told with its line, and the exit status is then 1: a loop, a question \
            nothing leads to, a target that is not there, points with no reason.

            Example: throughline instrument check our-questions.yaml
            """)

    @OptionGroup var instrument: InstrumentArgument

    func run() async throws {
        let check = InstrumentCheck(try instrument.read())
        try instrument.write(check.text, .array(check.findings.map { .string($0) }))
    }
}

struct InstrumentExplain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell what an instrument asks and how its answers count, in plain words.",
        discussion: "Example: throughline instrument explain five-section")

    @OptionGroup var instrument: InstrumentArgument

    func run() async throws {
        let told = InstrumentExplanation(try instrument.read())
        try instrument.write(
            told.text,
            [
                "title": .string(told.title), "summary": .string(told.summary),
                "sections": .array(
                    told.sections.map {
                        ["title": .string($0.title), "lines": .array($0.lines.map { .string($0) })]
                    }),
            ])
    }
}

struct InstrumentReport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Report how often advisers went by the ratings, and who had started work some weeks later.",
        discussion: """
            It reads nothing that is sealed. A count under five is withheld, and so are as many more as keep it from \
            being worked out; a withheld count is null in JSON.

            Example: throughline instrument report --database sqlite:data/throughline.sqlite
            """)

    @Option(help: ArgumentHelp("Weeks after an assessment by which work must have started.", valueName: "number"))
    var weeks = 26

    @Flag(help: "Report as JSON.")
    var json = false

    @OptionGroup var store: StoreOptions

    func validate() throws {
        guard 1...520 ~= weeks else { throw ValidationError("Give --weeks a number from 1 to 520.") }
    }

    func run() async throws {
        let (report, tools) = try await store.with { store in
            (try await store.office.assessmentReport(weeks: weeks), store.office.tools)
        }
        if json {
            try Output.standard.line(report.written.pretty)
        } else {
            for line in report.lines(tools) { try Output.standard.line(line) }
        }
        try Output.standard.flush()
    }
}
