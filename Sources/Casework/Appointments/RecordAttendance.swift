public import Kernel

/// Records that the person came, on time or late, and how long it took. The first attended contact after acknowledgement
/// attaches them to the programme (M-004): the clock of the allotted time starts on that day.
/// - Refuses: an appointment that has not begun or is over, or lengths that cannot be right.
public struct RecordAttendance: CaseCommand {
    public let appointment: Identifier<Appointment>
    public let attendance: Attendance

    public init(appointment: Identifier<Appointment>, attendance: Attendance) {
        self.appointment = appointment
        self.attendance = attendance
    }

    public static let act = Act.recordAttendance
    public var staleness: Staleness { .mustHaveSeen([.appointments]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let open = try file.openAppointment(appointment)
        guard open.slot.starts <= context.now.adding(minutes: 60) else {
            throw Refusal(
                "attendance.early",
                "This appointment has not happened yet: it is on \(open.slot.day.written). Record it on the day, or move it."
            )
        }
        guard (1...480).contains(attendance.minutes) else {
            throw Refusal("attendance.minutes", "Say how long it took, from 1 minute to 8 hours.", field: "minutes")
        }
        guard (0...240).contains(attendance.late) else {
            throw Refusal(
                "attendance.late", "Say how many minutes late, from 0 to 240. Later than that is a missed appointment.",
                field: "late")
        }
        var facts: [Fact] = [.appointment(.attended(appointment, attendance))]
        if let referral = file.referral, referral.isAttached(byMeetingAt: open.slot.starts),
            file.customer?.keepers.contains(context.actor.organisation) != true
        {
            let programme = try context.programme(referral.programme)
            let day = open.slot.day
            if let allotted = programme.allottedTime?.value {
                facts.append(.referral(.attached(referral.id, on: day, until: allotted.lastDay(attached: day))))
            }
        }
        return facts
    }
}
