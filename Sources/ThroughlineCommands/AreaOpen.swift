import ArgumentParser
import Casework
import Kernel
import Office
import Records

struct AreaOpen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open a contract area and its register of draws.",
        discussion: """
            Then commit a key with `throughline area commit`, and set the shares of its providers on its page.

            Example: throughline area open "Ashcombe and the Vale" --nation england --as grace
            """)

    @Argument(help: "The name of the area.")
    var name: String

    @Option(
        help: "Where it lies, for its bank holidays: england, scotland, wales or northern-ireland.",
        transform: { text in
            guard let nation = Nation(rawValue: text) else {
                let nations = Nation.allCases.map(\.rawValue).joined(separator: ", ")
                throw Refusal("area.nation", "There is no such nation. Use one of: \(nations).")
            }
            return nation
        })
    var nation: Nation

    @Option(name: .customLong("as"), help: "The user name of the commissioner whose area it is.")
    var user: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let name = name.trimmed
        guard !name.isEmpty, name.count <= 100 else {
            throw Refusal("area.name", "Give the area a name of at most 100 characters.")
        }
        try await store.with { store in
            let commissioner = try await store.author(user, anyOf: [.commissioner])
            let areas = try await store.database.read { try AreaQuery.all(in: $0) }
            guard !areas.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
                throw Refusal("area.open", "There is an area named “\(name)” already. Choose another name.")
            }
            try await store.office.openArea(
                .init(name: name, nation: nation, commissioner: commissioner.organisation),
                id: Identifier(at: store.office.clock.now, random: .system), as: commissioner)
        }
        try Output.standard.line("\(name) is open. Commit a key next, then set the shares.")
        try Output.standard.flush()
    }
}
