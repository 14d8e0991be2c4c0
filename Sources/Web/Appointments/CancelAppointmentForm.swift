import Casework
import Kernel
import Office

/// Cancels an appointment before it starts.
struct CancelAppointmentForm: CaseForm {
    static let name = CaseFormName.cancel
    static let title = "Cancel an appointment"
    static let button = "Cancel this appointment"
    /// Not “Cancel” beside “Cancel this appointment”.
    static let back = "Keep it as it is"
    static let said = Said.cancelled
    static let hasItem = true

    let appointment: Appointment
    let today: CalendarDay
    let reasons: [ChangeReason]

    static func load(_ form: CaseFormVisit) async throws -> Self {
        CancelAppointmentForm(
            appointment: try form.appointment(), today: form.visit.today,
            reasons: form.opened.rules.appointmentChanges)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            AboutAppointment(appointment: appointment, today: today)
            p { "A cancelled appointment is not a missed one." }
            Radios("asked", label: "Who asked?", inLine: true, AskedBy.choices, in: state)
            Select("reason", label: "Why?", reasons.choices, in: state)
            TextArea("words", label: "In their words", rows: 3, optional: true, in: state)
        }
    }

    func read(_ form: FormReader) throws -> CancelAppointment {
        CancelAppointment(
            appointment: appointment.id, asked: form.choice("asked", label: "Who asked?", of: AskedBy.self),
            reason: form.changeReason(reasons), words: form.words("words", label: "In their words"))
    }
}
