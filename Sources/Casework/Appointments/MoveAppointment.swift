public import Kernel

/// Moves a booked appointment to another time. Moved before its start, it is not a miss (decisions, M-009); a notice that
/// named the earlier time no longer counts.
/// - Refuses: what booking refuses of a time, of an interpreter for it and of a group against a wish, an appointment that has started, and a talk by
///   phone or video that would become a meeting with an adviser who does not offer what it needs.
public struct MoveAppointment: CaseCommand {
    public let appointment: Identifier<Appointment>
    public let slot: Slot
    public let asked: AskedBy
    public let reason: String
    /// Why in a time that is taken; not kept where it falls in none.
    public let despite: Words?
    /// For the new time; not kept of somebody who needs none.
    public let interpreter: MeetingInterpreter?
    /// Why in a group all the same; not kept where that is not against their wish.
    public let againstWish: Words?

    public init(
        appointment: Identifier<Appointment>, slot: Slot, asked: AskedBy, reason: String, despite: Words? = nil,
        interpreter: MeetingInterpreter? = nil, againstWish: Words? = nil
    ) {
        self.appointment = appointment
        self.slot = slot
        self.asked = asked
        self.reason = reason
        self.despite = despite
        self.interpreter = interpreter
        self.againstWish = againstWish
    }

    public static let act = Act.moveAppointment
    public var staleness: Staleness { .mustHaveSeen([.appointments]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let open = try file.openAppointment(appointment)
        try open.requireNotStarted(context.now, to: "moved")
        guard slot != open.slot else {
            throw Refusal(
                "appointment.same-slot", "That is the time it already has, so nothing was changed.", field: "day")
        }
        try slot.require(freeOf: file.appointments, except: appointment, in: context, nation: file.referral?.nation)
        // One that was in a room is no less safe at another time; one that comes into a room has to be looked at.
        if slot.mode.isInPerson, !open.slot.mode.isInPerson {
            try file.requireSuitable(slot.mode, field: "mode", in: context)
        }
        try context.tools.rules.requireChange(reason)
        let despite = try file.reason(self.despite, toHold: open.purpose, at: slot, in: context)
        let interpreter = try file.requireInterpreter(self.interpreter)
        let againstWish = try file.reason(self.againstWish, toMove: open, to: slot.mode, in: context)
        return [
            .appointment(
                .moved(
                    appointment, to: slot, asked: asked, reason: reason, despite: despite, interpreter: interpreter,
                    againstWish: againstWish))
        ]
    }
}

extension Appointment {
    func requireNotStarted(_ now: Instant, to verb: String) throws(Refusal) {
        guard slot.starts > now else {
            throw Refusal(
                "appointment.started",
                "This appointment has started, so it cannot be \(verb). Record whether the person came.",
                rule: "decisions, M-009")
        }
    }
}
