public import Casework
public import Kernel
import Records

/// Of whom somebody may say that they are with their organisation now, among people whom a search showed.
public struct TakingUp: Sendable {
    /// As what the organisation would keep their record.
    public let home: CustomerHome
    /// Those whose record it does not keep.
    public let subjects: Set<Identifier<CaseFile>>

    public init(home: CustomerHome, subjects: Set<Identifier<CaseFile>>) {
        self.home = home
        self.subjects = subjects
    }
}

extension Office {
    /// Who of some people is on record elsewhere, for somebody who may take their record up.
    /// - Returns: nil for whoever may take up none.
    public func takingUp(
        _ subjects: [Identifier<CaseFile>], as actor: Author
    ) async throws -> TakingUp? {
        guard Powers.grant(.takeUpRecord, to: actor.role, as: .none) != nil else { return nil }
        return try await database.read { connection in
            guard let home = try OrganisationRegister.find(actor.organisation, in: connection)?.kind.home else {
                return nil
            }
            let kept = try KeptQuery.kept(of: subjects, by: actor.organisation, in: connection)
            return TakingUp(home: home, subjects: Set(subjects).subtracting(kept))
        }
    }
}
