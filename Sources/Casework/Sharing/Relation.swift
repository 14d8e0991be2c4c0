public import Kernel

/// What an organisation, or a person, is to one case.
public enum Relation: String, Sendable, Hashable, CaseIterable {
    /// Nothing: no live tie to this person.
    case none
    /// The jobcentre that holds the person's claim.
    case jobcentre
    /// The council service that helps the person and keeps their record.
    case council
    /// An organisation that holds an information session the person is invited to: it reads who comes.
    case host
    /// An organisation of the chain that has been asked to take the person on, and has not answered.
    case offered
    /// A provider the person has been referred to and not yet attached.
    case referred
    /// A provider the person is attached to, as prime or as the end-to-end provider assigned.
    case attached
    /// A provider whose referral was withdrawn or whose attachment has ended.
    case former
    /// An organisation of the chain that had the person before another took them on: it reads what it wrote itself.
    case past
    /// An organisation the person agreed to share some of their record with.
    case partner
    /// The body that commissions the area.
    case commissions
    /// The person the case is about.
    case oneself
    /// Somebody the person chose to act for them, while that lasts.
    case supporter

    /// Whether whoever stands so helps the person now. Whoever had them before, has not answered yet, pays, or only holds a
    /// session does not.
    var helps: Bool { [.jobcentre, .council, .referred, .attached, .partner].contains(self) }

    /// The tie in the words a page shows: `the provider you are attached to`.
    public var words: String {
        switch self {
        case .none: "no live tie to this person"
        case .jobcentre: "the jobcentre that holds this person's claim"
        case .council: "the council service that keeps this person's record"
        case .host: "an organisation whose information session this person is invited to"
        case .offered: "an organisation that was asked to take this person on"
        case .referred: "the provider this person was referred to"
        case .attached: "the provider this person is attached to"
        case .former: "a provider this person was with before"
        case .past: "an organisation of the chain that this person was with before"
        case .partner: "an organisation this person chose to share with"
        case .commissions: "the body that commissions this area"
        case .oneself: "the person this record is about"
        case .supporter: "somebody this person chose to help them"
        }
    }
}

extension CaseFile {
    /// The relation of somebody to this case, from the events alone.
    /// - Parameters:
    ///   - commissioned: the areas that the actor's organisation commissions.
    ///   - matrix: how long whoever had the person before goes on reading its own part; then it is nothing to the case.
    public func relation(
        of actor: Author, on day: CalendarDay, commissioned: Set<Identifier<Area>> = [],
        by matrix: SharingMatrix = SharingMatrix()
    ) -> Relation {
        if actor.role == .customer { return actor.person == Identifier(id) ? .oneself : .none }
        if actor.role == .supporter {
            return supporter(as: actor.person)?.holds(on: day) == true ? .supporter : .none
        }
        guard let customer else { return .none }
        switch customer.keepers.home(of: actor.organisation) {
        case .jobcentre: return .jobcentre
        case .council: return .council
        case nil: break
        }
        var found = Relation.none
        for referral in referrals where referral.providers.contains(actor.organisation) {
            if referral.withdrawn != nil {
                if found == .none { found = .former }
            } else if let last = referral.supportedUntil {
                found = last < day ? .former : .attached
            } else {
                found = .referred
            }
        }
        if found == .former, !isOpen(matrix, toFormer: actor.organisation, on: day) { found = .none }
        if found == .none { found = chainRelation(of: actor.organisation, on: day) }
        if found == .past, !isOpen(matrix, toPast: actor.organisation, on: day) { found = .none }
        if found == .none || found == .past, !consents.holding(for: actor.organisation, on: day).isEmpty {
            return .partner
        }
        if found == .none, joining.isHost(actor.organisation, on: day) { return .host }
        if found == .none, referrals.contains(where: { commissioned.contains($0.area) }) { return .commissions }
        return found
    }

    /// What an organisation is to this case, whoever of it asks.
    public func relation(
        ofAnybodyAt organisation: Identifier<Organisation>, on day: CalendarDay, by matrix: SharingMatrix
    ) -> Relation {
        let anybody = Author(person: Identifier(high: 0, low: 0), organisation: organisation, role: .adviser)
        return relation(of: anybody, on: day, by: matrix)
    }

    /// What an organisation is by its place in the chain alone, when it does not have the person.
    private func chainRelation(of organisation: Identifier<Organisation>, on day: CalendarDay) -> Relation {
        if let referral, !referral.isOver(on: day), referral.chain.waiting?.to == organisation { return .offered }
        return referrals.contains { $0.pastHolders.contains(organisation) } ? .past : .none
    }
}
