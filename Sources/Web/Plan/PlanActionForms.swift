import Casework
import Kernel
import Office

/// Proposes an action.
struct ActionForm: PlanForm {
    static let name = CaseFormName.planAction
    static let title = "Add an action"
    static let button = "Put it on the plan"
    static let said = Said.plan

    let action: ActionFields

    static func load(_ form: CaseFormVisit) async throws -> Self { ActionForm(action: try ActionFields(form)) }
    func fields(in state: FormState) -> Fragment { action.fields(in: state) }
    func read(_ form: FormReader) throws -> ProposeAction {
        ProposeAction(
            text: try action.text(form), terms: action.terms(form), explained: form.ticked("explained"),
            again: AskedReason.again.read(form), whyRequired: action.whyRequired(form))
    }
}

/// Proposes an action that a suggestion led to.
struct SuggestedActionForm: PlanForm {
    static let name = CaseFormName.planSuggested
    static let title = "Make a suggestion their own"
    static let button = "Put it on the plan"
    static let said = Said.plan
    static let hasItem = true

    let action: ActionFields
    let suggestion: PlanSuggestion
    /// Those on the plan that the suggestion is like.
    let courses: [String]

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let found = try suggestion(form)
        return SuggestedActionForm(
            action: try ActionFields(form), suggestion: found,
            courses: try form.plan().courses(like: Words(found.text)).map { one in
                one.courseInSentence { form.opened.names.organisation($0) }
            })
    }

    static func suggestion(_ form: CaseFormVisit) throws -> PlanSuggestion {
        guard let found = form.visit.office.tools.barriers.suggestion(form.item ?? "") else {
            throw Refusal("plan.suggestion", "There is no such suggestion. Choose one from the plan.")
        }
        return found
    }

    var initial: FormFields { FormFields(["text": suggestion.text, "owner": "customer"]) }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "A suggestion is where to begin. Change it until it says what this customer will do." }
            ForEach(courses) { one in NoticeBox(.attention, "The plan has had a course like this: \(one).") }
            action.fields(in: state)
        }
    }
    func read(_ form: FormReader) throws -> ProposeAction {
        ProposeAction(
            text: try action.text(form), terms: action.terms(form), suggestion: suggestion.code,
            explained: form.ticked("explained"), again: AskedReason.again.read(form),
            whyRequired: action.whyRequired(form))
    }
}

/// Refuses a suggestion, so that it is not offered again.
struct RefuseSuggestionForm: PlanForm {
    static let name = CaseFormName.planRefuse
    static let title = "Refuse a suggestion"
    static let button = "Refuse it"
    static let said = Said.plan
    static let hasItem = true

    let suggestion: PlanSuggestion

    static func load(_ form: CaseFormVisit) async throws -> Self {
        RefuseSuggestionForm(suggestion: try SuggestedActionForm.suggestion(form))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "“\(suggestion.text)”" }
            Radios(
                "reason", label: "Why not?", SuggestionRefusal.allCases.map { Choice($0.rawValue, $0.title) }, in: state
            )
            TextArea("words", label: "In a few words", rows: 3, optional: true, in: state)
        }
    }
    func read(_ form: FormReader) throws -> RefuseSuggestion {
        RefuseSuggestion(
            suggestion: suggestion.code, reason: form.choice("reason", label: "Why not?"),
            words: form.words("words", label: "In a few words"))
    }
}

/// Changes an action; answers are asked for again.
struct ChangeActionForm: PlanForm {
    static let name = CaseFormName.planChange
    static let title = "Change an action"
    static let button = "Change it"
    static let said = Said.planChanged
    static let hasItem = true

    let action: ActionFields
    let held: PlanAction

    static func load(_ form: CaseFormVisit) async throws -> Self {
        ChangeActionForm(action: try ActionFields(form), held: try form.planAction())
    }

    var initial: FormFields { action.initial(held) }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "It says now: “\(held.text.value?.text ?? "")”" }
            action.fields(in: state)
            TextArea("words", label: "Why is it changed?", rows: 3, optional: true, in: state)
        }
    }
    func read(_ form: FormReader) throws -> ChangeAction {
        ChangeAction(
            action: held.id, text: try action.text(form), terms: action.terms(form),
            why: form.words("words", label: "Why is it changed?"), explained: form.ticked("explained"),
            whyRequired: action.whyRequired(form))
    }
}

/// Records that an action was done, with the paper that shows it where there is one.
struct DoneForm: PlanForm {
    static let name = CaseFormName.planDone
    static let title = "Record that it is done"
    static let button = "Record it as done"
    static let said = Said.planDone
    static let hasItem = true
    static let file: String? = PaperField.name

    let held: PlanAction
    let today: CalendarDay
    /// What may be kept with it.
    let paper: PaperField

    static func load(_ form: CaseFormVisit) async throws -> Self {
        DoneForm(
            held: try form.planAction(), today: form.opened.today,
            paper: PaperField(
                "A photograph or scan of it",
                hint:
                    "A JPEG, PNG or PDF of up to 10 MB. It is kept with the plan, and opened by whoever sees the plan.",
                among: form.files))
    }

    var initial: FormFields { FormFields(["day": today.written]) }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "“\(held.text.value?.text ?? "")”" }
            DayField("day", label: "When was it done?", .typed, in: state)
            Radios(
                "evidence", label: "What shows it?", PlanEvidence.allCases.map { Choice($0.rawValue, $0.title) },
                in: state)
            paper.field(in: state)
            TextArea("words", label: "How did it go?", rows: 3, optional: true, in: state)
        }
    }
    func read(_ form: FormReader) throws -> CompleteAction {
        CompleteAction(
            action: held.id, on: form.day("day", label: "When was it done?"),
            evidence: form.choice("evidence", label: "What shows it?"),
            words: form.words("words", label: "How did it go?"), document: paper.read(form))
    }

    func documents(_ command: CompleteAction) -> [AttachedDocument] { paper.documents(.support) }
}

/// Records that an action was not done by its day, with why.
struct MissedForm: PlanForm {
    static let name = CaseFormName.planMissed
    static let title = "Record that it was not done"
    static let button = "Record it as not done"
    static let said = Said.planMissed
    static let hasItem = true

    let held: PlanAction

    static func load(_ form: CaseFormVisit) async throws -> Self { MissedForm(held: try form.planAction()) }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "“\(held.text.value?.text ?? "")”" }
            p { "This records what happened. Nothing follows from it by itself. To give it another day, change it." }
            TextArea(
                "words", label: "Why was it not done?", hint: "In the customer's words, if it was theirs to do.",
                rows: 3, in: state)
        }
    }
    func read(_ form: FormReader) throws -> MissAction {
        MissAction(action: held.id, why: try form.neededWords(label: "Why was it not done?"))
    }
}

/// Drops an action.
struct DropForm: PlanForm {
    static let name = CaseFormName.planDrop
    static let title = "Drop an action"
    static let button = "Drop it"
    static let said = Said.planChanged
    static let hasItem = true

    let held: PlanAction

    static func load(_ form: CaseFormVisit) async throws -> Self { DropForm(held: try form.planAction()) }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "“\(held.text.value?.text ?? "")”" }
            Radios("reason", label: "Why?", PlanDropReason.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            TextArea("words", label: "In a few words", rows: 3, optional: true, in: state)
        }
    }
    func read(_ form: FormReader) throws -> DropAction {
        DropAction(
            action: held.id, reason: form.choice("reason", label: "Why?"),
            words: form.words("words", label: "In a few words"))
    }
}
