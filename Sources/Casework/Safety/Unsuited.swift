public import Kernel

/// Who was given to somebody, or is to meet them, and does not offer what they need now: a notice was raised, a wish was
/// said, or an offer taken back since.
public struct Unsuited: Sendable, Equatable {
    /// Whether it is their adviser.
    public var adviser = false
    /// The meetings to come that are with somebody who does not suit them; the adviser's own aside where that one is to
    /// be changed.
    public var meetings: Set<Identifier<Appointment>> = []

    public init() {}
}

/// What an adviser can offer, beside what anybody there can.
public struct OffersThere: Sendable, Equatable {
    public let theirs: Set<AdviserOffer>
    public let anybodys: Set<AdviserOffer>

    public init(theirs: Set<AdviserOffer>, anybodys: Set<AdviserOffer>) {
        self.theirs = theirs
        self.anybodys = anybodys
    }
}

extension CaseFile {
    /// Who does not suit them any longer (K-003, K-016 to K-018).
    /// - Parameter offers: what somebody can offer at an organisation, as their adviser or for one meeting.
    public func unsuited(
        on day: CalendarDay, now: Instant,
        offers: (Identifier<Person>, Identifier<Organisation>, _ isAdviser: Bool) throws -> OffersThere
    ) rethrows -> Unsuited {
        var unsuited = Unsuited()
        // Nearly nobody needs anything in particular.
        guard safety.asksAnything(on: day) else { return unsuited }
        var adviser: Identifier<Person>?
        if let referral, !referral.isOver(on: day), let holding = referral.holdings.last, let held = holding.adviser {
            let there = try offers(held, holding.organisation, true)
            unsuited.adviser = !safety.needs(on: day, at: there.anybodys).isSubset(of: there.theirs)
            adviser = held
        }
        for meeting in appointments where meeting.outcome == nil && meeting.slot.starts > now {
            guard !(unsuited.adviser && meeting.adviser == adviser) else { continue }
            let there = try offers(meeting.adviser, meeting.office, false)
            let needs = safety.needs(on: day, meeting: meeting.slot.mode, at: there.anybodys)
            if !needs.isSubset(of: there.theirs) { unsuited.meetings.insert(meeting.id) }
        }
        return unsuited
    }
}
