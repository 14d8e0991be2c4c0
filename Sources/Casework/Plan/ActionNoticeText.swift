public import Kernel

/// The words of the dated written notice of something in the plan that must be done (C07, D-062): what, by when, why, why
/// it is not left a choice (G-120), what can follow and who decides, and what to do if it cannot be done.
///
/// As plain as the notice of an appointment, and with no threat: what can follow is said once (K-027).
public struct ActionNoticeText: Sendable, Equatable {
    public var head: LetterHead
    /// One line of the address each; empty for a notice that is handed over.
    public var customerAddress: [String]
    /// The action in the words of the plan.
    public var action: String
    public var due: CalendarDay
    /// Why it is not left a choice, in the words of whoever set it as required; nil where none are on record (G-120).
    public var whyRequired: String?

    public init(
        _ head: LetterHead, customerAddress: [String] = [], action: String, due: CalendarDay, whyRequired: String? = nil
    ) {
        self.head = head
        self.customerAddress = customerAddress
        self.action = action
        self.due = due
        self.whyRequired = whyRequired
    }

    /// The whole notice, no line over 72 columns unless one word is, ending in a line feed. It is in the language it is
    /// written in (`Language.write`); the action and why it is required stay in the words they were written in.
    public var text: String {
        let blocks: [[String]] = [
            [head.organisation] + head.place,
            [head.sent.said],
            [head.customer] + customerAddress,
            [NoticeWords.dear(head.customer)],
            [ActionNoticeWords.title()],
            [
                ActionNoticeWords.what(oneLine(action)), ActionNoticeWords.byWhen(due.saidInFull),
                ActionNoticeWords.why(NoticeWords.of(head.programme)),
                whyRequired.map { ActionNoticeWords.notChoice(oneLine($0)) },
            ].compactMap(\.self),
            [ActionNoticeWords.mayFollow()],
            [ActionNoticeWords.cannotTitle(), ActionNoticeWords.cannot()],
            [ActionNoticeWords.object()],
            [head.phone.isEmpty ? ActionNoticeWords.talk() : ActionNoticeWords.ring(head.phone)],
            [NoticeWords.sincerely()],
            [head.adviser, head.organisation].compactMap(\.self),
        ]
        return blocks.laidOut
    }

    private func oneLine(_ words: String) -> String {
        words.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
