import ArgumentParser

/// Where an export is written, and whether it is packed.
struct ExportFile: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Write to a file instead of standard output; packed with gzip when its name ends in .gz.",
            valueName: "file"))
    var output: String?

    @Flag(help: "Pack it with gzip, whatever the name.")
    var gzip = false

    private var isPacked: Bool { gzip || output?.hasSuffix(".gz") == true }

    /// Runs a body that writes; the file appears when it is whole.
    func writing<Answer>(_ body: (Output) async throws -> Answer) async throws -> Answer {
        try await Output.writing(to: output, packed: isPacked, body)
    }
}
