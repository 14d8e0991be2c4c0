import Casework
import Kernel
import Office
import Records

extension Visit {
    /// Who looked at a customer's record, as what, and why they could.
    func looksPage() async throws -> Page {
        let opened = try await office.open(subject, as: actor, to: .readLooks)
        let found = try await office.database.read { connection in
            try Looks.at(opened.seen.id, limit: 200, in: connection).map { found in
                SeenLook(
                    look: found.look,
                    person: try AccountRegister.name(of: found.look.by.person, in: connection) ?? "Somebody",
                    organisation: try OrganisationRegister.find(found.look.by.organisation, in: connection)?.name
                        ?? "An organisation")
            }
        }
        let name = opened.seen.identity?.name ?? "this customer"
        return Page(
            "Who looked", trail: [Link(name, to: SiteURL.customer(opened.seen.id).address)], width: .wide
        ) {
            p { "Every look at this record is kept. The latest 200 are shown." }
            DataTable("\(found.count) \(found.count == 1 ? "look" : "looks")", rows: found, columns: SeenLook.columns)
        }
    }
}

private struct SeenLook: Sendable {
    let look: Look
    let person: String
    let organisation: String

    static let columns: [Column<SeenLook>] = [
        Column("When", .heading) { WrittenMoment($0.look.at) },
        Column("Who") { "\($0.person), \($0.look.by.role.title.lowercased()), \($0.organisation)" },
        Column("To") { (Act(rawValue: $0.look.act)?.words ?? $0.look.act) },
        Column("Why they could") { $0.look.reason },
    ]
}
