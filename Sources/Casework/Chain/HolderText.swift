/// Who has somebody now and why, in words the person reads: a line, and a letter of under 150 words (C04).
public struct HolderText: Sendable, Equatable {
    public var head: LetterHead
    /// Why it changed, in the words of the programme's list; nil for the first, and where the list has none.
    public var why: String?
    /// Whether somebody else had them before.
    public var isMove: Bool

    public init(_ head: LetterHead, why: String?, isMove: Bool) {
        self.head = head
        self.why = why
        self.isMove = isMove
    }

    /// `Sunil Mistry at Stepping Stone Trust helps you now.`
    public static func line(organisation: String, adviser: String?, why: String?) -> String {
        (adviser.map { HolderWords.helps($0, organisation) } ?? HolderWords.choosing(organisation))
            + (why.map { " \(HolderWords.of($0))" } ?? "")
    }

    /// The line that the letter says.
    public var line: String { HolderText.line(organisation: head.organisation, adviser: head.adviser, why: why) }

    /// The subject of an e-mail with it.
    public var subject: String { HolderWords.subject() }

    /// The whole letter, no line over 72 columns unless one word is, ending in a line feed.
    public var text: String {
        head.letter([
            [(isMove ? HolderWords.somebodyNew : .subject)()],
            [line + (isMove && why == nil ? " \(HolderWords.askWhy())" : "")],
            [HolderWords.record(NoticeWords.of(head.programme))],
            [head.phone.isEmpty ? HolderWords.talk() : HolderWords.ring(head.phone)],
        ])
    }
}

extension Referral {
    /// Who has the person now and why, in a line they can read; nil before anybody took them on.
    public func whoHasThem(names: Names, programme: Programme?) -> String? {
        holdings.last.map {
            HolderText.line(
                organisation: names.organisation($0.organisation), adviser: $0.adviser.map(names.person),
                why: $0.why(in: programme)?.told)
        }
    }
}

extension Holding {
    /// Why it changed, by the programme's list; nil for the first, and for a reason that the list does not have.
    public func why(in programme: Programme?) -> ProgrammeReason? {
        guard let reason, let list else { return nil }
        return programme?.reason(reason, in: list)
    }
}
