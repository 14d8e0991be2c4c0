import Kernel

/// The letter that invites somebody to an information session, or tells them to go: what it is, when and where, what
/// follows from not going, and whom to ring (C02, D2). Or the one that says that the place is taken back.
public struct SessionText: Sendable, Equatable {
    public let head: LetterHead
    /// Empty where none is known.
    public let customerAddress: [String]
    public let terms: SessionInvitation.Terms
    /// The name of the organisation that holds it.
    public let host: String
    /// Where it is; by telephone, who rings.
    public let place: String
    /// Whether it says that the place is taken back.
    public let isTakenBack: Bool

    public init(
        _ head: LetterHead, customerAddress: [String], terms: SessionInvitation.Terms, host: String, place: String,
        isTakenBack: Bool = false
    ) {
        self.head = head
        self.customerAddress = customerAddress
        self.terms = terms
        self.host = host
        self.place = place
        self.isTakenBack = isTakenBack
    }

    /// The subject of an e-mail with it, which is its title.
    public static func subject(of terms: SessionInvitation.Terms, isTakenBack: Bool) -> String {
        if isTakenBack { return SessionWords.takenBack() }
        return (terms.basis == .mandatory ? SessionWords.required : .invited)()
    }

    /// The whole letter, no line over 72 columns unless one word is, ending in a line feed.
    public var text: String {
        let opening: [[String]] = [
            [head.organisation] + head.place, [head.sent.said], [head.customer] + customerAddress,
            [NoticeWords.dear(head.customer)], [Self.subject(of: terms, isTakenBack: isTakenBack)],
        ]
        let closing: [[String]] = [
            [head.phone.isEmpty ? SessionWords.talk() : SessionWords.ring(head.phone)],
            [NoticeWords.sincerely()], [head.adviser, head.organisation].compactMap(\.self),
        ]
        return (opening + (isTakenBack ? noLonger : invitation) + closing).laidOut
    }

    private var invitation: [[String]] {
        let isRequired = terms.basis == .mandatory
        return [
            [SessionWords.about(NoticeWords.of(head.programme))],
            [
                NoticeWords.when(terms.starts.day.saidInFull, terms.starts.saidClock),
                NoticeWords.howLong(terms.minutes), SessionWords.with(host), whereToBe,
            ],
            [(isRequired ? SessionWords.must : .may)()],
            isRequired ? [SessionWords.cannot()] : [],
        ]
    }

    private var noLonger: [[String]] {
        [
            [SessionWords.noLonger(host, terms.starts.day.saidInFull, terms.starts.saidClock)],
            [SessionWords.another()],
        ]
    }

    private var whereToBe: String {
        switch terms.format {
        case .group: SessionWords.group(place)
        case .oneToOne: NoticeWords.place(place)
        case .telephone: SessionWords.telephone(place)
        }
    }
}
