public import Kernel

/// Why something sent did not reach the customer.
public enum NotDelivered: String, Sendable, CaseIterable {
    /// The mail server refused the address, or a letter to it, once and for all.
    case refused
    /// It was tried as often as it is tried, and no server took it.
    case noAnswer = "no-answer"
    /// There was no address with agreement any longer when it was to go.
    case noAddress = "no-address"
    /// It led to their own page, and they have none any longer, or nobody can say where it is.
    case noPage = "no-page"
    /// The appointment had started before it could go.
    case late

    /// `the mail server refused an e-mail to this address`, inside a sentence.
    public var words: String {
        switch self {
        case .refused: "the mail server refused an e-mail to this address"
        case .noAnswer: "the mail server could not be reached, or did not take it, each time it was tried"
        case .noAddress: "they no longer have an e-mail address that they agreed to"
        case .noPage: "they have no page of their own any longer, where they would read it"
        case .late: "the appointment had started before it could go"
        }
    }
}

/// Records that a notice or a reminder did not reach the customer. A notice that did not is not a notice served: it asks
/// to be sent another way, and nothing may follow from it (design §1.4).
/// - Refuses: when no notice or reminder of the appointment was recorded by the event, or this is on record already.
public struct RecordUndelivered: CaseCommand {
    public let appointment: Identifier<Appointment>
    public let told: Identifier<Event<CaseFile>>
    public let reason: NotDelivered

    public init(
        appointment: Identifier<Appointment>, told: Identifier<Event<CaseFile>>, reason: NotDelivered
    ) {
        self.appointment = appointment
        self.told = told
        self.reason = reason
    }

    public static let act = Act.recordUndelivered

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        guard let found = file.appointments.first(where: { $0.id == appointment }),
            found.notices.contains(where: { $0.event.id == told }) || found.reminders.contains(where: { $0.id == told })
        else {
            throw Refusal("undelivered.none", "Nothing was sent about this appointment that could have gone astray.")
        }
        guard found.undelivered[told] == nil else {
            throw Refusal("undelivered.twice", "It is on record already that this did not reach the customer.")
        }
        // What the mail server says is about the address as much as about the letter.
        let sent = (found.notices.map(\.event) + found.reminders).first { $0.id == told }?.sequence ?? 0
        return [Fact.appointment(.undelivered(appointment, told, reason))]
            + file.bounced(reason, told: told, sent: sent, on: context.today)
    }
}
