public import Kernel

/// When somebody's time on a programme ends and what follows, in a letter of under 150 words (C13, A-013).
public struct EndingText: Sendable, Equatable {
    public var head: LetterHead
    /// The last day of the allotted time.
    public var last: CalendarDay

    public init(_ head: LetterHead, last: CalendarDay) {
        self.head = head
        self.last = last
    }

    /// The subject of an e-mail with it.
    public var subject: String { EndingWords.subject(last) }

    /// The whole letter, no line over 72 columns unless one word is, ending in a line feed.
    public var text: String {
        head.letter([
            [EndingWords.subject(last)],
            [EndingWords.lastDay(NoticeWords.of(head.programme), last)],
            [EndingWords.summary()],
            [EndingWords.afterwards()],
            [head.phone.isEmpty ? EndingWords.talk() : EndingWords.ring(head.phone)],
        ])
    }
}
