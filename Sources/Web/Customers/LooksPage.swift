import Casework
import Kernel
import Office
import Records

extension Visit {
    /// Who looked at a customer's record, as what, and why they could.
    func looksPage() async throws -> Page {
        let opened = try await office.open(subject, as: actor, to: .readLooks)
        let before: Identifier<Look>? = try query("before").map { try Identifier($0) }
        let (shown, earlier) = try await SeenLook.read(opened.seen.id, before: before, office: office)
        let name = opened.seen.identity?.name ?? "this customer"
        return Page(
            "Who looked", trail: [Link(name, to: SiteURL.customer(opened.seen.id).address)], width: .wide
        ) {
            p {
                "Every time this record is opened is kept, and every search by number or by exact birth date that showed this person. A list, and a search by name, is kept as one row without who was on it."
            }
            if before != nil { p { Link("Back to the latest looks", to: SiteURL.looks(opened.seen.id).address) } }
            DataTable(
                "Who looked, the latest first", rows: shown, captionIsUnseen: true, columns: SeenLook.columns)
            Pager(
                shown: "\(shown.count) \(shown.count == 1 ? "look" : "looks") on this page",
                previous: nil,
                next: earlier.map { SiteURL.looks(opened.seen.id, before: $0.description).address })
        }.about(opened.seen)
    }
}

/// A look at a record with the names of whoever looked.
struct SeenLook: Sendable {
    /// As many as a page holds.
    static let page = 100

    let id: Identifier<Look>
    let look: Look
    let person: String
    let organisation: String

    /// Why they could, in words to the person the record is about.
    var said: String { look.saidWhy.isEmpty ? look.reason : look.saidWhy.joined(separator: " ") }

    /// A page of the looks at a record, the latest first, and the look that the next goes on from.
    static func read(
        _ subject: Identifier<CaseFile>, before: Identifier<Look>?, office: Office
    ) async throws -> (looks: [SeenLook], earlier: Identifier<Look>?) {
        let looks = try await office.looks(at: subject, before: before, limit: page + 1)
        let found = try await office.database.read { connection in
            try looks.map { found in
                SeenLook(
                    id: found.id, look: found.look,
                    person: try AccountRegister.name(of: found.look.by.person, in: connection) ?? "Somebody",
                    organisation: try OrganisationRegister.find(found.look.by.organisation, in: connection)?.name
                        ?? "An organisation")
            }
        }
        let shown = Array(found.prefix(page))
        return (shown, found.count > page ? shown.last?.id : nil)
    }

    static let columns: [Column<SeenLook>] = [
        Column("When", .heading) { WrittenMoment($0.look.at) },
        Column("Who") { "\($0.person), \($0.look.by.role.title.lowercased()), \($0.organisation)" },
        Column("To") { (Act(rawValue: $0.look.act)?.words ?? $0.look.act) },
        Column("Why they could") { $0.look.reason },
    ]
}
