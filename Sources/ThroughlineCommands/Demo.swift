import ArgumentParser
import Foundation
import Kernel
import Office
import Records

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve a made-up partnership to look round in.",
        discussion: """
            Everybody in it is made up, and says so on every page. What is done in it is kept in the data folder, and is \
            there again the next time; take the folder away to start afresh. Nobody is written to: each e-mail is a file in \
            the folder mail of the data folder, which any mail program opens.

            Example: throughline demo --customers 50 --port 8080
            """)

    @Option(help: "How many customers there are.")
    var customers = 50

    @Option(help: ArgumentHelp("The folder it is kept in.", valueName: "folder"))
    var data = "data/demo"

    @OptionGroup var site: SiteOptions

    func validate() throws {
        guard (1...Demonstration.mostCustomers).contains(customers) else {
            throw ValidationError(
                "A demonstration has from 1 to \(Demonstration.mostCustomers) customers. For more, use simulate.")
        }
    }

    func run() async throws {
        var request = StoreRequest(.sqlite(path: "\(data)/throughline.sqlite"))
        request.creating = true
        request.seed = Self.seed
        try await load(request)
        try await OpenedStore.using(request) { store in
            let header = [["User", "Password", "Who"]]
            let guest = try await Demonstration.guestSignIn(store.office)
            let people = (Demonstration.signIns + [guest].compactMap { $0 }).map {
                [$0.user, $0.password, "\($0.who), \($0.role.title.lowercased()) at \($0.organisation)"]
            }
            try Output.standard.lines(Table.lines(header + people) + [""])
            if guest != nil {
                try Output.standard.lines(["The customer signs in at /welcome, with the code: it works once.", ""])
            }
            try Output.standard.flush()
            try await site.serve(store, folder: data)
        }
    }

    /// Fills an empty store with ids and chances that come from the seed; what is done in it later has the system's.
    private func load(_ request: StoreRequest) async throws {
        var seeded = request
        seeded.random = .seeded(Self.seed)
        try await OpenedStore.using(seeded) { try await load(into: $0) }
    }

    private func load(into store: OpenedStore) async throws {
        if try await store.database.read({ try Settings.value(Self.loaded, in: $0) }) != nil { return }
        let isEmpty = try await store.database.read { try OrganisationRegister.all(in: $0).isEmpty }
        guard isEmpty else {
            throw Refusal(
                "demo.unfinished",
                "The demonstration in \(data) was not finished when it was made. Take the folder away, and start again."
            )
        }
        let bar = ProgressBar("steps")
        defer { bar.end() }
        try await Demonstration.load(into: store.office, customers: customers) { bar.show($0, of: $1) }
        try await store.database.write { [customers] in
            try Settings.set(Self.loaded, to: String(customers), in: $0)
        }
    }

    /// What the demonstration's keys and chances come from.
    private static let seed: UInt64 = 2011
    /// The setting that says a demonstration is whole.
    private static let loaded = "demonstration.customers"
}
