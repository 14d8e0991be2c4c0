public import Kernel

/// Books a meeting with the adviser (C05). The slot is guarded: an adviser has one customer at a time, groups excepted.
/// - Refuses: a time that has passed, a day that is no working day, a slot the adviser is busy in, a first appointment
///   before the referral is acknowledged or while another is open, a second booking in the same time for the same
///   person, a time that is taken in the plan with no reason why all the same, a group for somebody who would rather be
///   seen one to one with no reason either, an adviser who does not offer what they need, a place that is no office, or
///   somebody who needs an interpreter while none is booked and nobody says why.
public struct BookAppointment: CaseCommand {
    public let purpose: AppointmentPurpose
    public let adviser: Identifier<Person>
    public let office: Identifier<Organisation>
    public let slot: Slot
    /// Why in a time that is taken; not kept where it falls in none.
    public let despite: Words?
    /// Not kept of somebody who needs none.
    public let interpreter: MeetingInterpreter?
    /// Why in a group all the same; not kept where that is not against their wish.
    public let againstWish: Words?

    public init(
        purpose: AppointmentPurpose, adviser: Identifier<Person>, office: Identifier<Organisation>, slot: Slot,
        despite: Words? = nil, interpreter: MeetingInterpreter? = nil, againstWish: Words? = nil
    ) {
        self.purpose = purpose
        self.adviser = adviser
        self.office = office
        self.slot = slot
        self.despite = despite
        self.interpreter = interpreter
        self.againstWish = againstWish
    }

    public static let act = Act.bookAppointment

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.registered()
        if context.actor.role != .adviser && context.actor.role != .teamManager {
            let referral = try file.currentReferral()
            guard referral.acknowledged != nil else {
                throw Refusal(
                    "appointment.before-acknowledgement",
                    "Acknowledge the referral first; then book the first appointment.",
                    rule: "C05")
            }
        }
        if purpose == .first, let open = file.openFirstAppointment {
            throw Refusal(
                "appointment.first-open",
                "A first appointment is already booked, for \(open.slot.day.written). Move that one, or book a review.",
                rule: "C05", field: "purpose")
        }
        try slot.require(freeOf: file.appointments, except: nil, in: context, nation: file.referral?.nation)
        try file.requireSuitable(slot.mode, field: "adviser", in: context)
        let booking = AppointmentFact.Booking(
            purpose: purpose, adviser: adviser, office: office, slot: slot,
            despite: try file.reason(despite, toHold: purpose, at: slot, in: context),
            interpreter: try file.requireInterpreter(interpreter),
            againstWish: try file.reason(againstWish, toMeet: slot.mode, in: context))
        return [.appointment(.booked(Identifier(context.command), booking))]
    }
}

extension Slot {
    /// - Refuses: a time that has passed, a day on which offices are shut, the adviser's or the person's own clash.
    func require(
        freeOf appointments: [Appointment], except moved: Identifier<Appointment>?, in context: Context, nation: Nation?
    ) throws(Refusal) {
        guard starts > context.now else {
            throw Refusal("slot.past", "That time has passed. Choose a time from now on.", field: "day")
        }
        guard day <= context.today.adding(months: 6) else {
            throw Refusal(
                "slot.far", "That is more than six months away. Choose a nearer day.", rule: "ours", field: "day")
        }
        guard WorkingDays(nation ?? .england).isWorkingDay(day) else {
            let holiday = WorkingDays(nation ?? .england).bankHoliday(on: day)
            throw Refusal(
                "slot.closed", "\(day.written) is \(holiday ?? "a \(day.weekday.name)"). Choose a working day.",
                rule: "ours", field: "day")
        }
        if let clash = appointments.first(where: { $0.id != moved && $0.outcome == nil && $0.slot.overlaps(self) }) {
            let time = clash.slot.starts.london
            throw Refusal(
                "slot.customer-busy",
                "This customer already has an appointment at \(time.hour):\(time.minute < 10 ? "0" : "")\(time.minute) that day. Move that one, or choose another time.",
                rule: "G-017", field: "time")
        }
        guard !context.surroundings.slotTaken else {
            throw Refusal(
                "slot.adviser-busy", "The adviser has another appointment at that time. Choose another time.",
                field: "time")
        }
    }
}

extension CaseFile {
    /// Why a meeting is held in a time that is taken, as far as the actor reads the plan; none where it falls in no such
    /// time (G-017).
    /// - Refuses: such a time while no reason is given.
    func reason(
        _ words: Words?, toHold purpose: AppointmentPurpose, at slot: Slot, in context: Context
    ) throws(Refusal) -> Sealed<Words> {
        let sight = sight(in: context)
        guard sight.sees(.plan) else { return .shut }
        let clashes = plan.seen(through: sight).conflicts(of: slot, for: purpose).map(\.sentence)
        guard !clashes.isEmpty else { return .shut }
        guard let words else {
            throw Refusal(
                "slot.taken",
                "\(clashes.joined(separator: " ")) Choose another time, or say why it has to be then. The customer reads what you say.",
                rule: "G-017", field: "despite")
        }
        return .open(words)
    }

    /// The first appointment of the referral that stands, while nothing has come of it yet.
    fileprivate var openFirstAppointment: Appointment? {
        let since = referral?.made.sequence ?? 0
        return appointments.first { $0.purpose == .first && $0.outcome == nil && $0.booked.sequence > since }
    }

    /// An appointment by its id.
    /// - Refuses: when this person has none of that id.
    public func appointment(_ id: Identifier<Appointment>) throws(Refusal) -> Appointment {
        guard let found = appointments.last(where: { $0.id == id }) else {
            throw Refusal(
                "appointment.none", "This customer has no such appointment. Go back to their record and choose one.")
        }
        return found
    }

    /// An appointment that has not been attended, missed or cancelled.
    /// - Refuses: one whose outcome is recorded; the sentence says which.
    public func openAppointment(_ id: Identifier<Appointment>) throws(Refusal) -> Appointment {
        let found = try appointment(id)
        guard found.outcome == nil else {
            throw Refusal(
                "appointment.closed",
                "This appointment is already recorded as \(found.state.rawValue). If that is a mistake, withdraw that record first."
            )
        }
        return found
    }
}
