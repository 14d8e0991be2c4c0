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
                Member(
                    "against-wish", .text, optional: true,
                    "Why it is in a group, where they would rather be seen one to one."
                ) { $0.words($0.part.againstWish) },
                Member("state", .coded(AppointmentState.self)) { .string($0.state.rawValue) },
                Member(
                    "move-asked", Shape<Told<Appointment.MoveRequest>>.moveAsked.type, optional: true,
                    "That they asked for another time, and nobody has answered: not coming is no miss."
                ) { told in
                    told.waitingMove.map { Shape<Told<Appointment.MoveRequest>>.moveAsked.json(told.with($0)) }
                },
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
                    "first-told", Shape<Told<Appointment.FirstTold>>.firstTold.type, optional: true,
                    "What a first meeting told, where that is on record."
                ) { told in
                    told.firstTold.map { Shape<Told<Appointment.FirstTold>>.firstTold.json(told.with($0)) }
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

extension Shape where Value == Told<Appointment.MoveRequest> {
    fileprivate static var moveAsked: Shape {
        Shape(
            "MoveAsked",
            [
                .event("event") { $0.event },
                Member(
                    "how", .coded(VoiceTaken.Route.self), optional: true,
                    "How they said so, where staff wrote it down for them."
                ) { $0.taken.map { .string($0.how.rawValue) } },
                Member("at", .moment, optional: true, "When they said so, where staff wrote it down.") {
                    $0.taken.map { .text($0.at) }
                },
                Member("words", .text, optional: true) { $0.words($0.part.words) },
            ])
    }
}

extension Shape where Value == Told<Appointment.FirstTold> {
    fileprivate static var firstTold: Shape {
        Shape(
            "FirstMeeting",
            [
                .event("event") { $0.event },
                Member("told", .list(.text), "By the service's codes.") { .array($0.list.told.map { .string($0) }) },
                Member("left", .list(.text), "What of the list was not told.") {
                    .array($0.list.left.map { .string($0) })
                },
                Member("signed", .flag, "Whether the person signed the list.") { .bool($0.list.signed) },
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
                Member(
                    "company", .coded(MeetingCompany.With.self), optional: true,
                    "Who was with them, where that is said; not told to them or to a supporter."
                ) { .text(of: $0.company.value?.with?.rawValue) },
                Member(
                    "time-alone", .coded(MeetingCompany.TimeAlone.self), optional: true,
                    "Whether they were offered time alone, where that is said; told as `company` is."
                ) { .text(of: $0.company.value?.timeAlone?.rawValue) },
            ])
    }
}
