import Casework
import Kernel
import Office

/// Records that somebody rang, wrote or sent a text to remind a customer of a booked appointment.
struct ReminderForm: CaseForm {
    static let name = CaseFormName.remind
    static let title = "Record a reminder"
    static let button = "Record that I reminded them"
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
                    "They were last reminded on "
                    WrittenDay(last.recorded.day, today: today)
                    "."
                }
            } else {
                p {
                    "No reminder is on record yet. "
                    "Ring, write or text the customer, then record it here; one counts each day."
                }
            }
        }
    }

    func read(_ form: FormReader) throws -> RemindOfAppointment { RemindOfAppointment(appointment: appointment.id) }
}
