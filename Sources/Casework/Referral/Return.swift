public import Kernel

extension Referral {
    /// A new claim inside the allotted time: the same provider has the person again, for the time that remains (D-032).
    public struct Return: Sendable, Equatable {
        public let event: EventStamp
        /// The day of the new claim.
        public let on: CalendarDay
    }

    /// The return by which whoever has the person has them again; nil where there was none, and where another took them on
    /// since.
    public var returnToHolder: Return? {
        holdings.last.flatMap { holding in returns.last { $0.event.sequence > holding.event.sequence } }
    }

    /// The last return, where nobody has been in touch with the person since it was recorded. What is a contact is the
    /// same as at first (`FirstContact`); what was only recorded later, of a day before the new claim, is none.
    public func unmetReturn(_ appointments: [Appointment]) -> Return? {
        guard exit == nil, let back = returns.last else { return nil }
        let reached = chain.contacts.contains {
            $0.attempt.counts && $0.event.sequence > back.event.sequence && back.on <= $0.attempt.on
        }
        let met = appointments.contains { meeting in
            guard meeting.purpose != .interview else { return false }
            let served = meeting.servedNotices.contains { $0.event.sequence > back.event.sequence }
            let came =
                meeting.attendance != nil && back.on <= meeting.slot.day
                && meeting.outcome.map { $0.event.sequence > back.event.sequence } ?? false
            return served || came
        }
        return reached || met ? nil : back
    }

    /// How much of the allotted time is left on a day, the day and the last one included: `19 months`, `12 days`. nil
    /// before attachment, and when it is over.
    public func timeLeft(on day: CalendarDay) -> String? {
        guard let after = attachment?.until.adding(days: 1), day < after else { return nil }
        let months = day.months(until: after)
        let (count, unit) = months > 0 ? (months, "month") : (day.days(until: after), "day")
        return "\(count) \(unit)\(count == 1 ? "" : "s")"
    }
}

extension ChainRecord {
    /// Whether the person was told who has them after an event, by what did not go astray.
    func isTold(since event: EventStamp) -> Bool {
        told.contains { $0.event.sequence > event.sequence && $0.failed == nil }
    }
}
