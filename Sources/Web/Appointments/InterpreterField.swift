import Casework
import Kernel
import Office

/// What is said of an interpreter for a meeting: asked about whoever needs one, and of nobody else (G-033).
struct InterpreterField: Sendable {
    private static let label = "An interpreter for this meeting"
    private static let whyLabel = "Why is there none?"

    /// `a Punjabi interpreter`; nil for somebody who needs none.
    private let needed: String?

    init(_ form: CaseFormVisit) { needed = form.opened.seen.needs?.needs.value?.interpreterNamed }

    func field(in state: FormState) -> Fragment {
        Fragment {
            if let needed {
                Radios(
                    "interpreter", label: Self.label, hint: "They need \(needed).",
                    [
                        Choice(MeetingInterpreter.Answer.booked.rawValue, "One is booked for this time"),
                        Choice(MeetingInterpreter.Answer.without.rawValue, "There is none", hint: "Say why below."),
                    ], in: state)
                TextArea(
                    "interpreter-why", label: Self.whyLabel,
                    hint: "Only where there is none. It stays with the appointment, and the customer reads it.",
                    rows: 3, optional: true, in: state)
            }
        }
    }

    func read(_ form: FormReader) -> MeetingInterpreter? {
        let answer: MeetingInterpreter.Answer? = form.optionalChoice("interpreter", label: Self.label)
        let why = form.words("interpreter-why", label: Self.whyLabel)
        return answer.map { MeetingInterpreter($0, why: why) }
    }
}
