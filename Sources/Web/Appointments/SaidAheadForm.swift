import Casework
import Kernel
import Office

/// Writes down that the customer told somebody before the appointment that they cannot come, after its start too (G-016).
struct SaidAheadForm: CaseForm {
    static let name = CaseFormName.saidAhead
    static let title = "They told us before that they cannot come"
    static let button = "Record that they told us"
    static let said = Said.toldAhead
    static let hasItem = true

    private static let how = "How did they tell you?"
    private static let day = "On what day?"
    private static let time = "At what time?"
    private static let theirs = "In their words"

    let appointment: Appointment
    let today: CalendarDay

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let appointment = try form.appointment()
        // What was sent is refused by the rule, with what was typed.
        if let waiting = appointment.waitingMove, !form.isSent {
            throw waiting.refusal(of: appointment, at: form.visit.now)
        }
        return SaidAheadForm(appointment: appointment, today: form.visit.today)
    }

    var initial: FormFields {
        FormFields([
            "how": VoiceTaken.Route.phone.rawValue, "on-day": "\(today.day)", "on-month": "\(today.month)",
            "on-year": "\(today.year)",
        ])
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            AboutAppointment(appointment: appointment, today: today)
            p { "Whoever tells us before it starts misses nothing. You can write it down afterwards too." }
            Radios("how", label: Self.how, VoiceTaken.Route.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            DayField("on", label: Self.day, in: state)
            TextField("time", label: Self.time, hint: "For example, 9:30 or 14:00", characters: 5, in: state)
            TextArea(
                "words", label: Self.theirs, hint: "As they said it. They can read this.", rows: 3, optional: true,
                in: state)
        }
    }

    func read(_ form: FormReader) throws -> AskToMove {
        let how: VoiceTaken.Route = form.choice("how", label: Self.how)
        let on = form.day("on", label: Self.day, in: today.adding(days: -366)...today)
        let time = form.parsed("time", label: Self.time) { text throws(Refusal) in try ClockTime(text) }
        let words = form.words("words", label: Self.theirs)
        let clock = try form.need(time)
        return AskToMove(
            appointment: appointment.id, words: words,
            taken: SaidAhead(how: how, at: Instant(london: on, hour: clock.hour, minute: clock.minute)))
    }
}
