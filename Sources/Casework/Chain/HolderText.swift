public import Kernel

/// Who has somebody now and why, in words the person reads: a line, and a letter of under 150 words (C04). Of somebody
/// who came back inside the allotted time it says how long remains (C13); to somebody who has not met them yet, all that
/// they need to know of being put forward, on a page (G-001).
public struct HolderText: Sendable, Equatable {
    public var head: LetterHead
    /// Why it changed, in the words of the programme's list; nil for the first, and where the list has none.
    public var why: String?
    /// Who runs the programme for them, where another organisation was given them and no reason is on record.
    public var runs: String?
    /// What they need to know of being put forward, where nobody told them yet.
    public var pack: ReferralPack?
    /// Whether somebody else had them before.
    public var isMove: Bool
    /// The last day of the time that remains, for somebody who came back to whom they had (C13); nil for others.
    public var backUntil: CalendarDay?

    public init(
        _ head: LetterHead, why: String?, runs: String? = nil, isMove: Bool, backUntil: CalendarDay? = nil
    ) {
        self.head = head
        self.runs = runs
        self.why = why
        self.isMove = isMove
        self.backUntil = backUntil
    }

    /// The same as the first that they hear of who helps them, in a letter of whoever tells them.
    public func first(_ pack: ReferralPack, in head: LetterHead) -> HolderText {
        var text = self
        (text.pack, text.head) = (pack, head)
        return text
    }

    /// `Sunil Mistry at Stepping Stone Trust helps you now.`
    public static func line(organisation: String, adviser: String?, why: String?, runs: String? = nil) -> String {
        let reason = why.map { HolderWords.of($0) } ?? runs.map { HolderWords.worksWith($0) }
        return (adviser.map { HolderWords.helps($0, organisation) } ?? HolderWords.choosing(organisation))
            + (reason.map { " \($0)" } ?? "")
    }

    /// The line that the letter says.
    public var line: String {
        if let pack { return pack.line(why: why, runs: runs) }
        let isBack = backUntil != nil
        let line = HolderText.line(
            organisation: head.organisation, adviser: head.adviser, why: isBack ? nil : why, runs: isBack ? nil : runs)
        return backUntil.map { "\(line) \(left(until: $0))" } ?? line
    }

    /// The subject of an e-mail with it.
    public var subject: String { HolderWords.subject() }

    /// The whole letter, no line over 72 columns unless one word is, ending in a line feed.
    public var text: String {
        if let pack { return head.letter(pack.body(in: head, line: line)) }
        return head.letter(
            (backUntil == nil ? moved : back) + [
                [head.phone.isEmpty ? HolderWords.talk() : HolderWords.ring(head.phone)]
            ])
    }

    private var moved: [[String]] {
        [
            [(isMove ? HolderWords.somebodyNew : .subject)()],
            [line + (isMove && why == nil && runs == nil ? " \(HolderWords.askWhy())" : "")],
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
        let runs = lastMove?.list == nil ? runner.map(names.organisation) : nil
        return holdings.last.map {
            HolderText.line(
                organisation: names.organisation($0.organisation), adviser: $0.adviser.map(names.person),
                why: $0.why(in: programme)?.told, runs: runs)
        }
    }

    /// Who runs the programme for them, where that is another organisation than the one that has them now.
    public var runner: Identifier<Organisation>? { prime.flatMap { $0 == holder ? nil : $0 } }
}

extension Holding {
    /// Why it changed, by the programme's list; nil for the first, and for a reason that the list does not have.
    public func why(in programme: Programme?) -> ProgrammeReason? {
        guard let reason, let list else { return nil }
        return programme?.reason(reason, in: list)
    }
}
