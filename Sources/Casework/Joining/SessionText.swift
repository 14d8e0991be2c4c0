import Kernel

/// The letter that invites somebody to an information session, or tells them to go: what it is, when and where, what
/// follows from not going, and whom to ring (C02, D2).
public struct SessionText: Sendable, Equatable {
    public let head: LetterHead
    /// Empty where none is known.
    public let customerAddress: [String]
    public let terms: SessionInvitation.Terms
    /// The name of the organisation that holds it.
    public let host: String
    /// Where it is; by telephone, who rings.
    public let place: String

    public init(
        _ head: LetterHead, customerAddress: [String], terms: SessionInvitation.Terms, host: String, place: String
    ) {
        self.head = head
        self.customerAddress = customerAddress
        self.terms = terms
        self.host = host
        self.place = place
    }

    /// The whole letter, no line over 72 columns unless one word is, ending in a line feed.
    public var text: String {
        let programme = NoticeWords.of(head.programme)
        let isRequired = terms.basis == .mandatory
        let blocks: [[String]] = [
            [head.organisation] + head.place, [head.sent.said], [head.customer] + customerAddress,
            [NoticeWords.dear(head.customer)],
            [(isRequired ? SessionWords.required : .invited)()],
            [SessionWords.about(programme)],
            [
                NoticeWords.when(terms.starts.day.saidInFull, terms.starts.saidClock),
                NoticeWords.howLong(terms.minutes), SessionWords.with(host), whereToBe,
            ],
            [(isRequired ? SessionWords.must : .may)()],
            isRequired ? [SessionWords.cannot()] : [],
            [head.phone.isEmpty ? SessionWords.talk() : SessionWords.ring(head.phone)],
            [NoticeWords.sincerely()], [head.adviser, head.organisation].compactMap(\.self),
        ]
        return blocks.laidOut
    }

    private var whereToBe: String {
        switch terms.format {
        case .group: SessionWords.group(place)
        case .oneToOne: NoticeWords.place(place)
        case .telephone: SessionWords.telephone(place)
        }
    }
}
