import Casework
import Kernel

extension Shape where Value == Told<Appointment> {
    static var appointment: Shape {
        Shape(
            "Appointment",
            [
                Member("id", .reference) { .text($0.id) },
                Member("booked", Shape<Told<EventStamp>>.event.type) {
                    Shape<Told<EventStamp>>.event.json($0.with($0.booked))
                },
                Member("purpose", .coded(AppointmentPurpose.self)) { .string($0.purpose.rawValue) },
                Member("adviser", .named) { $0.person($0.adviser) },
                Member("office", .named) { $0.organisation($0.office) },
                Member("starts", .moment) { .text($0.slot.starts) },
                Member("minutes", .whole) { .int($0.slot.minutes) },
                Member("mode", .coded(ContactMode.self)) { .string($0.slot.mode.rawValue) },
                Member("despite", .text, optional: true, "Why it is in a time that is taken, where it falls in one.") {
                    $0.words($0.part.despite)
                },
                Member(
                    "interpreter", .coded(MeetingInterpreter.Answer.self), optional: true,
                    "What was said of an interpreter for it, where they need one."
                ) { .text(of: $0.part.interpreter.value?.answer.rawValue) },
                Member("without-interpreter", .text, optional: true, "Why there is none.") {
                    .text(of: $0.part.interpreter.value?.why?.text)
                },
                Member("state", .coded(AppointmentState.self)) { .string($0.state.rawValue) },
                Member("notices", .list(Shape<Told<Appointment.Notice>>.notice.type)) { $0.json($0.notices, .notice) },
                Member("reminded", .list(.moment)) { .array($0.reminders.map { .text($0.recorded) }) },
                Member("attendance", Shape<Attendance>.attendance.type, optional: true) {
                    $0.attendance.map(Shape<Attendance>.attendance.json)
                },
                Member(
                    "outcome", Shape<Told<EventStamp>>.event.type, optional: true,
                    "The event that recorded what came of it."
                ) {
                    told in told.outcome.map { Shape<Told<EventStamp>>.event.json(told.with($0.event)) }
                },
                Member(
                    "miss-reason", .text, optional: true, "The code of the reason they gave, when they did not come."
                ) {
                    if case .missed(_, let reason, _) = $0.outcome { .text(of: reason) } else { nil }
                },
            ])
    }
}

extension Shape where Value == Told<Appointment.Notice> {
    fileprivate static var notice: Shape {
        Shape(
            "Notice",
            [
                Member("digest", .text, "SHA-256 of the exact text.") { .string($0.notice.digest) },
                Member("route", .coded(NoticeRoute.self)) { .string($0.notice.route.rawValue) },
                Member("served", .day) { .text($0.notice.served) },
                Member("mandatory", .flag) { .bool($0.notice.mandatory) },
                Member("names", .moment, "The start it names; out of date once the appointment is moved.") {
                    .text($0.notice.names)
                },
            ])
    }
}

extension Shape where Value == Attendance {
    fileprivate static var attendance: Shape {
        Shape(
            "Attendance",
            [
                Member("mode", .coded(ContactMode.self)) { .string($0.mode.rawValue) },
                Member("minutes", .whole) { .int($0.minutes) },
                Member("late", .whole, "Minutes late.") { .int($0.late) },
            ])
    }
}
