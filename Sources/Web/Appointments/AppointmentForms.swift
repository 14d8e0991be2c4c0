import Casework
import Hummingbird
import Kernel
import Office

extension CaseForms {
    /// What is done about appointments.
    static let appointments: [any CaseForm.Type] = [
        BookAppointmentForm.self, NoticeForm.self, ReminderForm.self, AttendanceForm.self, FirstMeetingForm.self,
        MoveAppointmentForm.self, CancelAppointmentForm.self, SaidAheadForm.self, MissForm.self,
        WithdrawOutcomeForm.self,
    ]
}

extension CaseFormVisit {
    /// The appointment that the address names.
    /// - Parameter open: whether a form about it makes sense only while it has no outcome. What is sent is let through all
    ///   the same, so that a form sent twice gets the answer it got first.
    func appointment(open: Bool = true) throws -> Appointment {
        let id: Identifier<Appointment> = try item()
        guard let found = opened.seen.appointments.first(where: { $0.id == id }) else { throw HTTPError(.notFound) }
        guard !open || found.outcome == nil || visit.request.method != .get else {
            throw Refusal(
                "appointment.over",
                "\(found.purpose.title) on \(found.slot.day.written) is over: it is recorded as \(found.state.rawValue). Go back to the customer's page."
            )
        }
        return found
    }
}

extension Appointment {
    /// `First appointment, Thu 30 Aug 2012 at 9:30am, face to face`
    var line: String {
        "\(purpose.title), \(WrittenDay.short(slot.day)) at \(WrittenMoment.clock(slot.starts)), \(slot.mode.title.lowercased())"
    }
}

/// Which appointment a form is about, above its fields.
struct AboutAppointment: Component {
    let appointment: Appointment
    let today: CalendarDay

    var body: some HTML {
        p {
            strong { appointment.purpose.title }
            ", \(WrittenMoment.clock(appointment.slot.starts)), "
            WrittenDay(appointment.slot.day, today: today)
            ", \(appointment.slot.mode.title.lowercased()), \(appointment.slot.minutes) minutes."
        }
    }
}

extension AskedBy {
    var title: String {
        switch self {
        case .customer: "The customer"
        case .provider: "The provider"
        case .jobcentre: "The jobcentre"
        }
    }

    static var choices: [Choice] { allCases.map { Choice($0.rawValue, $0.title) } }
}

extension [ChangeReason] {
    var choices: [Choice] { map { Choice($0.code, $0.text) } }
}

extension FormReader {
    func changeReason(_ reasons: [ChangeReason]) -> String {
        choice("reason", label: "Why?", of: reasons.map(\.code))
    }

    /// Words a person wrote; nil when there are none.
    func words(_ name: String, label: String) -> Words? {
        optionalText(name, label: label, max: 4000, lines: true).map { Words($0) }
    }
}
