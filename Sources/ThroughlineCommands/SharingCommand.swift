import ArgumentParser
import Casework
import Kernel
import Programmes

struct SharingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sharing", abstract: "Check and explain who sees which part of a record, and on what ground.",
        subcommands: [SharingCheckCommand.self, SharingExplain.self])
}

/// Which matrix: a file, or the one that ships.
struct SharingArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("A sharing matrix's file; otherwise the one that ships.", valueName: "file"))
    var file: String?

    @Flag(help: "Report as JSON.")
    var json = false

    func read() throws -> SharingMatrix { try file.map { try SharingReader.read(path: $0) } ?? SharingReader.shipped() }

    func write(_ text: String, _ value: JSON) throws {
        try Output.standard.line(json ? value.pretty : text.trimmed)
        try Output.standard.flush()
    }
}

struct SharingCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read a sharing matrix and tell what is wrong with it or worth knowing.",
        discussion: """
            What stops the file from being read is told with its line, and the exit status is then 1. A matrix of your own \
            is the file sharing/sharing.yaml in the folder that --programmes names. Rows are ended by “until:” and never \
            taken out, so that what was seen keeps its ground; --before tells which rows of an earlier file are gone.

            Example: throughline sharing check ours/sharing/sharing.yaml --before last-year.yaml
            """)

    @OptionGroup var matrix: SharingArgument

    @Option(help: ArgumentHelp("The file it takes the place of.", valueName: "file"))
    var before: String?

    func run() async throws {
        let check = SharingCheck(try matrix.read(), inPlaceOf: try before.map { try SharingReader.read(path: $0) })
        try matrix.write(check.text, .array(check.findings.map { .string($0) }))
    }
}

struct SharingExplain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell who sees what, for what and on what ground, in plain words.",
        discussion: "Example: throughline sharing explain ours/sharing/sharing.yaml")

    @OptionGroup var matrix: SharingArgument

    func run() async throws {
        let told = SharingExplanation(try matrix.read())
        try matrix.write(
            told.text,
            [
                "title": .string(told.title),
                "sections": .array(
                    told.sections.map {
                        ["title": .string($0.title), "lines": .array($0.lines.map { .string($0) })]
                    }),
            ])
    }
}
