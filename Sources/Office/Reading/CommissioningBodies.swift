public import Casework
public import Kernel
import Records

/// The bodies that commission the areas a person was referred in, with what each is called.
public struct CommissioningBodies: Sendable {
    /// Each once, in the order in which the person came to their areas.
    public let organisations: [Identifier<Organisation>]
    private let titles: [Identifier<Organisation>: String]

    init(of areas: [Identifier<Area>], in connection: any Connection) throws {
        var found: [OrganisationRegister.Entry] = []
        for area in areas {
            guard let body = try AreaQuery.find(area, in: connection)?.commissioner,
                !found.contains(where: { $0.id == body }),
                let entry = try OrganisationRegister.find(body, in: connection)
            else { continue }
            found.append(entry)
        }
        organisations = found.map(\.id)
        titles = Dictionary(found.map { ($0.id, $0.name) }) { first, _ in first }
    }

    /// Those of a record as its reader sees it.
    public static func load(of seen: SeenCase, in office: Office) async throws -> CommissioningBodies {
        let areas = seen.referrals.map(\.area)
        return try await office.database.read { try CommissioningBodies(of: areas, in: $0) }
    }

    /// What an organisation is called, whether it is one of these or one of those the record speaks of.
    public func name(of organisation: Identifier<Organisation>, _ names: Names) -> String {
        titles[organisation] ?? names.organisation(organisation)
    }
}
