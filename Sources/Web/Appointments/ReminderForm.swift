import Casework
import Kernel
import Office

/// Sends a reminder of a booked appointment.
struct ReminderForm: CaseForm {
    static let name = CaseFormName.remind
    static let title = "Send a reminder"
    static let button = "Send this reminder"
    static let said = Said.reminded
    static let hasItem = true

    let appointment: Appointment
    let today: CalendarDay

    static func load(_ form: CaseFormVisit) async throws -> Self {
        ReminderForm(appointment: try form.appointment(), today: form.visit.today)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            AboutAppointment(appointment: appointment, today: today)
            if let last = appointment.reminders.last {
                p {
                    "The last reminder went "
                    WrittenDay(last.recorded.day, today: today)
                    "."
                }
            } else {
                p { "No reminder has gone yet. One can go each day." }
            }
        }
    }

    func read(_ form: FormReader) throws -> RemindOfAppointment { RemindOfAppointment(appointment: appointment.id) }
}
