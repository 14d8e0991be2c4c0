import ArgumentParser

struct Completions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the script that completes commands in your shell.",
        discussion: "Example: throughline completions bash > ~/.local/share/bash-completion/completions/throughline")

    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish
    }

    @Argument(help: "bash, zsh or fish.")
    var shell: Shell

    func run() async throws {
        let known: CompletionShell =
            switch shell {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        try Output.standard.line(Throughline.completionScript(for: known))
        try Output.standard.flush()
    }
}
