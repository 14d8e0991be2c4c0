import Casework
import Kernel
import Office

/// Whoever has a person asks the sender for what the referral came without, or says that it is enough.
struct AskDetailsForm: CaseForm {
    static let name = CaseFormName.askDetails
    static let title = "Ask for what is missing"
    static let button = "Record this"
    static let said = Said.detailsAsked

    let missing: [ReferralItem]
    let isAsked: Bool

    static func load(_ form: CaseFormVisit) async throws -> Self {
        AskDetailsForm(
            missing: form.opened.seen.completeness?.missing ?? [],
            isAsked: try form.referral().details.asked != nil)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { missing.isEmpty ? "Nothing is missing that the sender could add." : "Missing: \(missing.written)." }
            Radios(
                "answer", label: "What do you need?",
                (isAsked ? [] : [Choice("ask", "Ask the sender for it", hint: "They see it on their list")])
                    + [Choice("enough", "What came is enough to begin")], in: state)
            if !isAsked { TextArea("words", label: "What you need most", optional: true, in: state) }
        }
    }

    func read(_ form: FormReader) throws -> AskForDetails {
        let isEnough = form.choice("answer", label: "What do you need?", of: ["ask", "enough"]) == "enough"
        return AskForDetails(isEnough: isEnough, words: try form.words(label: "What you need most"))
    }
}

/// The sender answers what a provider asked for.
struct AnswerDetailsForm: CaseForm {
    static let name = CaseFormName.answerDetails
    static let title = "Answer what the referral came without"
    static let button = "Send this answer"
    static let said = Said.detailsAnswered

    let asked: String
    let words: String?
    let waiting: MissingItems

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let seen = form.opened.seen
        // Described for anybody, it is about nobody's record.
        if seen.id == SpecimenCase.id {
            return AnswerDetailsForm(
                asked: "", words: nil, waiting: MissingItems(items: [], subject: seen.id, programme: nil))
        }
        let referral = try form.referral()
        guard let asked = referral.details.asked else {
            throw Refusal("details.none", "The provider has asked nothing about this referral that is not answered.")
        }
        return AnswerDetailsForm(
            asked: "The provider asked on \(asked.event.recorded.day.written) for what the referral came without.",
            words: asked.words.value?.text,
            waiting: MissingItems(
                items: referral.details.waiting(seen.completeness), subject: seen.id, programme: referral.programme))
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { asked }
            if let words { blockquote { words } }
            if !waiting.items.isEmpty {
                p {
                    "Record what you can where it belongs: the provider reads it there, and nothing else is to be sent."
                }
                waiting
            }
            TextArea(
                "words", label: "What else you know", hint: "Or that it is not known. The provider reads this",
                in: state)
        }
    }

    func read(_ form: FormReader) throws -> AnswerDetails {
        AnswerDetails(words: try form.neededWords(label: "What else you know"))
    }
}
