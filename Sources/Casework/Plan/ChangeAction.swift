public import Kernel

/// Changes an action; what it was stays to be read, and answers are asked for again.
/// - Refuses: an action that has ended, a required one to whoever may not require it, no change, and what `ProposeAction`
///   refuses; why it is changed says why a course is needed again.
public struct ChangeAction: CaseCommand {
    public let action: Identifier<PlanAction>
    public let text: Words
    public let terms: PlanActionTerms
    public let why: Words?
    public let explained: Bool
    /// Why a required action is not left a choice; nil where what was said before still holds.
    public let whyRequired: Words?

    public init(
        action: Identifier<PlanAction>, text: Words, terms: PlanActionTerms, why: Words?, explained: Bool = false,
        whyRequired: Words? = nil
    ) {
        self.action = action
        self.text = text
        self.terms = terms
        self.why = why
        self.explained = explained
        self.whyRequired = whyRequired
    }

    public static let act = Act.editPlan
    public var staleness: Staleness { .mustHaveSeen([.plan]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let plan = try file.plan(in: context)
        let found = try plan.openAction(action)
        try RequiredActions.requireMayUnset(found, on: file, in: context)
        let saysWhyAnew = terms.mandatory && whyRequired != nil && whyRequired != found.whyRequired.value
        guard found.terms != terms || found.text.value != text || saysWhyAnew else {
            throw Refusal("plan.unchanged", "Nothing is changed yet. Change something, or go back.", field: "text")
        }
        // A due day that has passed may stay while something else is put right.
        let checked = PlanActionTerms(
            owner: terms.owner, barrier: terms.barrier == found.terms.barrier ? nil : terms.barrier,
            goal: terms.goal == found.terms.goal ? nil : terms.goal,
            due: terms.due == found.terms.due ? nil : terms.due, mandatory: terms.mandatory)
        try checked.check(against: plan, on: context.today, text: text)
        let reason = try RequiredActions.require(
            terms, explained: explained, why: whyRequired ?? found.whyRequired.value, on: file, in: context)
        try file.requirePlanReader(terms.owner, in: context)
        if text.folded != found.text.value?.folded {
            do throws(Refusal) {
                _ = try file.reason(why, toRepeat: text, except: action, in: context)
            } catch {
                throw error.about("words")
            }
        }
        let change = PlanChange(text: .open(text), why: Sealed(given: why), whyRequired: reason)
        return [.plan(.actionChanged(action, terms, change))]
    }
}

/// Records that an action was done, with what shows it and, where there is one, the paper itself (C07).
/// - Refuses: an action that has ended, a day ahead, and a day before it was proposed by more than a year (a typing
///   mistake; ours); a document by anything but its digest.
public struct CompleteAction: CaseCommand {
    public let action: Identifier<PlanAction>
    public let day: CalendarDay
    public let evidence: PlanEvidence
    public let words: Words?
    /// SHA-256 of the document, in hexadecimal.
    public let document: String?

    public init(
        action: Identifier<PlanAction>, on day: CalendarDay, evidence: PlanEvidence, words: Words?,
        document: String? = nil
    ) {
        self.action = action
        self.day = day
        self.evidence = evidence
        self.words = words
        self.document = document
    }

    public static let act = Act.editPlan
    public var staleness: Staleness { .mustHaveSeen([.plan]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let found = try file.plan(in: context).openAction(action)
        guard day <= context.today, day >= found.proposed.recorded.day.adding(years: -1) else {
            throw Refusal("plan.done-day", "Give the day it was done: today, or a day before.", field: "day")
        }
        if let document, !document.isDigest {
            throw Refusal(
                "plan.document", "The document's reference is damaged. Add the document again.", field: "document")
        }
        return [.plan(.actionDone(action, on: day, evidence, Sealed(given: words), document: document))]
    }
}

/// Drops an action with a reason, in one step (G-009).
/// - Refuses: an action that has ended, a required one to whoever may not require it, and another reason without words.
public struct DropAction: CaseCommand {
    public let action: Identifier<PlanAction>
    public let reason: PlanDropReason
    public let words: Words?

    public init(action: Identifier<PlanAction>, reason: PlanDropReason, words: Words?) {
        self.action = action
        self.reason = reason
        self.words = words
    }

    public static let act = Act.editPlan
    public var staleness: Staleness { .mustHaveSeen([.plan]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let found = try file.plan(in: context).openAction(action)
        try RequiredActions.requireMayUnset(found, on: file, in: context)
        guard reason != .other || words != nil else {
            throw Refusal("plan.drop-why", "Say in a few words why.", field: "words")
        }
        return [.plan(.actionDropped(action, reason, Sealed(given: words)))]
    }
}
