import Casework
import Kernel
import Records

/// How far a notice has come on its way, in the words of a customer's page.
enum LetterState {
    /// Handed over or posted by a person, or known to have gone.
    case served
    case waiting(tried: Bool)
    case undelivered
    /// The appointment was cancelled or moved before it went.
    case withheld

    init(
        _ given: Appointment.Notice, of appointment: Appointment,
        among letters: [Identifier<Event<CaseFile>>: OutboxState]
    ) {
        if appointment.undelivered[given.event.id] != nil {
            self = .undelivered
        } else {
            switch letters[given.event.id]?.stage {
            case .waiting: self = .waiting(tried: letters[given.event.id]?.reason != nil)
            case .withheld: self = .withheld
            case .failed: self = .undelivered
            case .sent, nil: self = .served
            }
        }
    }

    /// `served on 9 August 2012 by e-mail`, after *Notice* or *Invitation*.
    func words(_ given: Appointment.Notice) -> String {
        let route = given.notice.route.title.inSentence
        return switch self {
        case .served: "served on \(given.notice.served.written), \(route)"
        case .waiting(tried: false): "on its way by e-mail"
        case .waiting(tried: true): "not sent by e-mail yet: the mail server did not take it, and is tried again"
        case .undelivered: "of \(given.event.day.written) not delivered by e-mail"
        case .withheld: "of \(given.event.day.written) not sent, as the appointment had changed"
        }
    }
}

extension Appointment {
    /// The last notice or reminder of this appointment.
    var lastTold: (event: EventStamp, isNotice: Bool)? {
        let told = notices.map { (event: $0.event, isNotice: true) } + reminders.map { (event: $0, isNotice: false) }
        return told.max { $0.event.sequence < $1.event.sequence }
    }
}
