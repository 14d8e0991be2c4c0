import ArgumentParser

struct AreaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "area", abstract: "Open contract areas, and keep the keys of their draws.",
        subcommands: [AreaOpen.self, AreaCommit.self, AreaPublish.self, AreaList.self])
}
