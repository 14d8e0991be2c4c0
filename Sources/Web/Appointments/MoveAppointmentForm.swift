import Casework
import Kernel
import Office

/// Moves an appointment to another time, before it starts.
struct MoveAppointmentForm: CaseForm {
    static let name = CaseFormName.move
    static let title = "Move an appointment"
    static let button = "Move this appointment"
    static let said = Said.moved
    static let hasItem = true

    let appointment: Appointment
    let today: CalendarDay
    let reasons: [ChangeReason]
    let taken: TakenTimes
    let wish: MeetingWish
    let interpreter: InterpreterField

    static func load(_ form: CaseFormVisit) async throws -> Self {
        MoveAppointmentForm(
            appointment: try form.appointment(), today: form.visit.today,
            reasons: form.opened.rules.appointmentChanges, taken: TakenTimes(form.opened),
            wish: MeetingWish(form), interpreter: InterpreterField(form))
    }

    var initial: FormFields {
        let (day, hour, minute) = appointment.slot.starts.london
        let (year, month, date) = day.parts
        return FormFields([
            "day-day": "\(date)", "day-month": "\(month)", "day-year": "\(year)",
            "time": "\(hour):\(minute < 10 ? "0" : "")\(minute)", "minutes": "\(appointment.slot.minutes)",
            "mode": appointment.slot.mode.rawValue,
            // Why they meet in a group does not change with the time.
            AskedReason.againstWish.name: appointment.againstWish.value?.text ?? "",
        ])
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            AboutAppointment(appointment: appointment, today: today)
            if !appointment.notices.isEmpty {
                NoticeBox(.plain, "A notice of this time has gone. Once it is moved, send a new one.")
            }
            DayField("day", label: "New day", in: state)
            TakenNote(taken: taken)
            wish
            TextField("time", label: "New time", hint: "For example, 9:30 or 14:00", characters: 5, in: state)
            TextField("minutes", label: "Minutes", kind: .wholeNumber, characters: 3, in: state)
            Radios(
                "mode", label: "How will you meet?", inLine: true,
                ContactMode.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            AskedReason.againstWish.field(in: state)
            AskedReason.despite.field(in: state)
            interpreter.field(in: state)
            Radios("asked", label: "Who asked?", inLine: true, AskedBy.choices, in: state)
            Select("reason", label: "Why?", reasons.choices, in: state)
        }
    }

    func read(_ form: FormReader) throws -> MoveAppointment {
        let slot = form.slot()
        let asked = form.choice("asked", label: "Who asked?", of: AskedBy.self)
        let reason = form.changeReason(reasons)
        let despite = AskedReason.despite.read(form)
        let interpreter = self.interpreter.read(form)
        let againstWish = AskedReason.againstWish.read(form)
        return MoveAppointment(
            appointment: appointment.id, slot: try form.need(slot), asked: asked, reason: reason, despite: despite,
            interpreter: interpreter, againstWish: againstWish)
    }
}
