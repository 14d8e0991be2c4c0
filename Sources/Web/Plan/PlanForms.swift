import Casework
import Kernel
import Office

extension CaseForms {
    /// The plan: one form for each thing that can be done to it, for staff and for the customer alike.
    static let plan: [any CaseForm.Type] = [
        GoalForm.self, ChangeGoalForm.self, CloseGoalForm.self, PlanBarrierForm.self, OrderForm.self,
        CloseBarrierForm.self, ActionForm.self, SuggestedActionForm.self, RefuseSuggestionForm.self, AgreeForm.self,
        ObjectForm.self, AnswerObjectionForm.self, ChangeActionForm.self, DoneForm.self, MissedForm.self,
        ActionNoticeForm.self, DropForm.self,
        ReviewForm.self, CopyForm.self, CommitmentForm.self, EndCommitmentForm.self, BringInForm.self, JoinForm.self,
    ]
}

/// A form of the plan: when it is sent, the plan is shown again.
protocol PlanForm: CaseForm {}

extension PlanForm {
    func then(_ performed: Performed) -> SiteURL { .plan(performed.file.id) }
}

extension CaseFormVisit {
    /// - Refuses: when the plan is not for this reader.
    func plan() throws(Refusal) -> Plan {
        guard let plan = opened.seen.plan else { throw PlanPage.unseen }
        return plan
    }

    func planAction() throws -> PlanAction { try plan().openAction(try item()) }

    var isCustomer: Bool { visit.actor.planParty == .customer }
}

/// Who may do an action, as a form offers it: those who can read the plan, and so can answer.
struct PlanOwners: Sendable {
    let choices: [(code: String, title: String, owner: PlanOwner)]

    /// - Parameter everybody: whether organisations that cannot read the plan are among them, which may have one of their
    ///   own.
    init(_ form: CaseFormVisit, everybody: Bool = false) {
        let (actor, seen, names) = (form.visit.actor, form.opened.seen, form.opened.names)
        var found: [(code: String, title: String, owner: PlanOwner)] = [
            ("customer", form.isCustomer ? "I do it" : "The customer", .customer)
        ]
        if !form.isCustomer {
            found.append(("me", "I do it (\(form.visit.who.name))", .adviser(actor.person, at: actor.organisation)))
        }
        var organisations = (form.opened.seen.plan?.actions ?? []).compactMap(\.terms.owner.organisation)
        if !form.isCustomer { organisations.append(actor.organisation) }
        organisations += seen.keepers?.organisations ?? []
        if let referral = seen.referral { organisations += referral.providers.sorted() }
        organisations += seen.consents?.holding(on: form.opened.today).map(\.terms.recipient) ?? []
        func isOffered(_ one: Identifier<Organisation>) -> Bool { everybody || seen.planReaders.contains(one) }
        for one in organisations where isOffered(one) && !found.contains(where: { $0.code == one.description }) {
            found.append((one.description, names.organisation(one), .organisation(one)))
        }
        // An adviser somewhere else stays whoever was named.
        for action in form.opened.seen.plan?.openActions ?? [] {
            if case .adviser(let person, let place) = action.terms.owner, person != actor.person, isOffered(place) {
                let code = "adviser-\(person)"
                if !found.contains(where: { $0.code == code }) {
                    found.append((code, "\(names.person(person)), \(names.organisation(place))", action.terms.owner))
                }
            }
        }
        choices = found
    }

    /// - Returns: nil for whoever cannot read the plan any longer: somebody else has to be chosen.
    func code(of owner: PlanOwner) -> String? { choices.first { $0.owner == owner }?.code }
    func owner(_ code: String) -> PlanOwner { choices.first { $0.code == code }?.owner ?? .customer }
}

/// The fields of one action, shared by proposing and changing it.
struct ActionFields: Sendable {
    private static let whyLabel = "Why must it be done?"

    let owners: PlanOwners
    let goals: [(String, String)]
    let barriers: [(String, String)]
    /// What a required action means here; nil when nothing may be required.
    let meaning: String?
    let taken: TakenTimes
    /// What is not known yet that the trainer of a course plans it by, for staff who would see it (G-103).
    let unknownToTrainers: String?

    init(_ form: CaseFormVisit) throws {
        let plan = try form.plan()
        taken = TakenTimes(form.opened)
        let specialists = form.visit.office.tools.rules.assessing.specialists
        let known = form.isCustomer ? nil : form.opened.seen.assessments
        unknownToTrainers = known.flatMap {
            specialists.unknownToTrainers($0.standingSpecialists, on: form.opened.today)
        }
        owners = PlanOwners(form)
        goals = plan.openGoals.map { ($0.id.description, $0.words.value?.text ?? "A goal") }
        let list = form.visit.office.tools.barriers
        barriers = plan.openBarriers.map { ($0.id.description, $0.title(in: list)) }
        let duties = form.opened.seen.duties(on: form.opened.today, programmes: form.visit.office.programmes)
        let may = Powers.grant(.mandateAction, to: form.visit.actor.role, as: form.opened.relation) != nil
        meaning = may ? duties.map { RequiredWords.meaning($0, due: nil) } : nil
    }

    func initial(_ action: PlanAction) -> FormFields {
        var pairs = [
            ("text", action.text.value?.text ?? ""), ("owner", owners.code(of: action.terms.owner) ?? ""),
            ("due", action.terms.due?.written ?? ""), ("goal", action.terms.goal?.description ?? ""),
            ("barrier", action.terms.barrier?.description ?? ""),
        ]
        if action.terms.mandatory {
            pairs += [("mandatory", "yes"), ("required-why", action.whyRequired.value?.text ?? "")]
        }
        return FormFields(pairs.filter { !$0.1.isEmpty })
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            TextArea(
                "text", label: "What will be done?", hint: "One step: what, where and with whom.", rows: 3, in: state)
            AskedReason.again.field(in: state)
            Radios(
                "owner", label: "Who does it?",
                hint:
                    "Whoever sees the plan can be chosen. To have another do it, ask the customer first whether it may see the plan.",
                owners.choices.map { Choice($0.code, $0.title) }, in: state)
            DayField("due", label: "By which day?", .typed, optional: true, in: state)
            TakenNote(taken: taken)
            if let unknownToTrainers { p(.class("hint")) { unknownToTrainers } }
            if !goals.isEmpty {
                Select(
                    "goal", label: "Which goal is it for?", optional: true, goals.map { Choice($0.0, $0.1) }, in: state)
            }
            if !barriers.isEmpty {
                Select(
                    "barrier", label: "What does it help with?", optional: true, barriers.map { Choice($0.0, $0.1) },
                    in: state)
            }
            if let meaning {
                FieldGroup("Must it be done?") {
                    Checkbox(
                        "mandatory", label: "The customer must do this, and can lose benefit if they do not",
                        hint:
                            "Leave this empty to offer it as a choice. It is required once its notice is served, from the plan.",
                        in: state)
                    NoticeBox(.plain, title: "Say this first") { meaning }
                    Checkbox("explained", label: "I told the customer this, in these words", in: state)
                    TextArea(
                        "required-why", label: Self.whyLabel,
                        hint:
                            "Only where it must be done: why it is not left a choice. The customer reads it, on the plan and in the notice.",
                        rows: 3, optional: true, in: state)
                }
            }
        }
    }

    func text(_ form: FormReader) throws -> Words {
        Words(form.text("text", label: "What will be done?", max: 500, lines: true))
    }

    /// Why it is not left a choice (G-120).
    func whyRequired(_ form: FormReader) -> Words? { form.words("required-why", label: Self.whyLabel) }

    func terms(_ form: FormReader) -> PlanActionTerms {
        let owner = form.choice("owner", label: "Who does it?", of: owners.choices.map(\.code))
        return PlanActionTerms(
            owner: owners.owner(owner),
            barrier: form.optionalChoice("barrier", label: "What does it help with?", of: barriers.map(\.0))
                .flatMap { try? Identifier($0) },
            goal: form.optionalChoice("goal", label: "Which goal is it for?", of: goals.map(\.0))
                .flatMap { try? Identifier($0) },
            due: form.optionalDay("due", label: "By which day?"), mandatory: form.ticked("mandatory"))
    }
}

extension PlanBarrier {
    func title(in list: BarrierList) -> String {
        isPrivate
            ? "Something private, named only to those the customer told" : list.barrier(named.code)?.title ?? named.code
    }
}
