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
    /// - Parameter advisers: everybody who may be chosen. A wish counts at an organisation where one of them could
    ///   meet it.
    /// - Returns: nil when they need nothing in particular.
    public func suitable(
        _ advisers: [(person: Identifier<Person>, organisation: Identifier<Organisation>)],
        for subject: Identifier<CaseFile>, in connection: any Connection
    ) throws -> Set<Identifier<Person>>? {
        let safety = try file(subject, in: connection).safety
        guard safety.asksAnything(on: clock.today) else { return nil }
        var suitable: Set<Identifier<Person>> = []
        for (organisation, colleagues) in Dictionary(grouping: advisers, by: { $0.organisation }) {
            let offers = try colleagues.map { colleague in
                (colleague.person, try AdviserOffers.find(colleague.person, at: organisation, in: connection))
            }
            let needs = safety.needs(on: clock.today, at: offers.reduce(into: []) { $0.formUnion($1.1) })
            guard !needs.isEmpty else { continue }
            for (person, offered) in offers where needs.isSubset(of: offered) { suitable.insert(person) }
        }
        return suitable
    }

    /// Who does not suit somebody any longer, for whoever can change it: that is all they learn.
    func unsuited(
        _ file: CaseFile, for actor: Author, as relation: Relation, in connection: any Connection
    ) throws -> Unsuited {
        let assigns = Powers.grant(.changeAdviser, to: actor.role, as: relation) != nil
        guard assigns || Powers.grant(.cancelAppointment, to: actor.role, as: relation) != nil else {
            return Unsuited()
        }
        var unsuited = try file.unsuited(on: clock.today, now: clock.now) { person, organisation, isAdviser in
            let roles: [Role] = isAdviser ? [.providerAdviser] : [.adviser, .providerAdviser]
            let colleagues = try Self.advisers(at: organisation, as: roles, in: connection)
            return OffersThere(
                theirs: try AdviserOffers.find(person, at: organisation, in: connection),
                anybodys: colleagues.reduce(into: []) { $0.formUnion($1.offers) })
        }
        unsuited.adviser = unsuited.adviser && assigns
        let theirs = Set(file.appointments.filter { $0.office == actor.organisation }.map(\.id))
        unsuited.meetings.formIntersection(theirs)
        return unsuited
    }

    /// Who advises at the actor's own organisation, with what each can offer.
    /// - Refuses: when the role may not.
    public func advisers(as actor: Author) async throws -> [OfferingAdviser] {
        try Powers.require(.setOffers, of: actor.role, as: .none)
        return try await database.read { try Self.advisers(at: actor.organisation, in: $0) }
    }

    fileprivate static func advisers(
        at organisation: Identifier<Organisation>, as roles: [Role] = [.adviser, .providerAdviser],
        in connection: any Connection
    ) throws -> [OfferingAdviser] {
        try roles.flatMap { role in
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
        try add(adviser, of: [.adviser, .providerAdviser], for: file, at: office, to: &surroundings)
    }

    /// What somebody who is to be the adviser, and everybody else who could be it there, can offer.
    func add(
        _ adviser: Identifier<Person>, givenTo file: CaseFile, at provider: Identifier<Organisation>,
        to surroundings: inout Surroundings
    ) throws {
        try add(adviser, of: [.providerAdviser], for: file, at: provider, to: &surroundings)
    }

    private func add(
        _ adviser: Identifier<Person>, of roles: [Role], for file: CaseFile,
        at organisation: Identifier<Organisation>, to surroundings: inout Surroundings
    ) throws {
        // Nearly nobody needs anything in particular.
        guard file.safety.asksAnything(on: now.day) else { return }
        surroundings.adviserOffers = try AdviserOffers.find(adviser, at: organisation, in: connection)
        for colleague in try Office.advisers(at: organisation, as: roles, in: connection) {
            surroundings.officeOffers.formUnion(colleague.offers)
        }
    }
}
