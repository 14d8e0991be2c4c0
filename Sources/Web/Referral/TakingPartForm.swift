import Casework
import Kernel

/// The jobcentre says whether taking part is required or a choice, after something changed.
struct TakingPartForm: CaseForm {
    static let name = CaseFormName.takingPart
    static let title = "Whether taking part is required"
    static let button = "Record this"
    static let said = Said.takingPart

    let now: Basis
    let today: CalendarDay

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let today = form.visit.today
        return TakingPartForm(now: try form.referral().basis(on: today), today: today)
    }

    var initial: FormFields { FormFields(DayField.values("from", today)) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { "Now \(now.plain)." }
            Radios(
                "basis", label: "What holds?",
                [
                    Choice(
                        Basis.voluntary.rawValue, "Taking part is their choice",
                        hint: "What was required of them is a choice at once"),
                    Choice(
                        Basis.mandatory.rawValue, "Taking part is required",
                        hint: "From today, where the programme requires it of their group"),
                ], in: state)
            DayField("from", label: "From which day?", in: state)
            TextArea("words", label: "Why", hint: "The customer and the provider read this", in: state)
        }
    }

    func read(_ form: FormReader) throws -> StateStatus {
        StateStatus(
            basis: form.choice("basis", label: "What holds?"), from: form.day("from", label: "From which day?"),
            words: try form.neededWords(label: "Why"))
    }
}
