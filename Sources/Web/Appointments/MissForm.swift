import Casework
import Kernel
import Office

/// Records that the customer did not come, with their reason when they gave one.
struct MissForm: CaseForm {
    static let name = CaseFormName.miss
    static let title = "They did not come"
    static let button = "Record a missed appointment"
    static let said = Said.missed
    static let hasItem = true

    let appointment: Appointment
    let reasons: [ProgrammeReason]
    let today: CalendarDay

    static func load(_ form: CaseFormVisit) async throws -> Self {
        MissForm(
            appointment: try form.appointment(), reasons: form.programme()?.reasons[.missedAppointment] ?? [],
            today: form.visit.today)
    }

    private static let unknown = "unknown"

    var initial: FormFields { FormFields(["reason": MissForm.unknown]) }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            AboutAppointment(appointment: appointment, today: today)
            if let asked = appointment.waitingMove {
                NoticeBox(.attention, title: "They told us before") {
                    "\(asked.written), and nobody has answered, so not coming was no miss. Go back and cancel it as they asked."
                }
            }
            p { "Nothing follows by itself. Talk to them before anything else." }
            Radios(
                "reason", label: "What did they say?",
                [Choice(MissForm.unknown, "Nobody has reached them yet")]
                    + reasons.map {
                        Choice($0.code, $0.text, hint: $0.attitude ? "A way staff have put it; no rule says so." : nil)
                    }, in: state)
            TextArea(
                "words", label: "In their words", hint: "As they said it. They can read this.", rows: 4, optional: true,
                in: state)
        }
    }

    func read(_ form: FormReader) throws -> RecordMiss {
        let reason = form.choice(
            "reason", label: "What did they say?", of: [MissForm.unknown] + reasons.map(\.code))
        return RecordMiss(
            appointment: appointment.id, reason: reason == MissForm.unknown ? nil : reason,
            words: form.words("words", label: "In their words"))
    }
}
