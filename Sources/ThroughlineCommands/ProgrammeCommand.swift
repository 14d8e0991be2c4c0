import ArgumentParser
import Casework
import Kernel
import Programmes

struct ProgrammeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "programme", abstract: "Check, explain and price a programme's file.",
        subcommands: [ProgrammeCheckCommand.self, ProgrammeExplain.self, ProgrammePriceCommand.self])
}

/// Which programme: a file, or one of those that ship.
struct ProgrammeArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("A programme's file, or the id of one that ships.", valueName: "file"))
    var file: String

    @Flag(help: "Report as JSON.")
    var json = false

    func read() throws -> Programme {
        if file.contains("/") || file.hasSuffix(".yaml") || file.hasSuffix(".yml") {
            return try ProgrammeReader.read(path: file)
        }
        return try Programmes.shipped().programme(file)
    }

    func write(_ text: String, _ value: JSON) throws {
        try Output.standard.line(json ? value.pretty : text.trimmed)
        try Output.standard.flush()
    }
}

struct ProgrammeCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read a programme's file and tell what is wrong with it or worth knowing.",
        discussion: """
            What stops the file from being read is told with its line, and the exit status is then 1. Files called \
            service.yaml and barriers.yaml are read as the rules of the service and its list of barriers.

            Example: throughline programme check our-programme.yaml
            """)

    @OptionGroup var programme: ProgrammeArgument

    func run() async throws {
        switch programme.file.split(separator: "/").last {
        case "service.yaml": _ = try ServiceReader.read(path: programme.file)
        case "barriers.yaml": _ = try InstrumentReader.readBarriers(path: programme.file)
        default: return try checkProgramme()
        }
        try programme.write("Nothing to report.", .array([]))
    }

    private func checkProgramme() throws {
        let check = ProgrammeCheck(try programme.read())
        try programme.write(
            check.text,
            .array(check.findings.map { ["level": .string($0.level.rawValue), "sentence": .string($0.sentence)] }))
    }
}

struct ProgrammeExplain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell what a programme's file says, in plain words.",
        discussion: "Example: throughline programme explain pathways-to-work-2003")

    @OptionGroup var programme: ProgrammeArgument

    func run() async throws {
        let told = ProgrammeExplanation(try programme.read())
        try programme.write(
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

struct ProgrammePriceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "price",
        abstract: "Show what a programme pays for each group, and the most it can come to.",
        discussion: "Example: throughline programme price work-programme-2011")

    @OptionGroup var programme: ProgrammeArgument

    func run() async throws {
        let price = ProgrammePrice(try programme.read())
        try programme.write(
            price.text,
            .array(
                price.lines.map { line in
                    [
                        "group": .string(line.group), "title": .string(line.title),
                        "from": line.terms?.attached.from.map { .text($0) } ?? .null,
                        "until": line.terms?.attached.until.map { .text($0) } ?? .null,
                        "attachment": line.terms?.attachment.map { .int($0.value.pence) } ?? .null,
                        "most": line.maximum.map { .int($0.value.pence) } ?? .null,
                        "status": line.maximum.map { .string($0.status.rawValue) } ?? .null,
                    ]
                }))
    }
}
