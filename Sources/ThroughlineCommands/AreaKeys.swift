import ArgumentParser
import Casework
import Kernel
import Office
import Records

struct AreaCommit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commit",
        abstract: "Commit the key of a period's draws, before the period begins.",
        discussion: """
            The register shows the commitment at once, and the key when the period is over, so that anybody can make the \
            draws again and nobody can foresee them.

            Example: throughline area commit "Ashcombe and the Vale" --period 2012-2 --from 2012-07-01 --to 2012-12-31 \
            --as grace
            """)

    @Argument(help: "The name of the area.")
    var name: String

    @Option(help: "What the period is called.")
    var period: String

    @Option(help: ArgumentHelp("The first day.", valueName: "date"), transform: { try CalendarDay($0) })
    var from: CalendarDay

    @Option(help: ArgumentHelp("The last day.", valueName: "date"), transform: { try CalendarDay($0) })
    var to: CalendarDay

    @Option(name: .customLong("as"), help: "The user name of the commissioner.")
    var user: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        guard from <= to else {
            throw Refusal("area.days", "The last day, \(to.written), is before the first, \(from.written). Change one.")
        }
        try await store.with { store in
            let commissioner = try await store.author(user, anyOf: [.commissioner])
            let area = try await store.area(named: name)
            try await store.office.commitKey(of: area.id, period: period, from: from, until: to, as: commissioner)
        }
        try Output.standard.line("The key of \(period) is committed, from \(from.written) to \(to.written).")
        try Output.standard.flush()
    }
}

struct AreaPublish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Put the keys of periods that are over on the registers.",
        discussion: """
            It may be run every day: a key is published once.

            Example: throughline area publish --as grace
            """)

    @Option(name: .customLong("as"), help: "The user name of a commissioner.")
    var user: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let count = try await store.with { store in
            try await store.office.publishKeys(as: store.author(user, anyOf: [.commissioner]))
        }
        try Output.standard.line("Keys published: \(count).")
        try Output.standard.flush()
    }
}

struct AreaList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the contract areas.",
        discussion: "Example: throughline area list --json")

    @Flag(help: "Report as JSON.")
    var json = false

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let areas = try await store.with { store in try await store.database.read { try AreaQuery.all(in: $0) } }
        if json {
            let list = areas.map { area -> JSON in
                ["id": .text(area.id), "name": .string(area.name), "nation": .string(area.nation.rawValue)]
            }
            try Output.standard.line(JSON.array(list).pretty)
        } else {
            try Output.standard.lines(Table.lines([["Area", "Nation"]] + areas.map { [$0.name, $0.nation.rawValue] }))
        }
        try Output.standard.flush()
    }
}
