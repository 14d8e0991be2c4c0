import ArgumentParser
import Casework
import Kernel
import Office
import Records

struct Rebuild: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the lists again from the streams.",
        discussion: """
            The lists people look at can be made again at any time, and nothing is sent by it. It may be stopped and run \
            again, and work may go on meanwhile.

            Example: throughline rebuild --database sqlite:data/throughline.sqlite
            """)

    @OptionGroup var store: StoreOptions

    func run() async throws {
        try await store.with { try await Self.rebuild($0.database, $0.office.programmes) }
        try Output.standard.line("The lists are made again.")
        try Output.standard.flush()
    }

    static func rebuild(_ database: any Database, _ programmes: [String: Programme]) async throws {
        let bar = ProgressBar("streams")
        defer { bar.end() }
        try await Projections.rebuild(database, programmes: programmes) { bar.show($0, of: $1) }
    }
}
