public import Kernel

/// The person says that they will be there.
/// - Refuses: an appointment that has started or is over, and one they have confirmed already.
public struct ConfirmAppointment: CaseCommand {
    public let appointment: Identifier<Appointment>

    public init(appointment: Identifier<Appointment>) { self.appointment = appointment }

    public static let act = Act.confirmAppointment
    public var staleness: Staleness { .mustHaveSeen([.appointments]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let open = try file.openToSay(appointment, at: context.now)
        guard open.confirmed == nil else {
            throw Refusal("appointment.confirmed", "You have said already that you will be there. Nothing more to do.")
        }
        return [.appointment(.confirmed(appointment, starts: open.slot.starts))]
    }
}

/// The person asks for another time. Asked before the start, not coming is no miss until somebody has answered (M-009).
/// - Refuses: an appointment that has started or is over, and a second request while one waits.
public struct AskToMove: CaseCommand {
    public let appointment: Identifier<Appointment>
    public let words: Words?

    public init(appointment: Identifier<Appointment>, words: Words?) {
        self.appointment = appointment
        self.words = words
    }

    public static let act = Act.askToMove

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let open = try file.openToSay(appointment, at: context.now)
        guard open.waitingMove == nil else {
            throw Refusal(
                "appointment.move-asked", "You have asked already, and they have been told. They will answer you here.")
        }
        return [.appointment(.moveAsked(appointment, starts: open.slot.starts, Sealed(given: words)))]
    }
}

/// Answers a request for another time when none is to be had, in words the person reads. Moving or cancelling the
/// appointment answers it as well.
/// - Refuses: an appointment that has started or is over, and one nobody asked to move.
public struct KeepAppointment: CaseCommand {
    public let appointment: Identifier<Appointment>
    public let words: Words

    public init(appointment: Identifier<Appointment>, words: Words) {
        self.appointment = appointment
        self.words = words
    }

    public static let act = Act.moveAppointment

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let open = try file.openAppointment(appointment)
        try open.requireNotStarted(context.now, to: "kept")
        guard open.waitingMove != nil else {
            throw Refusal("appointment.no-request", "Nobody has asked to move this appointment, or it is answered.")
        }
        return [.appointment(.moveAnswered(appointment, .open(words)))]
    }
}

extension CaseFile {
    fileprivate func openToSay(
        _ id: Identifier<Appointment>, at now: Instant
    ) throws(Refusal) -> Appointment {
        let open = try appointment(id)
        guard open.outcome == nil, open.slot.starts > now else {
            throw Refusal(
                "appointment.begun",
                "This appointment has started, or is not on any more. Ring the office if you could not come.")
        }
        return open
    }
}
