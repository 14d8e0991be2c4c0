import ArgumentParser

struct ChainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chain", abstract: "Say who works for a prime provider, as what and for whom.",
        subcommands: [ChainSet.self, ChainShow.self])
}
