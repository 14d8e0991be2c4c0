import Casework
import Kernel
import Office

/// Records that the customer came. The first attendance after acknowledgement attaches them.
struct AttendanceForm: CaseForm {
    static let name = CaseFormName.attend
    static let title = "They came"
    static let button = "Record that they came"
    static let said = Said.attended
    static let hasItem = true

    private static let with = "Who was with them?"
    private static let timeAlone = "Were they offered time alone?"

    let appointment: Appointment
    let today: CalendarDay
    /// What attaching will mean, when this attendance attaches.
    let attaches: String?

    static func load(_ form: CaseFormVisit) async throws -> Self {
        let appointment = try form.appointment()
        let seen = form.opened.seen
        var attaches: String?
        if seen.referral?.isAttached(byMeetingAt: appointment.slot.starts) == true,
            seen.keepers?.contains(form.visit.actor.organisation) != true,
            let allotted = form.programme()?.allottedTime?.value
        {
            attaches =
                "This is the first contact since the referral was acknowledged. It attaches \(form.name) to the programme from "
                + "\(appointment.slot.day.written), for \(allotted.written), and the attachment fee falls due."
        }
        return AttendanceForm(appointment: appointment, today: form.visit.today, attaches: attaches)
    }

    var initial: FormFields {
        FormFields([
            "mode": appointment.slot.mode.rawValue, "minutes": "\(appointment.slot.minutes)", "late": "0",
        ])
    }

    func fields(in state: FormState) -> Fragment {
        Fragment {
            AboutAppointment(appointment: appointment, today: today)
            if let attaches { NoticeBox(.plain, attaches) }
            Radios(
                "mode", label: "How did you meet?", inLine: true,
                ContactMode.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            TextField("minutes", label: "Minutes it took", kind: .wholeNumber, characters: 3, in: state)
            TextField(
                "late", label: "Minutes late", hint: "0 when they were on time. Coming late is coming.",
                kind: .wholeNumber, characters: 3, in: state)
            Radios(
                "company", label: Self.with,
                hint:
                    "It is not shown on their own pages. A copy of their record has it, once somebody has looked through it.",
                optional: true,
                MeetingCompany.With.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
            Radios(
                "time-alone", label: Self.timeAlone, hint: "Where somebody was with them.", optional: true,
                MeetingCompany.TimeAlone.allCases.map { Choice($0.rawValue, $0.title) }, in: state)
        }
    }

    func read(_ form: FormReader) throws -> RecordAttendance {
        let with: MeetingCompany.With? = form.optionalChoice("company", label: Self.with)
        let timeAlone: MeetingCompany.TimeAlone? = form.optionalChoice("time-alone", label: Self.timeAlone)
        return RecordAttendance(
            appointment: appointment.id,
            attendance: Attendance(
                mode: form.choice("mode", label: "How did you meet?", of: ContactMode.self),
                minutes: form.wholeNumber("minutes", label: "Minutes it took", in: 1...480),
                late: form.wholeNumber("late", label: "Minutes late", in: 0...240),
                company: MeetingCompany(with: with, timeAlone: timeAlone).map { .open($0) } ?? .shut))
    }

    /// The attendance that attaches makes a fee due, and cannot be withdrawn.
    func checks(_ command: RecordAttendance?) -> Bool { attaches != nil }

    func answers(_ command: RecordAttendance) -> [(String, String)] {
        [
            ("Appointment", appointment.line),
            ("How you met", command.attendance.mode.title),
            ("Minutes it took", "\(command.attendance.minutes)"),
            ("Minutes late", "\(command.attendance.late)"),
            (Self.with, command.attendance.company.value?.with?.title ?? "Not said"),
            (Self.timeAlone, command.attendance.company.value?.timeAlone?.title ?? "Not said"),
        ]
    }

    func preview(_ command: RecordAttendance) -> Fragment? {
        attaches.map { follows in
            Fragment {
                NoticeBox(
                    .attention,
                    "\(follows) Once recorded, it cannot be withdrawn here. The referral can then no longer be queried."
                )
            }
        }
    }

    func said(_ performed: Performed) -> Said {
        let attached = performed.events.contains {
            if case .referral(.attached) = $0.fact { true } else { false }
        }
        return attached ? .attached : .attended
    }
}
