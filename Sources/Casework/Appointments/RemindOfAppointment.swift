public import Kernel

/// Records a reminder of a booked appointment (B-014); once a day at most.
/// - Refuses: an appointment that is over or has started, or a second reminder on one day.
public struct RemindOfAppointment: CaseCommand {
    public let appointment: Identifier<Appointment>

    public init(appointment: Identifier<Appointment>) { self.appointment = appointment }

    public static let act = Act.remind

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let open = try file.openAppointment(appointment)
        guard open.slot.starts > context.now else {
            throw Refusal("reminder.late", "The appointment has already started. Record what happened instead.")
        }
        guard !open.reminders.contains(where: { $0.recorded.day == context.today }) else {
            throw Refusal("reminder.twice", "A reminder of this appointment has gone today already.")
        }
        return [.appointment(.reminded(appointment))]
    }
}

extension Appointment {
    /// The day on which a reminder goes: the working day before (ours; B-014).
    public func reminderDay(in nation: Nation) -> CalendarDay {
        let days = WorkingDays(nation)
        var found = slot.day.adding(days: -1)
        while !days.isWorkingDay(found) { found = found.adding(days: -1) }
        return found
    }
}

extension CaseFile {
    /// The appointments that the daily round reminds of by e-mail, for those who agreed to e-mail: from the reminder's day
    /// until the start, once. Nobody is reminded who was told of the time on that day or later.
    public func emailReminders(at now: Instant) -> [Appointment] {
        guard customer?.agreedEmail != nil else { return [] }
        return appointments.filter { open in
            guard open.outcome == nil, open.slot.starts > now else { return false }
            let day = open.reminderDay(in: referral?.nation ?? .england)
            let told = ([open.booked] + open.moves.map(\.event) + open.reminders).map(\.recorded.day).max()
            return day <= now.day && told.map { $0 < day } ?? true
        }
    }
}
