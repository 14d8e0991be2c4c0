public import Kernel

/// How and when somebody said, before an appointment started, that they cannot come, as whoever took it writes down, if
/// need be after the start: it is when they said it that keeps it from being a miss (C05, G-016; decisions, M-009).
public struct SaidAhead: Sendable, Equatable {
    public let how: VoiceTaken.Route
    public let at: Instant

    public init(how: VoiceTaken.Route, at: Instant) {
        self.how = how
        self.at = at
    }

    /// `They rang on 14 June 2012 at 9:00`
    public var written: String {
        let told =
            switch how {
            case .phone: "rang"
            case .letter: "wrote"
            case .inPerson: "told us in person"
            }
        return "They \(told) on \(at.day.written) at \(at.clock)"
    }

    /// - Refuses: a moment to come, one at which it had started, and one before it had the time it has.
    func require(of appointment: Appointment, at now: Instant) throws(Refusal) {
        guard at <= now else {
            throw Refusal("ahead.later", "That moment has not come yet. Check the day and the time.", field: "time")
        }
        let starts = appointment.slot.starts
        guard at < starts else {
            throw Refusal(
                "ahead.begun",
                "It started on \(starts.day.written) at \(starts.clock), so that is not before. Record whether they came, with what they said.",
                rule: "decisions, M-009", field: "time")
        }
        // Given this time on the same day, it may be the earlier time that they spoke of; a clock on the wall has no
        // seconds. A move that left the start as it was gave it no time.
        if let move = appointment.moves.last(where: { $0.from.starts != starts })?.event.recorded {
            guard at.adding(minutes: 1) > move else {
                throw Refusal(
                    "ahead.early",
                    "It was given this time on \(move.day.written) at \(move.clock), after that. Check the day and the time.",
                    field: at.day < move.day ? "on" : "time")
            }
        }
        let booked = appointment.booked.recorded.day
        guard at.day >= booked else {
            throw Refusal(
                "ahead.early", "It was given this time on \(booked.written), after that day. Check the day.",
                field: "on")
        }
    }
}

extension Appointment.MoveRequest {
    /// Why nothing else is asked while this waits: what is left to do with it, which once it has started is no move.
    public func refusal(of appointment: Appointment, at now: Instant) -> Refusal {
        let left =
            appointment.slot.starts <= now
            ? "Cancel it as asked by the customer." : "Move it, or cancel it as asked by the customer."
        return Refusal("ahead.waits", "\(written) to move it, and nobody has answered. \(left)")
    }
}
