import Casework

/// A reason that a rule asks for in some cases only: its field stands on the form once the answers were refused for want
/// of it, and while there is one to be read again.
struct AskedReason: Sendable {
    /// Why a meeting is held in a time that is taken (G-017).
    static let despite = AskedReason(
        name: "despite", label: "Why does it have to be then?",
        hint: "It stays with the appointment, and the customer reads it.")
    /// Why somebody who would rather be seen one to one is put in a group (G-037, G-124).
    static let againstWish = AskedReason(
        name: "against-wish", label: "Why does it have to be in a group?",
        hint: "It stays with the appointment, and the customer reads it.")
    /// Why a course like one that is on the plan is needed again (G-010).
    static let again = AskedReason(
        name: "again", label: "Why is it needed again?", hint: "It stays with the action, and the customer reads it.")

    let name: String
    let label: String
    let hint: String

    func field(in state: FormState) -> Fragment {
        Fragment {
            if state.error(name) != nil || !(state.value(name) ?? "").isEmpty {
                TextArea(name, label: label, hint: hint, rows: 3, in: state)
            }
        }
    }

    func read(_ form: FormReader) -> Words? { form.words(name, label: label) }
}
