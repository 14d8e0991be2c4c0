import Kernel

/// What the person reads of a referral before they have met whoever helps them, as far as the programme's file and the
/// register of organisations hold it (G-001). A map is not among them.
public struct ReferralPack: Sendable, Equatable {
    /// Who has them: the provider drawn, or whoever it gave them to.
    public let provider: LetterHead
    private let basis: Basis
    /// Whether the provider took the referral on.
    private let isTaken: Bool
    /// Whether the provider follows an earlier draw; nil where another organisation has them.
    private let followed: Bool?
    private let allotted: AllottedTime?
    /// What the programme asks of everybody in their group on their basis; nil where it has no one answer.
    private let says: String?
    /// When the first meeting is, once it is booked.
    private let meeting: Instant?
    /// The last day for the first contact, where the programme sets one and it is not made.
    private let contactBy: CalendarDay?

    /// - Parameters:
    ///   - provider: who has them, with how to reach them, on the day it is written or read: no day before that one is
    ///     promised.
    ///   - joining: what they were told before they joined by choice; nil where the reader does not see it.
    public init(
        _ referral: Referral, _ appointments: [Appointment], _ joining: Joining?, in programme: Programme?,
        from provider: LetterHead
    ) {
        self.provider = provider
        basis = referral.basis
        isTaken = referral.acknowledged != nil
        followed = referral.holder == referral.prime ? referral.allocation?.followed : nil
        allotted = programme?.allottedTime?.value
        says = programme.flatMap { referral.duties(in: $0, joining) }?.says
        meeting =
            appointments.filter {
                $0.purpose == .first && $0.outcome == nil && $0.booked.sequence > referral.made.sequence
                    && $0.slot.day >= provider.sent
            }.map(\.slot.starts).min()
        let first = FirstContact(referral, appointments, in: programme)
        contactBy = first.flatMap { $0.made == nil && $0.last >= provider.sent ? $0.last : nil }
    }

    /// Who helps them now and why: by the draw, or as the move that followed it says.
    func line(why: String?, runs: String?) -> String {
        let who =
            isTaken
            ? HolderText.line(organisation: provider.organisation, adviser: provider.adviser, why: why, runs: runs)
            : ReferralWords.willHelp(provider.organisation)
        return followed.map { "\(who) \($0 ? ReferralWords.followed() : ReferralWords.drawn())" } ?? who
    }

    /// How long it may last; nil where the programme fixes nothing.
    public var length: String? {
        switch allotted {
        case .weeks(104): ReferralWords.twoYears()
        case .weeks(let weeks): ReferralWords.weeks(weeks)
        case .days(let days): ReferralWords.days(days)
        case nil: nil
        }
    }

    /// Whether they must take part or may, and what can follow.
    public var duties: String {
        says.map { GivenWords.of($0) } ?? (basis == .mandatory ? ReferralWords.must() : ReferralWords.may())
    }

    /// What happens next.
    public var next: String {
        if let meeting { return ReferralWords.meeting(meeting.day, meeting.saidClock) }
        return contactBy.map { ReferralWords.hearBy(provider.organisation, $0) }
            ?? ReferralWords.hear(provider.organisation)
    }

    /// What the letter says, a block for each paragraph.
    func body(in letter: LetterHead, line: String) -> [[String]] {
        let programme = NoticeWords.of(letter.programme)
        let isTheirs = letter.organisation == provider.organisation
        let phone = provider.phone.isEmpty ? [] : [ReferralWords.phone(provider.phone)]
        return [
            [HolderWords.subject()],
            [basis == .mandatory ? ReferralWords.putForward(programme) : ReferralWords.joined(programme)],
            [line], [[length, duties].compactMap(\.self).joined(separator: " ")],
            isTheirs ? [] : [ReferralWords.reach(provider.organisation)] + provider.place + phone, [next],
            [letter.phone.isEmpty ? ReferralWords.talk() : ReferralWords.ring(letter.phone)],
        ]
    }
}

extension Referral {
    /// What taking part asks of them, where the programme's file has one answer: of what they were told before they joined
    /// by choice, or of every row of their group on their basis (D2, M-010).
    fileprivate func duties(in programme: Programme, _ joining: Joining?) -> Duties? {
        if basis == .voluntary, let terms = joining?.told(of: programme.id)?.terms.value {
            return terms.duties.flatMap(programme.duties)
        }
        let named = Set((programme.group(group)?.basis ?? []).filter { $0.basis == basis }.map(\.duties))
        guard named.count == 1, let id = named.first ?? nil else { return nil }
        return programme.duties(id)
    }
}
