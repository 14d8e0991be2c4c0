import ArgumentParser
import Casework
import Kernel
import Web

struct WordsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "words", abstract: "List every word a customer can read, in English and Welsh.",
        discussion: """
            One line for each phrase: its name, its English, its Welsh, parted by tabs. --gaps lists those that have no \
            Welsh: a page or letter that needs one is in English, and says so.

            Example: throughline words --gaps
            """)

    @Flag(help: "Only what has no Welsh.")
    var gaps = false

    @Flag(help: "Report as JSON.")
    var json = false

    func run() async throws {
        let entries = Catalogue.entries.filter { !gaps || $0.welsh == nil }
        if json {
            try Output.standard.line(
                JSON.array(
                    entries.map { entry in
                        .fields([
                            "name": .string(entry.name), "english": .string(entry.english),
                            "welsh": entry.welsh.map { .string($0) },
                        ])
                    }
                ).pretty)
        } else {
            for entry in entries {
                try Output.standard.line("\(entry.name)\t\(entry.english)\t\(entry.welsh ?? "")")
            }
        }
        try Output.standard.flush()
    }
}
