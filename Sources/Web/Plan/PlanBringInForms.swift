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
    /// What can be in the way, of what the reader sees.
    let barriers: [Barrier]

    static func load(_ form: CaseFormVisit) async throws -> Self {
        _ = try form.plan()
        let sight = form.opened.seen.sight
        return BringInForm(
            agencies: PlanOwners(form, everybody: true).choices.filter {
                if case .organisation = $0.owner { true } else { false }
            },
            barriers: form.visit.office.tools.barriers.barriers.filter {
                sight.sees($0.category == .assessment ? .plan : $0.category)
            })
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p {
                "Every line comes in as a proposal with its source. Nothing is joined with what is here until you have looked at both."
            }
            p { "Where a step has a day, write it in square brackets at the end: Write a CV [2 July 2012]" }
            p { "Where it is done, write that and the day it was done: Write a CV [done 4 June 2012]" }
            Radios("from", label: "Whose plan is it?", agencies.map { Choice($0.code, $0.title) }, in: state)
            TextArea("goals", label: "Goals, one a line", rows: 3, optional: true, in: state)
            TextArea(
                "barriers", label: "What is in the way, one a line",
                hint:
                    "As the list names it, such as “\(barriers.first?.title ?? "Housing")”. Then, if you like, // and what was said of it.",
                rows: 3, optional: true, in: state)
            Disclosure("What the list names") { ul { ForEach(barriers.map(\.title)) { title in li { title } } } }
            TextArea("lines", label: "What the customer does, one step a line", rows: 6, optional: true, in: state)
            TextArea("theirs", label: "What the agency does, one step a line", rows: 4, optional: true, in: state)
            TextArea(
                "objected", label: "Steps the customer objected to, one a line",
                hint: "The step, then // and what the customer said against it.", rows: 4, optional: true, in: state)
            TextArea(
                "theirs-objected", label: "Steps of the agency’s that the customer objected to, one a line",
                hint: "In the same way: the step, then // and what the customer said against it.", rows: 3,
                optional: true, in: state)
            AskedReason.again.field(in: state)
        }
    }
    func read(_ form: FormReader) throws -> BringInPlan {
        let code = form.choice("from", label: "Whose plan is it?", of: agencies.map(\.code))
        func lines(_ name: String, _ label: String) -> [String] {
            (form.optionalText(name, label: label, max: 20_000, lines: true) ?? "").split(whereSeparator: \.isNewline)
                .map { String($0).trimmed }.filter { !$0.isEmpty }
        }
        let goals = lines("goals", "Goals").map { Words($0) }
        let hindering = lines("barriers", "What is in the way")
        let steps = lines("lines", "What the customer does")
        let theirs = lines("theirs", "What the agency does")
        let objected = lines("objected", "Steps the customer objected to")
        let theirsObjected = lines("theirs-objected", "Steps of the agency’s that the customer objected to")
        let again = AskedReason.again.read(form)
        try form.finish()
        let from: Identifier<Organisation> = try Identifier(code)
        var brought: [BringInPlan.Line] = []
        for line in steps { brought.append(try Self.step(line, .customer, field: "lines")) }
        for line in theirs { brought.append(try Self.step(line, .organisation(from), field: "theirs")) }
        for line in objected { brought.append(try Self.objected(line, .customer, field: "objected")) }
        for line in theirsObjected {
            brought.append(try Self.objected(line, .organisation(from), field: "theirs-objected"))
        }
        return BringInPlan(
            from: from, goals: goals, barriers: try hindering.map { line throws in try barrier(line) }, lines: brought,
            again: again)
    }

    /// A step, with the day it is due or was done where one stands in brackets at its end. Brackets that hold no number
    /// are part of its words.
    private static func step(
        _ line: String, _ owner: PlanOwner, objection: Words? = nil, field: String
    ) throws -> BringInPlan.Line {
        let plain = BringInPlan.Line(text: Words(line), owner: owner, objection: objection)
        guard line.last == "]", let open = line.lastIndex(of: "[") else { return plain }
        let inside = String(line[line.index(after: open)...].dropLast())
        let isDone = inside.lowercased().hasPrefix("done ")
        let written = isDone ? String(inside.dropFirst(5)).trimmed : inside
        guard written.first?.isNumber == true else { return plain }
        let text = String(line[..<open]).trimmed
        guard !text.isEmpty else {
            throw Refusal(
                "plan.line-empty", "“\(line.prefix(40))” has a day and no step. Say what is done.", field: field)
        }
        do throws(Refusal) {
            let day = try TypedDay.read(written)
            return BringInPlan.Line(
                text: Words(text), owner: owner, due: isDone ? nil : day, objection: objection,
                done: isDone ? day : nil)
        } catch {
            throw error.about(field)
        }
    }

    private static func objected(
        _ line: String, _ owner: PlanOwner, field: String
    ) throws -> BringInPlan.Line {
        guard let parting = line.firstRange(of: "//") else {
            throw Refusal(
                "plan.objection-line",
                "“\(line.prefix(40))” has no //. Write the step, then // and what the customer said.",
                field: field)
        }
        return try step(
            String(line[..<parting.lowerBound]).trimmed, owner,
            objection: Words(String(line[parting.upperBound...]).trimmed), field: field)
    }

    /// What is in the way, by its name in the list or its code.
    private func barrier(_ line: String) throws -> BringInPlan.BarrierLine {
        let parting = line.firstRange(of: "//")
        let name = String(line[..<(parting?.lowerBound ?? line.endIndex)]).trimmed
        let words = parting.map { String(line[$0.upperBound...]).trimmed }
        let found = barriers.first { $0.title.lowercased() == name.lowercased() || $0.code == name }
        guard let found else {
            throw Refusal(
                "plan.barrier",
                "“\(name.prefix(40))” is not on the list of what can be in the way. Use a name from the list, then // and their words.",
                field: "barriers")
        }
        return BringInPlan.BarrierLine(
            code: found.code, words: words.flatMap { $0.isEmpty ? nil : Words($0) })
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
