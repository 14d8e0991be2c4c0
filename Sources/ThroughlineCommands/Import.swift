import ArgumentParser

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take in files from other systems.", subcommands: [ImportReferrals.self])
}
