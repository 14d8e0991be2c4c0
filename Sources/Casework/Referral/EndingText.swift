public import Kernel

/// When somebody's time on a programme ends and what follows, in a letter of under 150 words (C13, A-013).
public struct EndingText: Sendable, Equatable {
    public var customer: String
    public var organisation: String
    public var adviser: String?
    public var place: [String]
    public var phone: String
    /// As it stands in a sentence: `the Work Programme`.
    public var programme: String
    /// The last day of the allotted time.
    public var last: CalendarDay
    public var sent: CalendarDay

    public init(
        customer: String, organisation: String, adviser: String?, place: [String], phone: String, programme: String,
        last: CalendarDay, sent: CalendarDay
    ) {
        self.customer = customer
        self.organisation = organisation
        self.adviser = adviser
        self.place = place
        self.phone = phone
        self.programme = programme
        self.last = last
        self.sent = sent
    }

    /// The subject of an e-mail with it.
    public var subject: String { EndingWords.subject(last) }

    /// The whole letter, no line over 72 columns unless one word is, ending in a line feed.
    public var text: String {
        let blocks: [[String]] = [
            [organisation] + place,
            [sent.said],
            [customer],
            [HolderWords.dear(customer)],
            [EndingWords.subject(last)],
            [EndingWords.lastDay(NoticeWords.of(programme), last)],
            [EndingWords.summary()],
            [EndingWords.afterwards()],
            [phone.isEmpty ? EndingWords.talk() : EndingWords.ring(phone)],
            [HolderWords.sincerely()],
            [adviser, organisation].compactMap(\.self),
        ]
        return blocks.map { $0.map { $0.wrapped(at: 72) }.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }
}
