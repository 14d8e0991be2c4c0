import ArgumentParser
import Casework
import Kernel
import Office
import Programmes
import Records

struct ChainSet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Set the supply chain of a prime provider from a file.",
        discussion: """
            The file names the prime, its partners, what each is there for and on which days; docs/chains.md shows one. \
            The organisations must be there already. What the chain was before is kept.

            Example: throughline chain set northway.yaml
            """)

    @Argument(help: "The YAML file.", completion: .file(extensions: ["yaml"]))
    var file: String

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let file = file
        try await store.with { store in
            let written = try ChainReader.read(path: file, programmes: store.office.programmes)
            let now = store.office.clock.now
            try await store.database.write { connection in
                let register = try OrganisationRegister.all(in: connection)
                func find(_ name: String) throws(Refusal) -> Identifier<Organisation> {
                    guard let found = register.first(where: { $0.name.lowercased() == name.lowercased() }) else {
                        throw Refusal(
                            "chain.organisation",
                            "There is no organisation “\(name)”. Check its name, or make it with `throughline user add … --organisation … --kind provider`."
                        )
                    }
                    return found.id
                }
                let chain = SupplyChain(
                    prime: try find(written.prime), specialists: written.specialists,
                    isSharedTeam: written.isSharedTeam,
                    partners: try written.partners.map {
                        ChainPartner(
                            organisation: try find($0.organisation), part: $0.part, serves: $0.serves,
                            groups: $0.groups, standards: $0.standards, runs: $0.runs,
                            isSharedTeam: $0.isSharedTeam)
                    })
                guard !chain.partners.contains(where: { $0.organisation == chain.prime }) else {
                    throw Refusal("chain.itself", "The prime is always in its own chain. Take it out of the partners.")
                }
                try SupplyChainRegister.put(chain, by: Operator.person, at: now, in: connection)
            }
            let count = written.partners.count
            try Output.standard.line(
                "The chain of \(written.prime) has \(count) \(count == 1 ? "partner" : "partners"). \(written.specialists.title)."
            )
            try Output.standard.flush()
        }
    }
}
