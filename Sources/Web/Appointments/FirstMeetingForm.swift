import Casework
import Kernel
import Office

/// Records what a first meeting told (C05).
struct FirstMeetingForm: CaseForm {
    static let name = CaseFormName.firstMeeting
    static let title = "What the first appointment told"
    static let button = "Record what they were told"
    static let said = Said.firstMeeting
    static let hasItem = true

    private static let toldLabel = "What were they told?"

    let appointment: Appointment
    let today: CalendarDay
    let topics: [FirstMeetingTopic]

    static func load(_ form: CaseFormVisit) async throws -> Self {
        FirstMeetingForm(
            appointment: try form.appointment(open: false), today: form.visit.today,
            topics: form.opened.rules.firstMeeting)
    }

    var initial: FormFields {
        guard let list = appointment.firstTold?.list else { return FormFields() }
        var pairs = list.told.map { ("told", $0) }
        if list.signed { pairs.append(("signed", "yes")) }
        return FormFields(pairs)
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            AboutAppointment(appointment: appointment, today: today)
            Checkboxes(
                "told", label: Self.toldLabel,
                hint: "Tick what was told and is clear to them. The customer reads this list on their own page.",
                topics.map { Choice($0.code, $0.text) }, in: state)
            Checkbox("signed", label: "The customer signed the list", in: state)
        }
    }

    func read(_ form: FormReader) throws -> RecordFirstMeeting {
        RecordFirstMeeting(
            appointment: appointment.id,
            told: form.choices("told", label: Self.toldLabel, of: topics.map(\.code), atLeast: 1),
            signed: form.ticked("signed"))
    }
}
