import ArgumentParser
import Casework
import Kernel
import Office
import Records

struct ChainShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the supply chain of a prime provider.",
        discussion: "Example: throughline chain show \"Northway Futures\"")

    @Argument(help: "The prime's name.")
    var prime: String

    @Flag(help: "Write JSON.")
    var json = false

    @OptionGroup var store: StoreOptions

    func run() async throws {
        let name = prime.trimmed
        try await store.with { store in
            let found = try await store.database.read {
                connection -> (SupplyChain, [Identifier<Organisation>: String])? in
                let register = try OrganisationRegister.all(in: connection)
                guard let prime = register.first(where: { $0.name.lowercased() == name.lowercased() }) else {
                    return nil
                }
                return (
                    try SupplyChainRegister.find(prime.id, in: connection),
                    Dictionary(register.map { ($0.id, $0.name) }) { first, _ in first }
                )
            }
            guard let (chain, names) = found else {
                throw Refusal("chain.organisation", "There is no organisation “\(name)”. Check its name.")
            }
            try json ? Output.standard.line(written(chain, names).text) : print(chain, names)
            try Output.standard.flush()
        }
    }

    private func print(_ chain: SupplyChain, _ names: [Identifier<Organisation>: String]) throws {
        try Output.standard.line(
            "\(names[chain.prime] ?? ""): \(chain.specialists.title.inSentence)"
                + (chain.isSharedTeam ? "; one shared team" : ""))
        for partner in chain.partners {
            let parts = [
                partner.serves, partner.groups.isEmpty ? "" : "groups \(partner.groups.joined(separator: ", "))",
                partner.standards.isEmpty ? "" : "works to \(partner.standards.joined(separator: ", "))",
                partner.runs == .always ? "" : partner.runs.written, partner.isSharedTeam ? "one shared team" : "",
            ].filter { !$0.isEmpty }
            try Output.standard.line(
                "  \(names[partner.organisation] ?? "An organisation"), \(partner.part.title.inSentence)"
                    + (parts.isEmpty ? "" : ": \(parts.joined(separator: "; "))"))
        }
    }

    private func written(_ chain: SupplyChain, _ names: [Identifier<Organisation>: String]) -> JSON {
        [
            "prime": .string(names[chain.prime] ?? ""), "specialists": .string(chain.specialists.rawValue),
            "shared-team": .bool(chain.isSharedTeam),
            "partners": .array(
                chain.partners.map {
                    .fields([
                        "organisation": .string(names[$0.organisation] ?? ""), "part": .string($0.part.rawValue),
                        "serves": .string($0.serves), "groups": .array($0.groups.map { .string($0) }),
                        "standards": .array($0.standards.map { .string($0) }),
                        "from": $0.runs.from.map { .text($0) }, "until": $0.runs.until.map { .text($0) },
                        "shared-team": .bool($0.isSharedTeam),
                    ])
                }),
        ]
    }
}
