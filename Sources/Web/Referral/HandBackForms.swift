import Casework
import Kernel
import Office

/// The provider hands somebody back with a summary, which they see before it is recorded.
struct HandBackForm: CaseForm {
    static let name = CaseFormName.handBack
    static let title = "Hand back with a summary"
    static let button = "Hand back"
    static let said = Said.handedBack
    static let checks = true

    let wish: PrintWish

    static func load(_ form: CaseFormVisit) async throws -> Self {
        _ = try form.referral()
        return HandBackForm(wish: PrintWish(form.opened.seen, tools: form.visit.office.tools))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "The next page has it to print and to show them. Nothing is recorded until they have seen it." }
            TextArea(
                "words", label: "What was done, and what should happen next",
                hint: "Write it to the person: they and the jobcentre read it", in: state)
            Checkbox("shown", label: "They have seen it, and what they said was wrong is changed", in: state)
        }
    }

    func read(_ form: FormReader) throws -> HandBack {
        HandBack(
            summary: try form.neededWords(label: "What was done, and what should happen next"),
            seenByPerson: form.ticked("shown"))
    }

    func answers(_ command: HandBack) -> [(String, String)] {
        [("They have seen it", command.seenByPerson ? "Yes" : "Not yet")]
    }

    func maySend(_ command: HandBack) -> Bool { command.seenByPerson }

    func preview(_ command: HandBack) -> Fragment? {
        Fragment {
            if !command.seenByPerson {
                NoticeBox(
                    .attention,
                    "Show them the summary first. Then go back, change what they say is wrong, and tick that they have seen it."
                )
            }
            h2 { "The summary, as they read it" }
            Printed(wish) { pre(.class("letter")) { command.summary.text } }
        }
    }
}

/// Whoever keeps the record reads the summary, and says so.
struct ReadHandBackForm: CaseForm {
    static let name = CaseFormName.readHandBack
    static let title = "Read the hand-back"
    static let button = "I have read it"
    static let said = Said.handBackRead

    let summary: String

    static func load(_ form: CaseFormVisit) async throws -> Self {
        // Described for anybody, it is about nobody's record.
        if form.opened.seen.id == SpecimenCase.id { return ReadHandBackForm(summary: "") }
        guard let handedBack = try form.referral().handedBack else {
            throw Refusal("hand-back.none", "No summary is handed back here, so there is none to read.")
        }
        return ReadHandBackForm(summary: handedBack.summary.value?.text ?? "It was erased.")
    }

    func fields(in state: FormState) -> Fragment { Fragment { blockquote { summary } } }

    func read(_ form: FormReader) throws -> ReadHandBack { ReadHandBack() }
}
