import ArgumentParser
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
