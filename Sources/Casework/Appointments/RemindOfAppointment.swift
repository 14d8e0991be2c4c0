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
