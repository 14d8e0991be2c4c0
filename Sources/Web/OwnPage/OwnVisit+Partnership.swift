import Casework
import Kernel
import Office
import Records

/// An organisation that the customer can let see something.
struct SharingPartner: Sendable {
    let id: Identifier<Organisation>
    let name: String
    /// What it sees already, in words; nil for nothing.
    let sees: String?

    /// Its name, with what it sees already beside it.
    var option: Choice {
        Choice(id.description, sees.map { OwnSharingFormWords.otherSeesNow(name, $0) } ?? name)
    }

    /// Its name, with what it sees already below it.
    var choice: Choice { Choice(id.description, name, hint: sees.map { OwnSharingFormWords.seesNow($0) }) }
}

extension OwnVisit {
    /// Everybody of the partnership who can be let see something: not those who only pay.
    /// - Parameter helping: those that are asked about elsewhere.
    func partnership(without helping: [Identifier<Organisation>]) async throws -> [SharingPartner] {
        let paying = try await CommissioningBodies.load(of: seen, in: visit.office)
        let viewers = seen.allViewers(commissioners: paying.organisations)
        let all = try await visit.office.database.read { try OrganisationRegister.all(in: $0) }
        return all.filter { $0.kind != .department && !helping.contains($0.id) }.map { one in
            let now = viewers.first { $0.organisation == one.id }?.categories ?? []
            return SharingPartner(id: one.id, name: one.name, sees: now.isEmpty ? nil : now.said)
        }
    }
}
