public import Kernel

/// Who has somebody now and why, in words the person reads: a line, and a letter of under 150 words (C04). Of somebody
/// who came back inside the allotted time it says how long remains (C13).
public struct HolderText: Sendable, Equatable {
    public var head: LetterHead
    /// Why it changed, in the words of the programme's list; nil for the first, and where the list has none.
    public var why: String?
    /// Whether somebody else had them before.
    public var isMove: Bool
    /// The last day of the time that remains, for somebody who came back to whom they had (C13); nil for others.
    public var backUntil: CalendarDay?

    public init(_ head: LetterHead, why: String?, isMove: Bool, backUntil: CalendarDay? = nil) {
        self.head = head
        self.why = why
        self.isMove = isMove
        self.backUntil = backUntil
    }

    /// `Sunil Mistry at Stepping Stone Trust helps you now.`
    public static func line(organisation: String, adviser: String?, why: String?) -> String {
        (adviser.map { HolderWords.helps($0, organisation) } ?? HolderWords.choosing(organisation))
            + (why.map { " \(HolderWords.of($0))" } ?? "")
    }

    /// The line that the letter says.
    public var line: String {
        let line = HolderText.line(
            organisation: head.organisation, adviser: head.adviser, why: backUntil == nil ? why : nil)
        return backUntil.map { "\(line) \(left(until: $0))" } ?? line
    }

    /// The subject of an e-mail with it.
    public var subject: String { HolderWords.subject() }

    /// The whole letter, no line over 72 columns unless one word is, ending in a line feed.
    public var text: String {
        head.letter(
            (backUntil == nil ? moved : back) + [
                [head.phone.isEmpty ? HolderWords.talk() : HolderWords.ring(head.phone)]
            ])
    }

    private var moved: [[String]] {
        [
            [(isMove ? HolderWords.somebodyNew : .subject)()],
            [line + (isMove && why == nil ? " \(HolderWords.askWhy())" : "")],
            [HolderWords.record(NoticeWords.of(head.programme))],
        ]
    }

    private var back: [[String]] {
        [[HolderWords.back()], [HolderWords.newClaim(NoticeWords.of(head.programme))], [line]]
    }

    /// How long remains: in months from three on, since Welsh has other words for one and two; in weeks; or by the last
    /// day alone.
    private func left(until last: CalendarDay) -> String {
        let after = last.adding(days: 1)
        let (months, weeks) = (head.sent.months(until: after), head.sent.days(until: after) / 7)
        if months > 2 { return HolderWords.monthsLeft(months, last) }
        return weeks > 1 ? HolderWords.weeksLeft(weeks, last) : HolderWords.until(last)
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
