import Kernel

extension Telling {
    func told(_ fact: AppointmentFact) -> Told {
        let found = file.appointments.last { $0.id == fact.appointment }
        let title = found?.purpose.title ?? "Appointment"
        let lower = title.inSentence
        let day = found?.slot.day
        switch fact {
        case .booked(_, let booking):
            return Told(
                .sent, "\(booking.purpose.title) booked for \(written(booking.slot))",
                "\(booking.slot.mode.title), with \(names.person(booking.adviser)) at \(names.organisation(booking.office))",
                despite(booking.despite), interpreter(booking.interpreter), againstWish(booking.againstWish))
        case .noticeGiven(_, let notice):
            return Told(
                .sent, "\(notice.mandatory ? "Notice" : "Invitation") of the \(lower) sent",
                "\(notice.route.title), served on \(notice.served.written)")
        case .reminded: return Told(.sent, "Reminder of the \(lower) sent")
        case .undelivered(_, let event, let reason):
            let isNotice = found?.notices.contains { $0.event.id == event } ?? false
            return Told(
                .done, "\(isNotice ? "Notice" : "Reminder") of the \(lower) not delivered",
                reason.words.capitalisedFirst)
        case .moved(_, let slot, let asked, let reason, let despite, let interpreter, let againstWish):
            return Told(
                .sent, "\(title) moved to \(written(slot))",
                "Asked by the \(asked.rawValue): \(tools.rules.text(ofChange: reason))", self.despite(despite),
                self.interpreter(interpreter), self.againstWish(againstWish))
        case .confirmed: return Told(.done, "\(title) confirmed: “I’ll be there”")
        case .moveAsked(_, let starts, let taken, let words):
            return Told(.sent, "Asked to move the \(lower) on \(starts.day.written)", taken?.written, said(words))
        case .moveAnswered(_, let words):
            return Told(.done, "Told that the \(lower) stays on \(day?.written ?? "its day")", said(words))
        case .cancelled(_, let asked, let reason, let words):
            return Told(
                .done, "\(title) on \(day?.written ?? "another day") cancelled",
                "Asked by the \(asked.rawValue): \(tools.rules.text(ofChange: reason))", said(words))
        case .attended(_, let attendance):
            let who = found.map { ", with \(names.person($0.adviser))" } ?? ""
            return Told(
                .done, "\(title) held, \(attendance.minutes) min\(who)",
                attendance.late > 0
                    ? "\(attendance.mode.title), \(attendance.late) min late" : attendance.mode.title,
                on: day)
        case .firstToldOf(_, let list):
            let topics = tools.rules.firstMeeting
            func named(_ codes: [String]) -> String {
                codes.map { code in topics.first { $0.code == code }?.text ?? code }.joined(separator: "; ")
            }
            return Told(
                .done, "Recorded what the first appointment told", named(list.told),
                list.left.isEmpty ? nil : "Not told: \(named(list.left))",
                list.signed ? "Signed by the customer" : "Not signed")
        case .missed(_, let reason, let words):
            return Told(
                .sent, "\(title) missed", reason.map { self.reason($0, .missedAppointment) } ?? "No reason known yet",
                said(words), on: day)
        case .outcomeWithdrawn(_, _, let words):
            return Told(
                .done, "What was recorded of the \(lower) on \(day?.written ?? "another day") withdrawn as a mistake",
                said(words))
        }
    }

    /// Why it is in a time that is taken, for those who read the plan.
    private func despite(_ words: Sealed<Words>) -> String? { shut.contains(.plan) ? nil : said(words) }

    /// Why it is in a group against a wish, for those who read what an assessment holds.
    private func againstWish(_ words: Sealed<Words>) -> String? { shut.contains(.assessment) ? nil : said(words) }

    /// What was said of an interpreter, for those who read how to talk with them.
    private func interpreter(_ said: Sealed<MeetingInterpreter>) -> String? {
        guard opens, !shut.contains(.contact) else { return nil }
        return said.value?.written
    }

    /// `3 July 2012 at 9:30`
    private func written(_ slot: Slot) -> String { "\(slot.day.written) at \(slot.starts.clock)" }
}
