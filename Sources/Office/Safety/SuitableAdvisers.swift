public import Casework
public import Kernel
public import Records

extension Office {
    /// Which of some advisers offer what somebody needs. Whoever chooses learns that, and neither the need nor its reason.
    /// - Returns: nil when they need nothing in particular.
    public func suitable(
        _ advisers: [(person: Identifier<Person>, organisation: Identifier<Organisation>)],
        for subject: Identifier<CaseFile>, in connection: any Connection
    ) throws -> Set<Identifier<Person>>? {
        let needs = try file(subject, in: connection).safety.needs(on: clock.today)
        guard !needs.isEmpty else { return nil }
        return Set(
            try advisers.filter {
                needs.isSubset(of: try AdviserOffers.find($0.person, at: $0.organisation, in: connection))
            }.map(\.person))
    }

    /// Sets what an adviser of the actor's own organisation can offer.
    /// - Refuses: when the role may not, or the person does not work there.
    public func setOffers(
        _ offers: Set<AdviserOffer>, of person: Identifier<Person>, as actor: Author
    ) async throws {
        try Powers.require(.setOffers, of: actor.role, as: .none)
        try await telling { [database] in
            try await database.write { connection in
                let works = try AccountRegister.positions(of: person, in: connection).contains {
                    $0.organisation == actor.organisation
                }
                guard works else {
                    throw Refusal("offers.nobody", "Nobody of that name works here. Choose somebody from the list.")
                }
                try AdviserOffers.put(offers, of: person, at: actor.organisation, in: connection)
            }
        }
    }
}
