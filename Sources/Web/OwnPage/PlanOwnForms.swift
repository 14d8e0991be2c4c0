import Casework
import Kernel
import Office

private func step(_ own: OwnVisit, _ item: String?) throws -> PlanAction {
    guard let plan = own.seen.plan else { throw Refusal("own-plan.not-found", OwnPageWords.notShown()) }
    let id = try Identifier<PlanAction>(item ?? "")
    guard let found = plan.openActions.first(where: { $0.id == id }) else {
        throw Refusal("own-plan.gone", OwnPlanFormWords.gone())
    }
    return found
}

/// Says what they want.
struct OwnGoalForm: OwnForm {
    static let name = OwnFormName.goal
    static var title: String { OwnPlanFormWords.goalTitle() }
    static var button: String { OwnPlanFormWords.put() }
    static let said = Said.mePlan
    static let back = SiteURL.mePlan

    static func load(_ own: OwnVisit, item: String?) async throws -> Self { OwnGoalForm() }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            TextArea(
                "words", label: OwnPlanFormWords.goalLabel(), hint: OwnPlanFormWords.goalHint(), rows: 4, in: state)
        }
    }
    func read(_ form: FormReader) throws -> SetGoal {
        SetGoal(words: try form.neededWords(label: OwnPlanFormWords.goalLabel()))
    }
}

/// Adds a step of their own.
struct OwnStepForm: OwnForm {
    static let name = OwnFormName.step
    static var title: String { OwnPlanFormWords.stepTitle() }
    static var button: String { OwnPlanFormWords.put() }
    static let said = Said.mePlan
    static let back = SiteURL.mePlan

    let owners: [(code: String, title: String, owner: PlanOwner)]
    let keptFree: String?

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        var owners: [(code: String, title: String, owner: PlanOwner)] = [("me", OwnPlanFormWords.me(), .customer)]
        for one in own.seen.planDoers {
            owners.append((one.description, own.names.organisation(one), .organisation(one)))
        }
        return OwnStepForm(owners: owners, keptFree: own.keptFree)
    }

    var initial: FormFields { FormFields(["owner": "me"]) }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            TextArea("text", label: OwnPlanFormWords.stepLabel(), hint: OwnPlanFormWords.stepHint(), rows: 3, in: state)
            Radios("owner", label: OwnPlanFormWords.stepWho(), owners.map { Choice($0.code, $0.title) }, in: state)
            DayField("due", label: OwnPlanFormWords.stepDue(), optional: true, in: state)
            if let keptFree { p(.class("hint")) { OwnPlanFormWords.keptFree(keptFree) } }
        }
    }
    func read(_ form: FormReader) throws -> ProposeAction {
        let code = form.choice("owner", label: OwnPlanFormWords.stepWho(), of: owners.map(\.code))
        return ProposeAction(
            text: Words(form.text("text", label: OwnPlanFormWords.stepLabel(), max: 500, lines: true)),
            terms: PlanActionTerms(
                owner: owners.first { $0.code == code }?.owner ?? .customer,
                due: form.optionalDay("due", label: OwnPlanFormWords.stepDue())))
    }
}

/// Agrees to a step.
struct OwnAgreeForm: OwnForm {
    static let name = OwnFormName.agree
    static var title: String { OwnPlanFormWords.agreeTitle() }
    static var button: String { OwnPlanFormWords.agreeButton() }
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
            meaning: action.terms.mandatory ? duties.map { RequiredWords.meaning($0, due: action.terms.due) } : nil)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            blockquote { action.text.value?.text ?? OwnPlanWords.erased() }
            if let meaning {
                NoticeBox(.plain, title: OwnPlanFormWords.meaning()) {
                    p { meaning }
                    if let why = action.whyRequired.value { p { OwnPlanWords.notChoice(why.text) } }
                }
                Checkbox("explained", label: OwnPlanFormWords.read(), in: state)
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
    static var title: String { OwnPlanFormWords.objectTitle() }
    static var button: String { OwnPlanFormWords.objectButton() }
    static let said = Said.meObjected
    static let back = SiteURL.mePlan
    static let hasItem = true

    let action: PlanAction

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        OwnObjectForm(action: try step(own, item))
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            blockquote { action.text.value?.text ?? OwnPlanWords.erased() }
            TextArea(
                "words", label: OwnPlanFormWords.objectLabel(), hint: OwnPlanFormWords.objectHint(), rows: 4, in: state)
        }
    }
    func read(_ form: FormReader) throws -> ObjectToAction {
        ObjectToAction(
            action: action.id, forCustomer: true, route: .online,
            words: try form.neededWords(label: OwnPlanFormWords.objectLabel()))
    }
}

/// Says that a step is done, with a photograph of what shows it where there is one.
struct OwnDoneForm: OwnForm {
    static let name = OwnFormName.done
    static var title: String { OwnPlanFormWords.doneTitle() }
    static var button: String { OwnPlanFormWords.doneButton() }
    static let said = Said.meDone
    static let back = SiteURL.mePlan
    static let hasItem = true
    static let file: String? = PaperField.name

    let action: PlanAction
    let today: CalendarDay
    /// What may be kept with it.
    let paper: PaperField

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        OwnDoneForm(
            action: try step(own, item), today: own.today,
            paper: PaperField(OwnPlanFormWords.paperLabel(), hint: OwnPlanFormWords.paperHint(), among: own.files))
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            blockquote { action.text.value?.text ?? OwnPlanWords.erased() }
            TextArea("words", label: OwnPlanFormWords.doneLabel(), rows: 3, optional: true, in: state)
            paper.field(in: state)
        }
    }
    func read(_ form: FormReader) throws -> CompleteAction {
        CompleteAction(
            action: action.id, on: today, evidence: paper.file == nil ? .word : .document,
            words: form.words("words", label: OwnPlanFormWords.doneLabel()), document: paper.read(form))
    }

    func documents(_ command: CompleteAction) -> [AttachedDocument] { paper.documents(.support) }
}

/// Says that a step was not done by its day, and why.
struct OwnMissedForm: OwnForm {
    static let name = OwnFormName.missed
    static var title: String { OwnPlanFormWords.missedTitle() }
    static var button: String { OwnPlanFormWords.missedButton() }
    static let said = Said.meMissed
    static let back = SiteURL.mePlan
    static let hasItem = true

    let action: PlanAction

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        OwnMissedForm(action: try step(own, item))
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            blockquote { action.text.value?.text ?? OwnPlanWords.erased() }
            TextArea(
                "words", label: OwnPlanFormWords.missedLabel(), hint: OwnPlanFormWords.missedHint(), rows: 3, in: state)
        }
    }
    func read(_ form: FormReader) throws -> MissAction {
        MissAction(action: action.id, why: try form.neededWords(label: OwnPlanFormWords.missedLabel()))
    }
}
