import Casework
public import Kernel
public import Records

extension Office {
    /// Finds people in the register; 20 at most.
    ///
    /// Jobcentre staff find everybody, because one person has one record (G-004). Everybody else finds only the people
    /// whose record they may read: that somebody else is known here is not theirs to learn.
    /// - Refuses: when the role may not search.
    public func find(_ search: IdentityRegister.Search, as actor: Author) async throws -> [IdentityRegister.Entry] {
        let day = clock.today
        return try await list(.findCustomer, as: actor) { [self] connection in
            let found = try surviving(
                IdentityRegister.find(search, keyring: keyring, in: connection), in: connection)
            if Powers.grant(.registerCustomer, to: actor.role, as: .none) != nil { return found }
            return try found.filter {
                let relation = try relation(of: actor, to: file($0.subject, in: connection), on: day, in: connection)
                return Powers.grant(.readCase, to: actor.role, as: relation) != nil
            }
        }
    }
}
