import Casework
import Kernel
import Office
import Records

/// The organisations that keep somebody's record or have them on a programme, as the register has them.
struct HelpingOrganisations: Sendable {
    private let found: [Identifier<Organisation>: OrganisationRegister.Entry]

    static func load(of seen: SeenCase, in office: Office) async throws -> HelpingOrganisations {
        let needed = (seen.keepers?.organisations ?? []) + (seen.referral?.providers.sorted() ?? [])
        let entries = try await office.database.read { connection in
            try needed.compactMap { try OrganisationRegister.find($0, in: connection) }
        }
        return HelpingOrganisations(found: Dictionary(entries.map { ($0.id, $0) }) { first, _ in first })
    }

    subscript(id: Identifier<Organisation>) -> OrganisationRegister.Entry? { found[id] }
}
