public import Casework
public import Kernel
public import Records

/// An adviser with what they can offer somebody who needs it.
public struct OfferingAdviser: Sendable {
    public let person: Identifier<Person>
    public let name: String
    public let offers: Set<AdviserOffer>
}

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

    /// Who advises at the actor's own organisation, with what each can offer.
    /// - Refuses: when the role may not.
    public func advisers(as actor: Author) async throws -> [OfferingAdviser] {
        try Powers.require(.setOffers, of: actor.role, as: .none)
        return try await database.read { try Self.advisers(at: actor.organisation, in: $0) }
    }

    fileprivate static func advisers(
        at organisation: Identifier<Organisation>, in connection: any Connection
    ) throws -> [OfferingAdviser] {
        try [Role.adviser, .providerAdviser].flatMap { role in
            try AccountRegister.staff(of: organisation, role: role, in: connection).map { staff in
                OfferingAdviser(
                    person: staff.person, name: staff.name,
                    offers: try AdviserOffers.find(staff.person, at: organisation, in: connection))
            }
        }
    }

    /// Sets what an adviser of the actor's own organisation can offer.
    /// - Refuses: when the role may not, or the person does not advise there.
    @discardableResult
    public func setOffers(
        _ offers: Set<AdviserOffer>, of person: Identifier<Person>, as actor: Author
    ) async throws -> OfferingAdviser {
        try Powers.require(.setOffers, of: actor.role, as: .none)
        return try await telling { [database] in
            try await database.write { connection in
                guard
                    let adviser = try Self.advisers(at: actor.organisation, in: connection).first(where: {
                        $0.person == person
                    })
                else {
                    throw Refusal("offers.nobody", "Nobody of that name advises here. Choose somebody from the list.")
                }
                try AdviserOffers.put(offers, of: person, at: actor.organisation, in: connection)
                return OfferingAdviser(person: person, name: adviser.name, offers: offers)
            }
        }
    }
}

extension Desk {
    /// Whether the place of a meeting is an office, and what its adviser and their colleagues can offer.
    func add(
        _ adviser: Identifier<Person>, meeting file: CaseFile, at office: Identifier<Organisation>,
        to surroundings: inout Surroundings
    ) throws {
        surroundings.officeIsThere = try OrganisationRegister.find(office, in: connection) != nil
        // Nearly nobody needs anything in particular.
        guard !file.safety.needs(on: now.day).isEmpty else { return }
        surroundings.adviserOffers = try AdviserOffers.find(adviser, at: office, in: connection)
        for colleague in try Office.advisers(at: office, in: connection) {
            surroundings.officeOffers.formUnion(colleague.offers)
        }
    }
}
