import Casework
import Kernel
import Office

/// Takes back an attendance or a miss that was recorded by mistake.
struct WithdrawOutcomeForm: CaseForm {
    static let name = CaseFormName.withdrawOutcome
    static let title = "Withdraw what was recorded"
    static let button = "Withdraw this record"
    static let said = Said.withdrawn
    static let hasItem = true

    let appointment: Appointment
    let today: CalendarDay

    static func load(_ form: CaseFormVisit) async throws -> Self {
        WithdrawOutcomeForm(appointment: try form.appointment(open: false), today: form.visit.today)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            AboutAppointment(appointment: appointment, today: today)
            p {
                "It is recorded as \(appointment.state.rawValue). Once withdrawn it is open again; the mistake and its "
                "correction are both kept."
            }
            TextArea("why", label: "What was wrong?", rows: 3, in: state)
        }
    }

    func read(_ form: FormReader) throws -> WithdrawOutcome {
        WithdrawOutcome(
            appointment: appointment.id, why: Words(form.text("why", label: "What was wrong?", max: 4000, lines: true)))
    }
}
