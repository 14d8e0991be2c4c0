import Kernel

/// What the person reads of a referral before they have met whoever helps them, as far as the programme's file and the
/// register of organisations hold it (G-001). A map is not among them.
public struct ReferralPack: Sendable, Equatable {
    /// Who has them: the provider drawn, or whoever it gave them to.
    public let provider: LetterHead
    private let basis: Basis
    /// Whether the rules of their benefit put them forward, also where taking part is a choice since.
    private let byRule: Bool
    /// Whether the provider took the referral on.
    private let isTaken: Bool
    /// Whether the provider follows an earlier draw; nil where another organisation has them.
    private let followed: Bool?
    private let allotted: AllottedTime?
    /// What the programme asks of everybody in their group on their basis; nil where it has no one answer.
    private let asks: Duties?
    /// When the first meeting is, once it is booked.
    private let meeting: Instant?
    /// The last day for the first contact, where the programme sets one and it is not made.
    private let contactBy: CalendarDay?

    /// - Parameters:
    ///   - provider: who has them, with how to reach them, on the day it is written or read: no day before that one is
    ///     promised.
    ///   - joining: what they were told before they joined by choice; nil where the reader does not see it.
    ///   - known: of the whole record: nobody known to be off their benefits must take part (M-010).
    init(
        _ referral: Referral, _ appointments: [Appointment], _ joining: Joining?, by known: KnownOffDays?,
        in programme: Programme?, from provider: LetterHead
    ) {
        self.provider = provider
        let basis: Basis =
            referral.isRequired(on: provider.sent, by: known, in: programme) ? .mandatory : .voluntary
        self.basis = basis
        byRule = referral.basis == .mandatory
        isTaken = referral.acknowledged != nil
        followed = referral.holder == referral.prime ? referral.allocation?.followed : nil
        allotted = programme?.allottedTime?.value
        let isOff = referral.isKnownOffItsBenefits(on: provider.sent, by: known, in: programme)
        let joined = referral.stated(on: provider.sent) == nil && !isOff ? joining : nil
        // Whoever the rules put forward, and bind no longer, has none of the duties of those who chose to join.
        asks =
            byRule && basis == .voluntary
            ? programme.flatMap { file in file.dutiesOtherwise.flatMap { file.duties($0) } }
            : programme.flatMap { referral.duties(as: basis, in: $0, joined) }
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
    public var duties: String { basis.said(asks) }

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
            [byRule ? ReferralWords.putForward(programme) : ReferralWords.joined(programme)],
            [line], [[length, duties].compactMap(\.self).joined(separator: " ")],
            isTheirs ? [] : [ReferralWords.reach(provider.organisation)] + provider.place + phone, [next],
            [letter.phone.isEmpty ? ReferralWords.talk() : ReferralWords.ring(letter.phone)],
        ]
    }
}

extension SeenCase {
    /// What the person reads of a referral of theirs before they have met whoever helps them.
    public func pack(of referral: Referral, in programme: Programme?, from provider: LetterHead) -> ReferralPack {
        ReferralPack(referral, appointments, joining, by: knownOff, in: programme, from: provider)
    }
}

extension CaseFile {
    /// The same by the whole record.
    public func pack(of referral: Referral, in programme: Programme?, from provider: LetterHead) -> ReferralPack {
        ReferralPack(referral, appointments, joining, by: circumstances.knownOff, in: programme, from: provider)
    }
}

extension Referral {
    /// What taking part asks of them, where the programme's file has one answer: of what they were told before they joined
    /// by choice, or of every row of their group on their basis (D2, M-010).
    func duties(as basis: Basis, in programme: Programme, _ joining: Joining?) -> Duties? {
        if basis == .voluntary, let terms = joining?.told(of: programme.id)?.terms.value {
            return terms.duties.flatMap(programme.duties)
        }
        let named = Set((programme.group(group)?.basis ?? []).filter { $0.basis == basis }.map(\.duties))
        guard named.count == 1, let id = named.first ?? nil else { return nil }
        return programme.duties(id)
    }
}
