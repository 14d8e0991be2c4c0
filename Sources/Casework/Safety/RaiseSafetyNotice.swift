public import Kernel

/// Tells whoever meets somebody what to do, until a review day (K-003). Only they, and the safeguarding lead, are shown it.
/// - Refuses: nothing asked for, too many words, a review day that is past or too far off, or hiding it by anybody but
///   the safeguarding lead.
public struct RaiseSafetyNotice: CaseCommand {
    public let terms: SafetyTerms
    /// The last day it holds.
    public let review: CalendarDay
    /// Whether the person is not shown it.
    public let hidden: Bool

    public init(terms: SafetyTerms, review: CalendarDay, hidden: Bool = false) {
        self.terms = terms
        self.review = review
        self.hidden = hidden
    }

    public static let act = Act.raiseSafety
    /// Calendar months a notice may hold without being looked at again, and the most characters of its words. Ours.
    public static let monthsAtMost = 6
    public static let wordsAtMost = 200

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.registered()
        guard !terms.asks.isEmpty else {
            throw Refusal("safety.empty", "Say what whoever meets them should do. Mark one or more.", field: "asks")
        }
        guard (terms.words?.text.count ?? 0) <= Self.wordsAtMost else {
            throw Refusal(
                "safety.long",
                "Say it in \(Self.wordsAtMost) characters: what to do, and never what happened or why.",
                rule: "K-003", field: "words")
        }
        try context.requireReview(review)
        if hidden { try context.requireLead() }
        return [.safety(.raised(Identifier(context.command), review: review, hidden: hidden, .open(terms)))]
    }
}

/// Looks at a notice again and sets a new day, or ends it.
/// - Refuses: a notice that is not there or has ended, and a day that is past or too far off.
public struct ReviewSafetyNotice: CaseCommand {
    public let notice: Identifier<SafetyNotice>
    /// The new last day; nil to end it now.
    public let review: CalendarDay?

    public init(notice: Identifier<SafetyNotice>, review: CalendarDay?) {
        self.notice = notice
        self.review = review
    }

    public static let act = Act.raiseSafety
    public var staleness: Staleness { .mustHaveSeen([.safety]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let open = try file.safety.open(notice)
        try context.requireSeeing(file)
        guard let review else { return [.safety(.ended(open.id))] }
        try context.requireReview(review)
        return [.safety(.reviewed(open.id, review: review))]
    }
}

/// Keeps a notice, or an urgent path, from the person's own page and copy, or shows it there again.
/// - Refuses: one that is not there, a notice that has ended, or what is so already.
public struct HideSafetyNotice: CaseCommand {
    public let notice: Identifier<SafetyNotice>
    public let hidden: Bool

    public init(notice: Identifier<SafetyNotice>, hidden: Bool) {
        self.notice = notice
        self.hidden = hidden
    }

    public static let act = Act.hideSafety

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        guard try file.safety.isHidden(notice) != hidden else {
            throw Refusal("safety.same", hidden ? "It is hidden already." : "It is shown already.")
        }
        return [.safety(.hidden(notice, hidden))]
    }
}

/// Records whom somebody would rather see. It is their wish: nobody asks why, and nobody else may wish it for them.
public struct WishForAdviser: CaseCommand {
    public let wish: AdviserWish

    public init(_ wish: AdviserWish) { self.wish = wish }

    public static let act = Act.wishForAdviser

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.registered()
        guard file.safety.wish?.value != wish else {
            throw Refusal("wish.same", "That is what they said before, so nothing is changed.", field: "wish")
        }
        return [.safety(.wished(.open(wish)))]
    }
}

extension Context {
    fileprivate func requireReview(_ review: CalendarDay) throws(Refusal) {
        let last = today.adding(months: RaiseSafetyNotice.monthsAtMost)
        guard today <= review, review <= last else {
            throw Refusal(
                "safety.review",
                "Choose a review day from today to \(last.written). After it the notice says nothing, unless it is reviewed.",
                rule: "K-003", field: "review")
        }
    }

    fileprivate func requireLead() throws(Refusal) {
        guard actor.role == .safeguardingLead else {
            throw Refusal(
                "safety.lead", "Only the safeguarding lead keeps a notice from the person it is about.", rule: "K-003",
                field: "hidden")
        }
    }

    /// - Refuses: somebody who is not shown the notices of this person.
    fileprivate func requireSeeing(_ file: CaseFile) throws(Refusal) {
        guard actor.role == .safeguardingLead || file.meets(actor.person, on: today) else {
            throw Refusal("safety.none", "This notice is not there, or has ended.")
        }
    }
}
