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

/// The person asks for another time, or says that they cannot come. Asked before the start, not coming is no miss until
/// somebody has answered (M-009). Whoever they rang writes that down, after the start too (C05, G-016).
/// - Refuses: an appointment that has started, unless staff write down what was said before, one that is over, a second
///   request while one waits, staff who do not say how and when they were told, and what `SaidAhead` refuses.
public struct AskToMove: CaseCommand {
    public let appointment: Identifier<Appointment>
    public let words: Words?
    /// How and when they said so, where staff write it down.
    public let taken: SaidAhead?

    public init(appointment: Identifier<Appointment>, words: Words?, taken: SaidAhead? = nil) {
        self.appointment = appointment
        self.words = words
        self.taken = taken
    }

    public static let act = Act.askToMove
    public var staleness: Staleness { .mustHaveSeen([.appointments]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        guard (taken == nil) == [.customer, .supporter].contains(context.actor.role) else {
            throw Refusal("ahead.how", "Say how they told you, on what day and at what time.", field: "how")
        }
        let open: Appointment
        if let taken {
            open = try file.openAppointment(appointment)
            try taken.require(of: open, at: context.now)
            if let waiting = open.waitingMove {
                throw waiting.refusal(of: open, at: context.now)
            }
        } else {
            open = try file.openToSay(appointment, at: context.now)
            guard open.waitingMove == nil else {
                throw Refusal(
                    "appointment.move-asked",
                    "You have asked already, and they have been told. They will answer you here.")
            }
        }
        return [.appointment(.moveAsked(appointment, starts: open.slot.starts, taken: taken, Sealed(given: words)))]
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
