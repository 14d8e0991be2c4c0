public import Casework
public import Kernel

/// One appointment in an adviser's diary.
public struct DiaryRow: Sendable, Equatable {
    public let appointment: Identifier<Appointment>
    public let subject: Identifier<CaseFile>
    /// Nil once the person's details have been erased.
    public let given: String?
    public let family: String?
    public let adviser: Identifier<Person>
    public let office: Identifier<Organisation>
    public let starts: Instant
    public let ends: Instant
    public let purpose: AppointmentPurpose
    public let mode: ContactMode
    public let state: AppointmentState
    /// The day on which a notice that names this time was served; nil when none does.
    public let noticeServed: CalendarDay?

    public var name: String? { given.flatMap { given in family.map { "\(given) \($0)" } } }
}

extension DiaryRow {
    static func values(of appointments: [Appointment], _ subject: Identifier<CaseFile>) -> [[SQLValue]] {
        appointments.map { appointment in
            let notice = appointment.servedNotices.last { $0.notice.names == appointment.slot.starts }
            return [
                .text(of: appointment.id), .text(of: subject), .text(of: appointment.adviser),
                .text(of: appointment.office), .text(of: appointment.slot.starts), .text(of: appointment.slot.ends),
                .text(appointment.purpose.rawValue), .text(appointment.slot.mode.rawValue),
                .text(appointment.state.rawValue), .text(of: notice?.notice.served),
            ]
        }
    }

    init(_ row: any Row) throws {
        guard let purpose = AppointmentPurpose(rawValue: try row.text(6)),
            let mode = ContactMode(rawValue: try row.text(7)), let state = AppointmentState(rawValue: try row.text(8))
        else { throw RecordsFault.fault("The diary has an appointment this program does not know.") }
        appointment = try Identifier(row.text(0))
        subject = try Identifier(row.text(1))
        adviser = try Identifier(row.text(2))
        office = try Identifier(row.text(3))
        starts = try Instant(row.text(4))
        ends = try Instant(row.text(5))
        self.purpose = purpose
        self.mode = mode
        self.state = state
        noticeServed = try row.optionalText(9).map { try CalendarDay($0) }
        given = try row.optionalText(10)
        family = try row.optionalText(11)
    }
}

extension ProjectedTable {
    static let diary = ProjectedTable(
        "diary", key: "appointment",
        columns: [
            "appointment", "subject", "adviser", "office", "starts", "ends", "purpose", "mode", "state",
            "notice_served",
        ])
}
