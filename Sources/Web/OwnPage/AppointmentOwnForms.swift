import Casework
import Kernel
import Office

extension OwnAppointmentWords {
    /// `Tuesday 14 August 2012, 10:30am, with Ben Okoro at Stepping Stone Trust.`
    static func said(_ appointment: Appointment, names: Names) -> String {
        line(
            appointment.slot.day.saidFirst, appointment.slot.starts.saidClock, names.person(appointment.adviser),
            names.organisation(appointment.office))
    }

    /// `It is your first meeting. It takes about 20 minutes, face to face.`
    static func what(_ appointment: Appointment) -> String {
        let sentence: OwnAppointmentWords =
            switch appointment.purpose {
            case .first: .first
            case .review: .review
            case .interview: .interview
            case .inWork: .inWork
            }
        let mode: OwnAppointmentWords =
            switch appointment.slot.mode {
            case .faceToFace: .faceToFace
            case .phone: .phone
            case .video: .video
            case .group: .group
            }
        return sentence(length(appointment.slot.minutes), mode())
    }

    /// `You rang on 14 June 2012 at 9am, before the meeting.`
    static func said(_ taken: SaidAhead) -> String {
        let sentence: OwnAppointmentWords =
            switch taken.how {
            case .phone: .rang
            case .letter: .wrote
            case .inPerson: .toldInPerson
            }
        return sentence(taken.at.day, taken.at.saidClock)
    }

    private static func length(_ count: Int) -> String {
        switch count {
        case 50...70: hour()
        case 80...100: hourAndHalf()
        case 101...130: twoHours()
        case 131...: hours(count / 60)
        default: minutes(count)
        }
    }
}

/// An appointment that the customer can still say something of.
private func load(_ own: OwnVisit, _ item: String?) throws -> Appointment {
    let id = try Identifier<Appointment>(item ?? "")
    guard let found = own.seen.appointments.first(where: { $0.id == id }), found.outcome == nil,
        found.slot.starts > own.now
    else { throw Refusal("appointment.begun", OwnAppointmentWords.gone()) }
    return found
}

/// Says that they will be there.
struct ConfirmForm: OwnForm {
    static let name = OwnFormName.confirm
    static var title: String { OwnAppointmentWords.confirm() }
    static var button: String { OwnAppointmentWords.confirm() }
    static let said = Said.meConfirmed
    static let hasItem = true

    let appointment: Appointment
    let names: Names

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        ConfirmForm(appointment: try Web.load(own, item), names: own.names)
    }
    func fields(in state: FormState) -> Fragment {
        Fragment { p { OwnAppointmentWords.said(appointment, names: names) } }
    }
    func read(_ form: FormReader) throws -> ConfirmAppointment { ConfirmAppointment(appointment: appointment.id) }
}

/// Asks for another time.
struct AskToMoveForm: OwnForm {
    static let name = OwnFormName.move
    static var title: String { OwnAppointmentWords.moveTitle() }
    static var button: String { OwnAppointmentWords.moveButton() }
    static let said = Said.meAskedToMove
    static let hasItem = true

    let appointment: Appointment
    let names: Names
    /// The times it falls in that are kept free.
    let clashes: [CommitmentTimes]
    let keptFree: String?

    static func load(_ own: OwnVisit, item: String?) async throws -> Self {
        let appointment = try Web.load(own, item)
        let conflicts = own.seen.plan?.conflicts(of: appointment.slot, for: appointment.purpose) ?? []
        return AskToMoveForm(
            appointment: appointment, names: own.names, clashes: conflicts.compactMap(\.taken),
            keptFree: own.keptFree)
    }
    func fields(in state: FormState) -> Fragment {
        Fragment {
            p { OwnAppointmentWords.said(appointment, names: names) }
            ForEach(clashes) { one in p { OwnAppointmentWords.clash(PlanSheetWords.said(one)) } }
            p { OwnAppointmentWords.noMoneyLost() }
            if let keptFree { p { OwnAppointmentWords.weKnow(keptFree) } }
            TextArea(
                "words", label: OwnAppointmentWords.when(), hint: OwnAppointmentWords.whenHint(), rows: 4,
                optional: true,
                in: state)
        }
    }
    func read(_ form: FormReader) throws -> AskToMove {
        AskToMove(appointment: appointment.id, words: form.words("words", label: OwnAppointmentWords.when()))
    }
}
