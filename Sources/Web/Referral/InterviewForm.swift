import Casework
import Kernel
import Office

/// Records the referral interview for one programme: what was explained, and what the person agrees to have sent.
struct InterviewForm: CaseForm {
    static let name = CaseFormName.interview
    static let title = "Referral interview"
    static let button = "Record this interview"
    static let said = Said.interview
    /// The programme's id: what is explained is the programme's own list.
    static let hasItem = true

    let programme: Programme

    static func load(_ form: CaseFormVisit) async throws -> Self {
        guard let programme = form.visit.office.programmes[form.item ?? ""] else {
            throw Refusal(
                "programme.unknown", "There is no such programme here. Choose one from the customer's page.")
        }
        return InterviewForm(programme: programme)
    }

    private var asked: [SharedItem] { programme.sharing.filter(\.needsConsent) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "For \(programme.title). \(programme.summary)" }
            Checkboxes(
                "explained", label: "Tick each thing once you have explained it",
                programme.referralInterview.map { Choice($0.id, $0.title, hint: $0.says) }, in: state)
            Checkbox("in-writing", label: "The same was given in writing", in: state)
            if !asked.isEmpty {
                Checkboxes(
                    "agreed", label: "What does the customer agree to have sent?",
                    hint: "Ask about each. What is not ticked is not sent.", optional: true,
                    asked.map { Choice($0.code, $0.title) }, in: state)
            }
            TextArea("words", label: "What the customer said", optional: true, in: state)
        }
    }

    func read(_ form: FormReader) throws -> RecordReferralInterview {
        RecordReferralInterview(
            programme: programme.id,
            explained: form.choices(
                "explained", label: "Tick each thing once you have explained it",
                of: programme.referralInterview.map(\.id)),
            inWriting: form.ticked("in-writing"),
            agreed: form.choices(
                "agreed", label: "What does the customer agree to have sent?", of: asked.map(\.code)),
            words: try form.words(label: "What the customer said"))
    }
}
