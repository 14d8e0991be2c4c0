import Casework
import Kernel
import Office

/// What the forms about the plan say.
enum OwnPlanFormWords {
    static let goalTitle = "What I want"
    static let goalLabel = "What do you want, in your own words?"
    static let goalHint = "A job, a course, to feel ready. Whatever matters to you."
    static let goalButton = "Put it on my plan"
    static let stepTitle = "A step of my own"
    static let stepLabel = "What is the step?"
    static let stepHint = "One thing: what, where and with whom."
    static let stepWho = "Who does it?"
    static let me = "I do"
    static let stepDue = "By which day?"
    static let stepButton = "Put it on my plan"
    static let agreeTitle = "Do you agree?"
    static let agreeButton = "I agree"
    static let meaning = "This one must be done"
    static let read = "I have read this"
    static let objectTitle = "What is wrong with it?"
    static let objectLabel = "Say it in your own words"
    static let objectHint = "Everybody who works on your plan reads it. It stays on your plan, beside the step."
    static let objectButton = "Say so"
    static let doneTitle = "I did it"
    static let doneLabel = "How did it go?"
    static let doneButton = "It is done"
    static let gone = "This step is not on your plan any more. Look at the plan as it stands now."
}

private func step(_ own: OwnVisit, _ item: String?) throws -> PlanAction {
    guard let plan = own.seen.plan else { throw Refusal("own-plan.not-found", OwnPlanWords.notShown) }
    let id = try Identifier<PlanAction>(item ?? "")
    guard let found = plan.openActions.first(where: { $0.id == id }) else {
        throw Refusal("own-plan.gone", OwnPlanFormWords.gone)
    }
    return found
}

/// Says what they want.
struct OwnGoalForm: OwnForm {
    static let name = OwnFormName.goal
    static let title = OwnPlanFormWords.goalTitle
    static let button = OwnPlanFormWords.goalButton
    static let said = Said.mePlan
    static let back = SiteURL.mePlan

    static func load(_ own: OwnVisit, item: String?) async throws -> Self { OwnGoalForm() }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            TextArea("words", label: OwnPlanFormWords.goalLabel, hint: OwnPlanFormWords.goalHint, rows: 4, in: state)
        }
    }
    func read(_ form: FormReader) throws -> SetGoal {
        SetGoal(words: try form.neededWords(label: OwnPlanFormWords.goalLabel))
    }
}

/// Adds a step of their own.
struct OwnStepForm: OwnForm {
    static let name = OwnFormName.step
    static let title = OwnPlanFormWords.stepTitle
    static let button = OwnPlanFormWords.stepButton
    static let said = Said.mePlan
    static let back = SiteURL.mePlan

    let owners: [(code: String, title: String, owner: PlanOwner)]

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        var owners: [(code: String, title: String, owner: PlanOwner)] = [("me", OwnPlanFormWords.me, .customer)]
        let helping = [own.seen.jobcentre].compactMap { $0 } + (own.seen.referral?.providers.sorted() ?? [])
        for one in helping where !owners.contains(where: { $0.code == one.description }) {
            owners.append((one.description, own.names.organisation(one), .organisation(one)))
        }
        return OwnStepForm(owners: owners)
    }

    var initial: FormFields { FormFields(["owner": "me"]) }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            TextArea("text", label: OwnPlanFormWords.stepLabel, hint: OwnPlanFormWords.stepHint, rows: 3, in: state)
            Radios("owner", label: OwnPlanFormWords.stepWho, owners.map { Choice($0.code, $0.title) }, in: state)
            DayField("due", label: OwnPlanFormWords.stepDue, optional: true, in: state)
        }
    }
    func read(_ form: FormReader) throws -> ProposeAction {
        let code = form.choice("owner", label: OwnPlanFormWords.stepWho, of: owners.map(\.code))
        return ProposeAction(
            text: Words(form.text("text", label: OwnPlanFormWords.stepLabel, max: 500, lines: true)),
            terms: PlanActionTerms(
                owner: owners.first { $0.code == code }?.owner ?? .customer,
                due: form.optionalDay("due", label: OwnPlanFormWords.stepDue)))
    }
}

/// Agrees to a step.
struct OwnAgreeForm: OwnForm {
    static let name = OwnFormName.agree
    static let title = OwnPlanFormWords.agreeTitle
    static let button = OwnPlanFormWords.agreeButton
    static let said = Said.meAgreed
    static let back = SiteURL.mePlan
    static let hasItem = true

    let action: PlanAction
    let meaning: String?

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        let action = try step(own, item)
        let duties = own.seen.duties(on: own.today, programmes: own.visit.office.programmes)
        return OwnAgreeForm(
            action: action,
            meaning: action.terms.mandatory ? duties.map { RequiredActions.meaning($0, due: action.terms.due) } : nil)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            blockquote { action.text.value?.text ?? OwnPlanWords.erased }
            if let meaning {
                NoticeBox(.plain, title: OwnPlanFormWords.meaning) { meaning }
                Checkbox("explained", label: OwnPlanFormWords.read, in: state)
            }
        }
    }
    func read(_ form: FormReader) throws -> AgreeAction {
        AgreeAction(action: action.id, forCustomer: true, route: .online, explained: form.ticked("explained"))
    }
}

/// Says what is wrong with a step.
struct OwnObjectForm: OwnForm {
    static let name = OwnFormName.object
    static let title = OwnPlanFormWords.objectTitle
    static let button = OwnPlanFormWords.objectButton
    static let said = Said.meObjected
    static let back = SiteURL.mePlan
    static let hasItem = true

    let action: PlanAction

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        OwnObjectForm(action: try step(own, item))
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            blockquote { action.text.value?.text ?? OwnPlanWords.erased }
            TextArea(
                "words", label: OwnPlanFormWords.objectLabel, hint: OwnPlanFormWords.objectHint, rows: 4, in: state)
        }
    }
    func read(_ form: FormReader) throws -> ObjectToAction {
        ObjectToAction(
            action: action.id, forCustomer: true, route: .online,
            words: try form.neededWords(label: OwnPlanFormWords.objectLabel))
    }
}

/// Says that a step is done.
struct OwnDoneForm: OwnForm {
    static let name = OwnFormName.done
    static let title = OwnPlanFormWords.doneTitle
    static let button = OwnPlanFormWords.doneButton
    static let said = Said.meDone
    static let back = SiteURL.mePlan
    static let hasItem = true

    let action: PlanAction
    let today: CalendarDay

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        OwnDoneForm(action: try step(own, item), today: own.today)
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            blockquote { action.text.value?.text ?? OwnPlanWords.erased }
            TextArea("words", label: OwnPlanFormWords.doneLabel, rows: 3, optional: true, in: state)
        }
    }
    func read(_ form: FormReader) throws -> CompleteAction {
        CompleteAction(
            action: action.id, on: today, evidence: .word,
            words: form.words("words", label: OwnPlanFormWords.doneLabel))
    }
}
