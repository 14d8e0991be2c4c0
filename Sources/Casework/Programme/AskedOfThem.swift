public import Kernel

/// What taking part in a programme asks of somebody on a day, and whether anything can follow if they do not do it
/// (G-014, M-010).
public struct AskedOfThem: Sendable, Equatable {
    /// The name of the programme, as its file writes it.
    public let programme: String
    public let basis: Basis
    /// What the file has of it; nil where it has no one answer for everybody in their group.
    public let duties: Duties?
    /// Whether something can be required of them, so that something can follow: never of who signed to nothing.
    public let canFollow: Bool
    /// Whether nothing can follow because they never signed that they understand what they would have to do.
    public let isUnsigned: Bool
    /// Reasons that count as good, as the file writes them: `Sick child`.
    public let goodReasons: [String]

    /// Whether they must take part or may, and what can follow.
    public var says: String { basis.said(duties) }
}

extension SeenCase {
    /// What is asked of the person on a day; nil for somebody on no programme, and for a reader who does not see how they
    /// came to join.
    public func asked(on day: CalendarDay, programmes: [String: Programme]) -> AskedOfThem? {
        guard let referral, !referral.isOver(on: day), let joining else { return nil }
        let programme = programmes[referral.programme]
        let basis: Basis = referral.isRequired(on: day, by: knownOff, in: programme) ? .mandatory : .voluntary
        // What was signed binds nobody of whom something else was said since, or who is known to be off benefit.
        let isOff = referral.isKnownOffItsBenefits(on: day, by: knownOff, in: programme)
        let joined = referral.stated(on: day) == nil && !isOff ? joining : nil
        let otherwise = basis == .voluntary ? programme?.dutiesOtherwise : nil
        let hasSigned = joining.signed(to: referral.programme) != nil
        // Whoever the rules or a signature bound, and bind no longer, has neither those duties nor a signature to give.
        let wasBound =
            [referral.basis, referral.basis(on: day)].contains(.mandatory) || hasSigned && joined == nil
        let isReleased = basis == .voluntary && wasBound
        let duties =
            duties(on: day, programmes: programmes)
            ?? (isReleased ? nil : programme.flatMap { referral.duties(as: basis, in: $0, joined) })
            ?? otherwise.flatMap { programme?.duties($0) }
        let signed = programme.flatMap { joined?.signedDuties(in: $0) }
        let canFollow =
            basis == .mandatory ? duties?.canBeMandated ?? true : signed?.canBeMandated ?? false
        return AskedOfThem(
            programme: programme?.title ?? referral.programme, basis: basis, duties: duties, canFollow: canFollow,
            isUnsigned: !canFollow && duties?.canBeMandated == true && !hasSigned,
            goodReasons: (programme?.reasons[.goodCause] ?? []).filter { !$0.needsNote }.map(\.text))
    }

    /// The talks ahead to which somebody who is on no programme was told to go, and whose letter says what can follow
    /// (C02, D2); empty for a reader who does not see how they came to join.
    public func talksAskedOfThem(at now: Instant) -> [SessionInvitation] {
        guard referral?.isOver(on: now.day) ?? true else { return [] }
        return (joining?.invitations ?? []).filter {
            $0.isOpen && $0.terms.basis == .mandatory && $0.terms.starts > now
        }
    }
}

extension Joining {
    /// The duties that somebody who joined a programme by choice signed to; nil where they signed to none.
    func signedDuties(in programme: Programme) -> Duties? {
        signed(to: programme.id)?.terms.value?.duties.flatMap(programme.duties)
    }
}

extension Basis {
    /// What is said of the duties of somebody who takes part on it, where their programme's file has one answer.
    func said(_ duties: Duties?) -> String {
        duties.map { GivenWords.of($0.says) } ?? (self == .mandatory ? ReferralWords.must() : ReferralWords.may())
    }
}
