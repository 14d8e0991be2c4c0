import ArgumentParser
import Kernel
import Office

struct Allocate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the draws of a published register again, and say whether they agree.",
        discussion: """
            The register is the file that `throughline export draws` writes. The keys of periods that are over stand in \
            it; others may be given in a file, one a line. No store is needed.

            Example: throughline allocate --check draws.jsonl --key-file keys.txt
            """)

    @Option(help: ArgumentHelp("The published register.", valueName: "register"))
    var check: String

    @Option(help: ArgumentHelp("Keys of periods in hexadecimal, one a line.", valueName: "file"))
    var keyFile: String?

    @Flag(help: "Report as JSON.")
    var json = false

    func run() async throws {
        let keys = try keyFile.map { try FileBytes($0).text(atMost: 1 << 20) }
            .map { try $0.split(whereSeparator: \.isNewline).map { try DrawKey(hexadecimal: String($0)) } }
        let text = try FileBytes(check).text(atMost: 1 << 30)
        let result = try DrawCheck(lines: text.split(whereSeparator: \.isNewline), keys: keys ?? [])
        if json {
            let report: JSON = [
                "areas": .int(result.areas), "checked": .int(result.checked), "unchecked": .int(result.unchecked),
                "findings": .array(result.findings.map { .string($0) }),
            ]
            try Output.standard.line(report.pretty)
        } else {
            try Output.standard.lines(result.findings)
            try Output.standard.line("Draws made again: \(result.checked), in \(result.areas) areas.")
            if result.unchecked > 0 {
                try Output.standard.line("Draws of periods whose key was not given: \(result.unchecked).")
            }
        }
        try Output.standard.flush()
        guard result.isSound else { throw Refusal("draw.differs", "The register does not agree with its keys.") }
    }
}
