import Casework
import Kernel
import Office

/// Whose answer is given, and how it came.
struct AnswerFields: Sendable {
    let held: PlanAction
    let isCustomer: Bool
    /// The name of the reader's organisation, when it is the one to do it.
    let own: String?
    let meaning: String?

    init(_ form: CaseFormVisit) throws {
        held = try form.planAction()
        isCustomer = form.isCustomer
        let mine = held.terms.owner.organisation == form.visit.actor.organisation && !form.isCustomer
        own = mine ? form.visit.who.organisation : nil
        meaning =
            held.terms.mandatory
            ? form.opened.seen.duties(on: form.opened.today, programmes: form.visit.office.programmes)
                .map { [due = held.terms.due] in RequiredWords.meaning($0, due: due) } : nil
    }

    var initial: FormFields { isCustomer || own != nil ? FormFields() : FormFields(["party": "customer"]) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "“\(held.text.value?.text ?? "")”" }
            if let due = held.terms.due { p { "By \(WrittenDay.full(due))" } }
            if !isCustomer {
                if let own {
                    Radios(
                        "party", label: "Whose answer is it?",
                        [Choice("customer", "The customer’s"), Choice("own", own)], in: state)
                }
                Radios(
                    "route", label: "How did they tell you?",
                    [PlanAnswerRoute.inPerson, .byPhone, .signed].map { Choice($0.rawValue, $0.title) }, in: state)
            }
        }
    }

    func party(_ form: FormReader) -> Bool {
        isCustomer || own == nil
            || form.choice("party", label: "Whose answer is it?", of: ["customer", "own"]) == "customer"
    }

    func route(_ form: FormReader) -> PlanAnswerRoute {
        isCustomer ? .online : form.choice("route", label: "How did they tell you?")
    }
}

/// Agrees to an action.
struct AgreeForm: PlanForm {
    static let name = CaseFormName.planAgree
    static let title = "Agree to an action"
    static let button = "Record the agreement"
    static let said = Said.planAgreed
    static let hasItem = true

    let answer: AnswerFields

    static func load(_ form: CaseFormVisit) async throws -> Self { AgreeForm(answer: try AnswerFields(form)) }
    var initial: FormFields { answer.initial }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            answer.fields(in: state)
            if let meaning = answer.meaning {
                NoticeBox(.attention, title: "This one must be done") {
                    p { meaning }
                    if let why = answer.held.whyRequired.value {
                        p { "It is not left a choice, because: “\(why.text)”" }
                    }
                }
                Checkbox(
                    "explained", label: answer.isCustomer ? "I have read this" : "I read this out to the customer",
                    in: state)
            }
        }
    }
    func read(_ form: FormReader) throws -> AgreeAction {
        AgreeAction(
            action: answer.held.id, forCustomer: answer.party(form), route: answer.route(form),
            explained: form.ticked("explained"))
    }
}

/// Objects to an action, in the words of whoever objects.
struct ObjectForm: PlanForm {
    static let name = CaseFormName.planObject
    static let title = "Object to an action"
    static let button = "Record the objection"
    static let said = Said.planObjected
    static let hasItem = true

    let answer: AnswerFields

    static func load(_ form: CaseFormVisit) async throws -> Self { ObjectForm(answer: try AnswerFields(form)) }
    var initial: FormFields { answer.initial }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            answer.fields(in: state)
            TextArea("words", label: "What is wrong with it, in their own words?", rows: 4, in: state)
        }
    }
    func read(_ form: FormReader) throws -> ObjectToAction {
        ObjectToAction(
            action: answer.held.id, forCustomer: answer.party(form), route: answer.route(form),
            words: try form.neededWords(label: "What is wrong with it, in their own words?"))
    }
}

/// Says why an action stands, in words that whoever objected to it reads.
struct AnswerObjectionForm: PlanForm {
    static let name = CaseFormName.planAnswer
    static let title = "Say why an action stands"
    static let button = "Answer the objection"
    static let said = Said.planAnswered
    static let hasItem = true

    let held: PlanAction
    /// Who objects, and in what words.
    let objections: [String]

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let held = try form.planAction()
        return AnswerObjectionForm(
            held: held,
            objections: held.objections.map { one in
                let who = one.party.organisation.map { form.opened.names.organisation($0) } ?? "The customer"
                return "\(who): “\(one.words.value?.text ?? "Erased")”"
            })
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "“\(held.text.value?.text ?? "")”" }
            ForEach(objections) { one in p { one } }
            TextArea(
                "words", label: "Why does it stand?",
                hint:
                    "Whoever objects reads this, and can object again or complain. If the action can be changed or dropped instead, do that.",
                rows: 4, in: state)
        }
    }
    func read(_ form: FormReader) throws -> AnswerObjection {
        AnswerObjection(action: held.id, words: try form.neededWords(label: "Why does it stand?"))
    }
}
