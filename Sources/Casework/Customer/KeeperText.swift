public import Kernel

/// Who keeps somebody's record now, in a letter of under 150 words that they read
/// (docs/decisions/0006-two-keepers.md).
public struct KeeperText: Sendable, Equatable {
    public var head: LetterHead
    public var home: CustomerHome
    /// Since when they claim or are helped there, as whoever took the record up says.
    public var since: CalendarDay
    /// Whose place was taken; nil for nobody's.
    public var instead: String?

    public init(_ head: LetterHead, home: CustomerHome, since: CalendarDay, instead: String?) {
        self.head = head
        self.home = home
        self.since = since
        self.instead = instead
    }

    /// The subject of an e-mail with it.
    public var subject: String { KeeperWords.subject() }

    /// The whole letter, no line over 72 columns unless one word is, ending in a line feed.
    public var text: String {
        head.letter([
            [KeeperWords.subject()],
            [
                home == .jobcentre
                    ? KeeperWords.claim(head.organisation, since) : KeeperWords.help(head.organisation, since)
            ],
            [instead.map { KeeperWords.instead($0) } ?? KeeperWords.beside()],
            [KeeperWords.record()],
            [head.phone.isEmpty ? KeeperWords.talk() : KeeperWords.ring(head.phone)],
        ])
    }
}
