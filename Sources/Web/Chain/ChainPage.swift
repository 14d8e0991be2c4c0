import Casework
import Hummingbird
import Kernel
import Office
import Records

extension Site {
    /// Who works for a prime, and by what standards.
    func addChain(to router: Router<SiteContext>) {
        router.page(.chain, self) { visit in try await ChainPage.load(visit).page }
    }
}

/// A provider's own chain, and the chains it works in.
struct ChainPage {
    let own: SupplyChain
    let others: [SupplyChain]
    let names: [Identifier<Organisation>: String]
    let standards: [String: ServiceStandard]
    let actor: Author

    static func load(_ visit: Visit) async throws -> ChainPage {
        let (actor, programmes) = (visit.actor, visit.office.programmes)
        return try await visit.office.list(.readInbox, as: actor) { connection in
            ChainPage(
                own: try SupplyChainRegister.find(actor.organisation, in: connection),
                others: try SupplyChainRegister.primes(of: actor.organisation, in: connection).map {
                    try SupplyChainRegister.find($0, in: connection)
                },
                names: try OrganisationRegister.names(in: connection),
                standards: Dictionary(
                    programmes.sorted { $0.key < $1.key }.flatMap { $0.value.standards }.map { ($0.id, $0) }
                ) { first, _ in first }, actor: actor)
        }
    }

    var page: Page {
        Page("The chain", section: SiteURL.chain.address, width: .wide) {
            if own.isSharedTeam || others.contains(where: { $0.sharedTeams.contains(actor.organisation) }) {
                p {
                    "Your organisation is one shared team: any adviser may help anybody you have, and each person has one lead."
                }
            }
            if own.partners.isEmpty, others.isEmpty {
                EmptyState("You work with nobody else.", comes: "Whoever runs this site sets a chain from a file.")
            }
            if !own.partners.isEmpty {
                Section("Who works for you", id: "own") {
                    p { "\(own.specialists.title). A specialist takes somebody on, or says why not." }
                    DataTable("Partners", rows: own.partners, captionIsUnseen: true, columns: columns)
                }
            }
            ForEach(others) { chain in
                Section("You work for \(name(chain.prime))", id: "for-\(chain.prime)") {
                    ForEach(chain.partners.filter { $0.organisation == actor.organisation }) { partner in
                        p {
                            "As \(partner.part == .endToEnd ? "an" : "a") \(partner.part.title.inSentence)"
                            partner.serves.isEmpty ? "." : ": \(partner.serves)."
                        }
                        if partner.standards.isEmpty {
                            p { "No standards are set for you here." }
                        } else {
                            p { "The standards you work to:" }
                            ul {
                                ForEach(partner.standards) { id in
                                    li {
                                        standards[id]?.says ?? id
                                        if let standard = standards[id] { " "; FigureMark(standard.status) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private var columns: [Column<ChainPartner>] {
        [
            Column("Organisation", .heading) { partner in name(partner.organisation) },
            Column("As") { partner in "\(partner.part.title)\(partner.isSharedTeam ? ", one shared team" : "")" },
            Column("For whom") { partner in
                partner.serves.isEmpty && partner.groups.isEmpty ? "Everybody" : partner.serves
                if !partner.groups.isEmpty { " Groups \(partner.groups.joined(separator: ", "))" }
            },
            Column("Standards") { partner in
                ul { ForEach(partner.standards) { id in li { standards[id]?.says ?? id } } }
            },
            Column("Days") { partner in partner.runs == .always ? "Open" : partner.runs.written },
        ]
    }

    private func name(_ id: Identifier<Organisation>) -> String { names[id] ?? "An organisation" }
}

/// How far a figure can be trusted, in a word.
private struct FigureMark: Component {
    let status: FigureStatus

    init(_ status: FigureStatus) { self.status = status }

    var body: some HTML { span(.class("hint")) { "(\(status.rawValue))" } }
}
