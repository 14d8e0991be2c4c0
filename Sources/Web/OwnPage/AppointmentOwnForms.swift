import Casework
import Kernel
import Office

/// What the forms about an appointment say.
enum OwnAppointmentWords {
    static let confirmTitle = "I’ll be there"
    static let confirmButton = "I’ll be there"
    static let moveTitle = "I need to move it"
    static let moveButton = "Ask for another time"
    static let noMoneyLost = "You do not lose money if you tell us before that you cannot come."
    static let when = "Which days and times are good for you?"
    static let whenHint = "You can also say why, if you like."
    static let gone = "This appointment has started, or is not on any more. Ring the office if you could not come."

    /// `Tuesday 14 August 2012, 10:30am, with Ben Okoro at Stepping Stone Trust.`
    static func line(_ appointment: Appointment, names: Names) -> String {
        "\(WrittenDay.full(appointment.slot.day)), \(WrittenMoment.clock(appointment.slot.starts)), with "
            + "\(names.person(appointment.adviser)) at \(names.organisation(appointment.office))."
    }

    /// `It is about 20 minutes, face to face.`
    static func what(_ appointment: Appointment) -> String {
        let purpose =
            switch appointment.purpose {
            case .first: "It is your first meeting"
            case .review: "It is a talk about how things are going"
            case .interview: "It is a talk about work"
            case .inWork: "It is a talk about your job"
            }
        let mode =
            switch appointment.slot.mode {
            case .faceToFace: "face to face"
            case .phone: "on the phone: they ring you"
            case .video: "on a video call"
            case .group: "in a group"
            }
        return "\(purpose). It takes \(length(appointment.slot.minutes)), \(mode)."
    }

    private static func length(_ minutes: Int) -> String {
        switch minutes {
        case 50...70: "about an hour"
        case 80...100: "about an hour and a half"
        case 101...130: "about two hours"
        case 131...: "about \(minutes / 60) hours"
        default: "about \(minutes) minutes"
        }
    }
}

/// An appointment that the customer can still say something of.
private func load(_ own: OwnVisit, _ item: String?) throws -> Appointment {
    let id = try Identifier<Appointment>(item ?? "")
    guard let found = own.seen.appointments.first(where: { $0.id == id }), found.outcome == nil,
        found.slot.starts > own.now
    else { throw Refusal("appointment.begun", OwnAppointmentWords.gone) }
    return found
}

/// Says that they will be there.
struct ConfirmForm: OwnForm {
    static let name = OwnFormName.confirm
    static let title = OwnAppointmentWords.confirmTitle
    static let button = OwnAppointmentWords.confirmButton
    static let said = Said.meConfirmed
    static let hasItem = true

    let appointment: Appointment
    let names: Names

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        ConfirmForm(appointment: try Web.load(own, item), names: own.names)
    }
    func fields(in state: FormState) -> Fragment {
        Fragment { p { OwnAppointmentWords.line(appointment, names: names) } }
    }
    func read(_ form: FormReader) throws -> ConfirmAppointment { ConfirmAppointment(appointment: appointment.id) }
}

/// Asks for another time.
struct AskToMoveForm: OwnForm {
    static let name = OwnFormName.move
    static let title = OwnAppointmentWords.moveTitle
    static let button = OwnAppointmentWords.moveButton
    static let said = Said.meAskedToMove
    static let hasItem = true

    let appointment: Appointment
    let names: Names

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        AskToMoveForm(appointment: try Web.load(own, item), names: own.names)
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { OwnAppointmentWords.line(appointment, names: names) }
            p { OwnAppointmentWords.noMoneyLost }
            TextArea(
                "words", label: OwnAppointmentWords.when, hint: OwnAppointmentWords.whenHint, rows: 4, optional: true,
                in: state)
        }
    }
    func read(_ form: FormReader) throws -> AskToMove {
        AskToMove(appointment: appointment.id, words: form.words("words", label: OwnAppointmentWords.when))
    }
}
