public import Kernel

/// Proposes one action; it is agreed when everybody concerned has said so (C07, G-008). What a person sets for
/// themselves needs nobody's leave.
/// - Refuses: a day that has passed or is over two years ahead, a goal or barrier that is not on the plan, a suggestion
///   taken word for word, an action that stands on the plan in the same words, a course like one on the plan with no
///   reason why it is needed again, one for an organisation to do that cannot read the plan, and a required one where
///   that is not lawful (`RequiredActions`).
public struct ProposeAction: CaseCommand {
    public let text: Words
    public let terms: PlanActionTerms
    /// The suggestion it was made from.
    public let suggestion: String?
    /// Whether the person was told what a required action means.
    public let explained: Bool
    /// Why a course is needed again; not kept where the plan has none like it.
    public let again: Words?
    /// Why a required action is not left a choice; not kept with one that is.
    public let whyRequired: Words?

    public init(
        text: Words, terms: PlanActionTerms, suggestion: String? = nil, explained: Bool = false, again: Words? = nil,
        whyRequired: Words? = nil
    ) {
        self.text = text
        self.terms = terms
        self.suggestion = suggestion
        self.explained = explained
        self.again = again
        self.whyRequired = whyRequired
    }

    public static let act = Act.editPlan

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let plan = try file.plan(in: context)
        try terms.check(against: plan, on: context.today, text: text)
        if let same = plan.openActions.first(where: { $0.text.value?.folded == text.folded }) {
            throw Refusal(
                "plan.action-twice",
                "The plan has this already, since \(same.proposed.recorded.day.written). Change that one, or say what is different.",
                field: "text")
        }
        let why = try RequiredActions.require(terms, explained: explained, why: whyRequired, on: file, in: context)
        try file.requirePlanReader(terms.owner, in: context)
        let origin = PlanOrigin(
            suggestion: try edited(from: context.tools.barriers),
            again: try file.reason(again, toRepeat: text, in: context), whyRequired: why)
        return [.plan(.actionProposed(Identifier(context.command), terms, origin, .open(text)))]
    }

    private func edited(from list: BarrierList) throws(Refusal) -> String? {
        // Boilerplate is boilerplate whether or not anybody says where it was copied from.
        let taken = list.suggestions.first { Words($0.text).folded == text.folded }
        guard taken == nil else {
            throw Refusal(
                "plan.suggestion-unedited",
                "This is the suggestion as it stands. Say what this customer will do: who they will see, where and when. Or refuse the suggestion and say why.",
                rule: "G-009, K-029", field: "text")
        }
        guard let suggestion else { return nil }
        guard list.suggestion(suggestion) != nil else {
            throw Refusal("plan.suggestion", "There is no such suggestion. Choose one from the list.")
        }
        return suggestion
    }
}

extension PlanActionTerms {
    func check(against plan: Plan, on today: CalendarDay, text: Words) throws(Refusal) {
        guard text.text.count <= 500 else {
            throw Refusal(
                "plan.action-long", "Say it in 500 characters or fewer: one action is one step.", field: "text")
        }
        if let due, due < today || due > today.adding(years: 2) {
            throw Refusal(
                "plan.due", "Give a day from today on, and within two years.", rule: "ours", field: "due")
        }
        if let goal { _ = try plan.openGoal(goal) }
        if let barrier { _ = try plan.openBarrier(barrier) }
    }
}

extension CaseFile {
    /// - Refuses: a doer that cannot read the plan, for whose answer everybody would wait for good.
    func requirePlanReader(_ owner: PlanOwner, in context: Context) throws(Refusal) {
        guard let doer = owner.organisation else { return }
        let viewers = viewers(matrix: context.sharing, on: context.today)
        guard viewers.contains(where: { $0.organisation == doer && $0.readsPlan }) else {
            throw Refusal(
                "plan.owner-unseen",
                "That organisation cannot read this plan, so it could never agree to do this. Ask the person first whether it may see the plan, or choose somebody who sees it.",
                rule: "G-005, K-007", field: "owner")
        }
    }
}

extension Words {
    /// Without what does not change what is said: capitals, spaces, and signs.
    var folded: String { String(text.lowercased().filter { $0.isLetter || $0.isNumber }) }
}

/// Refuses a suggestion, so that it is not offered for this person again (G-009).
/// - Refuses: a suggestion that is not on the list or was refused before, and another reason without words.
public struct RefuseSuggestion: CaseCommand {
    public let suggestion: String
    public let reason: SuggestionRefusal
    public let words: Words?

    public init(suggestion: String, reason: SuggestionRefusal, words: Words?) {
        self.suggestion = suggestion
        self.reason = reason
        self.words = words
    }

    public static let act = Act.editPlan

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let plan = try file.plan(in: context)
        guard context.tools.barriers.suggestion(suggestion) != nil else {
            throw Refusal("plan.suggestion", "There is no such suggestion. Choose one from the list.")
        }
        guard !plan.refusedSuggestions.contains(where: { $0.code == suggestion }) else {
            throw Refusal("plan.suggestion-refused", "This suggestion was refused already.")
        }
        guard reason != .other || words != nil else {
            throw Refusal("plan.suggestion-why", "Say in a few words why not.", field: "words")
        }
        return [.plan(.suggestionRefused(suggestion, reason, Sealed(given: words)))]
    }
}
