import ArgumentParser
import Foundation
import Testing

@testable import ThroughlineCommands

@Suite("Help and completions")
struct HelpTests {
    /// Every command that does something.
    private static func leaves(_ command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
        let below = command.configuration.subcommands
        return below.isEmpty ? [command] : below.flatMap(leaves)
    }

    @Test("Every command has help with an example of itself")
    func examples() {
        let commands = Self.leaves(Throughline.self)
        #expect(commands.count >= 20)
        for command in commands {
            let help = Throughline.helpMessage(for: command)
            #expect(help.contains("Example: throughline "), "\(command) has no example")
            #expect(!command.configuration.abstract.isEmpty)
        }
    }

    /// The same, by the words that call it: `user token add`.
    private static func paths(_ command: any ParsableCommand.Type, after words: [String] = []) -> [String] {
        let below = command.configuration.subcommands
        return below.isEmpty
            ? [words.joined(separator: " ")] : below.flatMap { paths($0, after: words + [$0._commandName]) }
    }

    @Test("The document of commands has every command, and none that is not there")
    func documented() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        let document = try String(contentsOf: folder.appending(path: "../../docs/commands.md"), encoding: .utf8)
        let commands = Self.paths(Throughline.self)
        #expect(commands.count >= 20 && commands.contains("retention"))
        for command in commands {
            #expect(
                document.contains("`\(command)`") || document.contains("`\(command) "),
                "docs/commands.md does not have “\(command)”")
        }
        // What begins a row of a table of commands, but for the names of its arguments.
        var named: Set<String> = []
        for line in document.split(separator: "\n") where line.hasPrefix("| `") && !line.hasPrefix("| `--") {
            guard let words = line.split(separator: "`").dropFirst().first else { continue }
            let name = words.split(separator: " ").prefix { word in
                word.first?.isLowercase == true && word.allSatisfy { $0.isLowercase || $0 == "-" }
            }
            named.insert(name.joined(separator: " "))
        }
        #expect(named.subtracting(commands) == [], "docs/commands.md has these, and the program does not")
    }

    @Test("Completions come for each shell", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let outcome = try BuiltProgram.run("completions", shell)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("simulate") && outcome.output.contains("referrals"))
    }

    @Test("A progress bar shows a part, or a count when the whole is not known")
    func progress() {
        #expect(ProgressBar.text(50, of: 100, "rows") == "[###############...............] 50%  50 of 100 rows")
        #expect(ProgressBar.text(7, of: nil, "rows") == "7 rows")
    }
}
