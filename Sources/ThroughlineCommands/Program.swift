import ArgumentParser
import Foundation
import Kernel

/// The `throughline` program.
public enum Program {
    /// Runs the command the arguments name and ends the process with its status: 0, 1 when it was refused or failed, 64
    /// for arguments that make no command.
    public static func main() async -> Never {
        // A reader that has gone is met as a failed write, not as a signal that ends the process half-way.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try Throughline.parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
            exit(0)
        } catch {
            guard let ending = Ending(error) else { Throughline.exit(withError: error) }
            if let sentence = ending.sentence { Terminal.say(sentence) }
            exit(ending.status)
        }
    }
}

/// Every command of the program.
struct Throughline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "throughline",
        abstract: "One customer, one adviser, one plan: a single line through every agency that helps.",
        discussion: """
            To look round a made-up partnership: throughline demo --customers 50
            To serve a store of your own: throughline serve --database sqlite:data/throughline.sqlite
            """,
        version: "0.1.0",
        subcommands: [
            Demo.self, Serve.self, Round.self, Import.self, Simulate.self, Allocate.self, Pay.self, MapCommand.self,
            Export.self,
            ProgrammeCommand.self, InstrumentCommand.self, SharingCommand.self, WordsCommand.self, Verify.self,
            Rebuild.self, Backup.self, Restore.self,
            Erase.self, RetentionCommand.self, User.self, AreaCommand.self, ChainCommand.self, PaperCommand.self,
            Completions.self,
        ])
}
