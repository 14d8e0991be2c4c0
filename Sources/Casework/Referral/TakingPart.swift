public import Kernel

extension Referral {
    /// What the jobcentre said after the referral of whether taking part is required (C14, G-128).
    public struct Status: Sendable, Equatable {
        public let event: EventStamp
        public let basis: Basis
        /// The first day on which it is so.
        public let from: CalendarDay
        public let words: Sealed<Words>
    }

    /// What was said last of a day; nil where what it was at referral still holds. What was said later wins over the days
    /// from its first one on.
    public func stated(on day: CalendarDay) -> Status? { statuses.last { $0.from <= day } }

    /// Whether they take part by choice or must, on a day: status is that on the day of the act (M-010).
    public func basis(on day: CalendarDay) -> Basis { stated(on: day)?.basis ?? basis }

    /// Whether they take part by choice or must, as was said last; no status begins on a day to come.
    public var basisNow: Basis { statuses.last?.basis ?? basis }

    /// The duties that somebody who joined by choice signed to, until something else was said of taking part.
    func signedDuties(_ joining: Joining?, on day: CalendarDay, in programme: Programme) -> Duties? {
        stated(on: day) == nil ? joining?.signedDuties(in: programme) : nil
    }

    /// Whether they may be told that they must come. Nobody may while the record *knows* that they are off every benefit
    /// by which their group is entered: being said or unknown is not being off (M-010, ours).
    public func isRequired(on day: CalendarDay, by known: KnownOffDays?, in programme: Programme?) -> Bool {
        basis(on: day) == .mandatory && !isKnownOffItsBenefits(on: day, by: known, in: programme)
    }

    /// Whether they are known to be off every benefit by which their group is entered; false where it names none.
    func isKnownOffItsBenefits(on day: CalendarDay, by known: KnownOffDays?, in programme: Programme?) -> Bool {
        let benefits = programme?.group(group)?.benefits ?? []
        guard let known, !benefits.isEmpty else { return false }
        return known.isOff(benefits, on: day)
    }
}

extension SeenCase {
    /// Whether they may be told that they must come, worked out from the whole record as a command does: this much is
    /// disclosed to whoever sees the referral, also where they do not see benefits (ours).
    public func isRequiredNow(on day: CalendarDay, in programme: Programme?) -> Bool {
        referral?.isRequired(on: day, by: knownOff, in: programme) ?? false
    }
}

extension PaymentGroup {
    /// The benefits by which it is entered.
    public var benefits: Set<String> { entry.reduce(into: []) { $0.formUnion($1.benefits) } }
}
