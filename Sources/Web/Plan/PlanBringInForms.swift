import Casework
import Kernel
import Office

/// Brings another agency's plan in, a line of text for each line of it.
struct BringInForm: PlanForm {
    static let name = CaseFormName.planBringIn
    static let title = "Bring another agency’s plan in"
    static let button = "Bring every line in"
    static let said = Said.planBroughtIn

    let agencies: [(code: String, title: String, owner: PlanOwner)]

    static func load(_ form: CaseFormVisit) async throws -> Self {
        _ = try form.plan()
        return BringInForm(
            agencies: PlanOwners(form).choices.filter {
                if case .organisation = $0.owner { true } else { false }
            })
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "Every line comes in as a proposal with its source. Nothing is joined with what is here until you have looked at both."
            }
            Radios("from", label: "Whose plan is it?", agencies.map { Choice($0.code, $0.title) }, in: state)
            TextArea("goals", label: "Goals, one a line", rows: 3, optional: true, in: state)
            TextArea("lines", label: "What the customer does, one step a line", rows: 6, optional: true, in: state)
            TextArea("theirs", label: "What the agency does, one step a line", rows: 4, optional: true, in: state)
            TextArea(
                "objected", label: "Steps the customer objected to, one a line",
                hint: "The step, then // and what the customer said against it.", rows: 4, optional: true, in: state)
        }
    }
    func read(_ form: FormReader) throws -> BringInPlan {
        let code = form.choice("from", label: "Whose plan is it?", of: agencies.map(\.code))
        func lines(_ name: String, _ label: String) -> [String] {
            (form.optionalText(name, label: label, max: 20_000, lines: true) ?? "").split(whereSeparator: \.isNewline)
                .map { String($0).trimmed }.filter { !$0.isEmpty }
        }
        let goals = lines("goals", "Goals").map { Words($0) }
        let steps = lines("lines", "What the customer does").map {
            BringInPlan.Line(text: Words($0), owner: .customer)
        }
        let theirs = lines("theirs", "What the agency does")
        let objected = lines("objected", "Steps the customer objected to")
        try form.finish()
        let from: Identifier<Organisation> = try Identifier(code)
        return BringInPlan(
            from: from, goals: goals,
            lines: steps + theirs.map { .init(text: Words($0), owner: .organisation(from)) }
                + (try objected.map { line throws in
                    guard let parting = line.firstRange(of: "//") else {
                        throw Refusal(
                            "plan.objection-line",
                            "“\(line.prefix(40))” has no //. Write the step, then // and what the customer said.",
                            field: "objected")
                    }
                    return BringInPlan.Line(
                        text: Words(String(line[..<parting.lowerBound]).trimmed), owner: .customer,
                        objection: Words(String(line[parting.upperBound...]).trimmed))
                }))
    }
}

/// Joins two actions that say the same, both in sight.
struct JoinForm: PlanForm {
    static let name = CaseFormName.planJoin
    static let title = "Join two actions that say the same"
    static let button = "Join them"
    static let said = Said.planChanged
    static let hasItem = true

    let held: PlanAction
    let others: [(id: String, text: String)]
    let likely: String?

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let (plan, held) = (try form.plan(), try form.planAction())
        let like = plan.likenesses.first { $0.other.id == held.id }?.kept.id.description
        return JoinForm(
            held: held,
            others: plan.openActions.filter { $0.id != held.id }.map { ($0.id.description, $0.text.value?.text ?? "") },
            likely: like)
    }
    var initial: FormFields { FormFields(likely.map { [("kept", $0)] } ?? []) }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "This one: “\(held.text.value?.text ?? "")”" }
            Radios(
                "kept", label: "Which does it say the same as?", hint: "That one stays; both can still be read.",
                others.map { Choice($0.id, $0.text) }, in: state)
        }
    }
    func read(_ form: FormReader) throws -> JoinActions {
        let kept = form.choice("kept", label: "Which does it say the same as?", of: others.map(\.id))
        try form.finish()
        return JoinActions(held.id, into: try Identifier(kept))
    }
}
