import Casework
import Kernel
import Office

/// Sets a goal.
struct GoalForm: PlanForm {
    static let name = CaseFormName.planGoal
    static let title = "Add a goal"
    static let button = "Put it on the plan"
    static let said = Said.plan

    static func load(_ form: CaseFormVisit) async throws -> Self {
        _ = try form.plan()
        return GoalForm()
    }
    func fields(in state: FormState) -> Fragment { Fragment { GoalForm.asks(in: state) } }
    static func asks(in state: FormState) -> TextArea {
        TextArea(
            "words", label: "What does the customer want, in their own words?", hint: "As they said it.", rows: 3,
            in: state)
    }
    func read(_ form: FormReader) throws -> SetGoal {
        SetGoal(words: try form.neededWords(label: "What does the customer want, in their own words?"))
    }
}

/// Sets another goal in place of one; the earlier stays to be read.
struct ChangeGoalForm: PlanForm {
    static let name = CaseFormName.planChangeGoal
    static let title = "Change a goal"
    static let button = "Change it"
    static let said = Said.planChanged
    static let hasItem = true

    let goal: PlanGoal

    static func load(_ form: CaseFormVisit) async throws -> Self {
        ChangeGoalForm(goal: try form.plan().openGoal(try form.item()))
    }
    var initial: FormFields { FormFields(["words": goal.words.value?.text ?? ""]) }
    func fields(in state: FormState) -> Fragment { Fragment { GoalForm.asks(in: state) } }
    func read(_ form: FormReader) throws -> SetGoal {
        SetGoal(
            words: try form.neededWords(label: "What does the customer want, in their own words?"), replaces: goal.id)
    }
}

/// Closes a goal.
struct CloseGoalForm: PlanForm {
    static let name = CaseFormName.planCloseGoal
    static let title = "Close a goal"
    static let button = "Close it"
    static let said = Said.planChanged
    static let hasItem = true

    let goal: PlanGoal

    static func load(_ form: CaseFormVisit) async throws -> Self {
        CloseGoalForm(goal: try form.plan().openGoal(try form.item()))
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "“\(goal.words.value?.text ?? "")”" }
            Radios(
                "reached", label: "What became of it?",
                [Choice("yes", "It is reached"), Choice("no", "It is no longer wanted")], in: state)
            TextArea("words", label: "In a few words", rows: 3, optional: true, in: state)
        }
    }
    func read(_ form: FormReader) throws -> CloseGoal {
        CloseGoal(
            goal: goal.id, reached: form.choice("reached", label: "What became of it?", of: ["yes", "no"]) == "yes",
            words: form.words("words", label: "In a few words"))
    }
}

/// Puts something that is in the way on the plan.
struct PlanBarrierForm: PlanForm {
    static let name = CaseFormName.planBarrier
    static let title = "Add something that is in the way"
    static let button = "Put it on the plan"
    static let said = Said.plan

    let offered: [Barrier]

    private var asksPrivacy: Bool { offered.contains(where: \.needsPrivacy) }

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let open = try form.plan().openBarriers.map(\.named.code)
        let sight = form.opened.seen.sight
        return PlanBarrierForm(
            offered: form.visit.office.tools.barriers.barriers.filter {
                !open.contains($0.code) && sight.sees($0.category == .assessment ? .plan : $0.category)
            })
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "What is about health, family or a record is offered only to those the customer told." }
            Select("code", label: "What is in the way?", offered.map { Choice($0.code, $0.title) }, in: state)
            Checkbox(
                "first", label: "Other things have to wait for this",
                hint: "Health and housing often come first.", in: state)
            TextArea("words", label: "In the customer’s words", rows: 3, optional: true, in: state)
            if asksPrivacy {
                Checkbox(
                    "private", label: "It was said where nobody else could hear",
                    hint: "Health and convictions are asked only in private. Otherwise leave them out.", in: state)
            }
        }
    }
    func read(_ form: FormReader) throws -> AddBarrier {
        AddBarrier(
            code: form.choice("code", label: "What is in the way?", of: offered.map(\.code)),
            first: form.ticked("first"), words: form.words("words", label: "In the customer’s words"),
            heardInPrivate: asksPrivacy && form.ticked("private"))
    }
}

/// Puts what is in the way in the customer's order.
struct OrderForm: PlanForm {
    static let name = CaseFormName.planOrder
    static let title = "Put what is in the way in order"
    static let button = "Keep this order"
    static let said = Said.planChanged

    let open: [PlanBarrier]
    let list: BarrierList

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let open = try form.plan().openBarriers
        guard open.count > 1 else {
            throw Refusal("plan.order-few", "There is only one thing here, or none: no order to keep.")
        }
        return OrderForm(open: open, list: form.visit.office.tools.barriers)
    }
    var initial: FormFields { FormFields(open.enumerated().map { ("place-\($0.element.id)", String($0.offset + 1)) }) }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "What matters most to the customer is number 1." }
            ForEach(open) { one in
                TextField("place-\(one.id)", label: one.title(in: list), kind: .wholeNumber, characters: 2, in: state)
            }
        }
    }
    func read(_ form: FormReader) throws -> OrderBarriers {
        let places = open.map { one in
            (one.id, form.wholeNumber("place-\(one.id)", label: one.title(in: list), in: 1...open.count))
        }
        guard Set(places.map(\.1)).count == open.count else { return OrderBarriers(order: []) }
        return OrderBarriers(order: places.sorted { $0.1 < $1.1 }.map(\.0))
    }
}

/// Records that something is no longer in the way.
struct CloseBarrierForm: PlanForm {
    static let name = CaseFormName.planCloseBarrier
    static let title = "No longer in the way"
    static let button = "Record it"
    static let said = Said.planChanged
    static let hasItem = true

    let barrier: PlanBarrier
    let list: BarrierList

    static func load(_ form: CaseFormVisit) async throws -> Self {
        CloseBarrierForm(
            barrier: try form.plan().openBarrier(try form.item()), list: form.visit.office.tools.barriers)
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { barrier.title(in: list) }
            TextArea("words", label: "What helped?", rows: 3, optional: true, in: state)
        }
    }
    func read(_ form: FormReader) throws -> CloseBarrier {
        CloseBarrier(barrier: barrier.id, words: form.words("words", label: "What helped?"))
    }
}
