public import Kernel

/// Who leads the help that somebody gets: one person, whoever else helps (G-005, G-039).
public struct Lead: Sendable, Equatable {
    public let person: Identifier<Person>
    public let organisation: Identifier<Organisation>
    /// The day on which they were assigned, or named.
    public let since: CalendarDay
    /// Whether they lead as the adviser of a referral, and not as somebody whom a keeper of the record named.
    public let isAdviser: Bool
}

extension Lead {
    /// The adviser of a referral that is not over, or else whoever a keeper of the record named last; nil while nobody is.
    /// - Parameter isOver: whether the referral is.
    public init?(_ referral: Referral?, _ keepers: Keepers?, isOver: Bool) {
        if !isOver, let assigned = referral?.assignment {
            self.init(
                person: assigned.adviser, organisation: assigned.provider, since: assigned.event.recorded.day,
                isAdviser: true)
        } else if let (keeper, lead) = keepers?.lead {
            self.init(
                person: lead.person, organisation: keeper, since: lead.event.recorded.day, isAdviser: false)
        } else {
            return nil
        }
    }
}

extension CaseFile {
    /// Who leads on a day; nil while nobody does.
    public func lead(on day: CalendarDay) -> Lead? {
        Lead(referral, customer?.keepers, isOver: referral?.isOver(on: day) ?? true)
    }
}

extension SeenCase {
    /// Who leads on a day; nil while nobody does, and for a reader who does not see all there is of referrals, and so could
    /// be told of one who does so no longer.
    public func lead(on day: CalendarDay) -> Lead? {
        guard seesWhoLeads else { return nil }
        return Lead(referral, keepers, isOver: referral?.isOver(on: day) ?? true)
    }

    /// Whether the reader sees what is needed to say who leads, or that nobody does.
    public var seesWhoLeads: Bool {
        sight.sees(.identity) && sight.sees(.referral) && !sight.isForItsOwn(.referral)
    }
}
