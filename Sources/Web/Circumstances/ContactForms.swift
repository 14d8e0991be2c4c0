import Casework
import Kernel
import Office

/// Records that a way to reach the customer did not.
struct ContactFailedForm: CircumstanceForm {
    static let name = CaseFormName.contactFailed
    static let title = "It did not reach them"
    static let button = "Mark it doubtful"
    static let said = Said.contactDoubtful
    static let hasItem = true
    static let kinds = ChangeKind.contacts.map(\.rawValue)

    let kind: ChangeKind
    let held: String

    static func load(_ form: CaseFormVisit) async throws -> Self {
        guard let kind = form.item.flatMap(ChangeKind.init(rawValue:)), kind.isContact,
            let held = try form.circumstances().status(of: kind, on: form.opened.today).held
        else {
            throw Refusal(
                "contact.none", "There is no such contact on record to mark as doubtful. Go back to the circumstances.")
        }
        return ContactFailedForm(kind: kind, held: form.shown(held.detail, kind))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "\(kind.title): \(held)" }
            Radios(
                "reason", label: "What happened?",
                ContactFailureReason.said(of: kind).map {
                    Choice($0.rawValue, $0.words.capitalisedFirst)
                }, in: state)
        }
    }

    func read(_ form: FormReader) throws -> RecordContactFailed {
        RecordContactFailed(kind: kind, reason: form.choice("reason", label: "What happened?"))
    }
}

/// Records that the ways to reach the customer are still right.
struct ConfirmContactsForm: CircumstanceForm {
    static let name = CaseFormName.confirmContacts
    static let title = "Still right"
    static let button = "They are still right"
    static let said = Said.contactsConfirmed

    /// Each that can be said to be right, with what is held.
    let held: [String]

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let (circumstances, today) = (try form.circumstances(), form.opened.today)
        let held = ChangeKind.contacts.compactMap { kind -> String? in
            guard circumstances.lastSure(of: kind, on: today) != nil else { return nil }
            return circumstances.status(of: kind, on: today).held.map {
                "\(kind.title): \(form.shown($0.detail, kind))"
            }
        }
        guard !held.isEmpty else {
            throw Refusal(
                "contact.none-sure",
                "No address or number is on record that could still be right. Go back to the circumstances and record one."
            )
        }
        return ConfirmContactsForm(held: held)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            ul { ForEach(held) { one in li { one } } }
            p { "Let them say it themselves: do not read out what is held. If one has changed, tell that first." }
        }
    }

    func read(_ form: FormReader) throws -> ConfirmContacts { ConfirmContacts() }
}

/// Records a check of who was calling: what was asked, never what was answered.
struct CallerCheckForm: CircumstanceForm {
    static let name = CaseFormName.callerCheck
    static let title = "Record a caller check"
    static let button = "Record the check"
    static let said = Said.callerChecked

    static func load(_ form: CaseFormVisit) async throws -> Self {
        _ = try form.circumstances()
        return CallerCheckForm()
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            Radios(
                "caller", label: "Who said they were calling?",
                CallerCheck.Caller.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            Checkboxes(
                "asked", label: "What did you ask?", hint: "Do not write down what they answered.",
                CallerCheck.Question.asked.map { Choice($0.rawValue, $0.title) }, in: state)
            Radios(
                "passed", label: "Did it pass?", inLine: true, [Choice("yes", "Yes"), Choice("no", "No")], in: state)
        }
    }

    func read(_ form: FormReader) throws -> RecordCallerCheck {
        RecordCallerCheck(
            caller: form.choice("caller", label: "Who said they were calling?"),
            questions: form.choices(
                "asked", label: "What did you ask?", of: CallerCheck.Question.asked.map(\.rawValue), atLeast: 1
            ).compactMap(CallerCheck.Question.init(rawValue:)),
            passed: form.choice("passed", label: "Did it pass?", of: ["yes", "no"]) == "yes")
    }
}
