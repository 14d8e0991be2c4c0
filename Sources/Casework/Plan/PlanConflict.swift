public import Kernel

/// Something in the plan that cannot well be done as it stands. It is pointed out, and never refused: people decide.
public struct PlanConflict: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// An appointment falls in a time that is taken.
        case appointment
        /// Something is due on a day that is taken whole.
        case dueDay = "due-day"
        /// Two times that are taken share some of it, such as a course and caring hours (G-011).
        case times
        /// Something is required while a barrier that comes first is open (G-020).
        case order
        /// A course begins with nothing known of what its trainer plans it by (G-103).
        case results
    }

    public let kind: Kind
    public let day: CalendarDay?
    public let appointment: Identifier<Appointment>?
    public let action: Identifier<PlanAction>?
    /// The time that it gets in the way of; nil where it is a matter of order or of results.
    public let taken: CommitmentTimes?
    /// The other of two times that are taken.
    public let other: CommitmentTimes?
    public let sentence: String

    init(
        _ kind: Kind, _ day: CalendarDay?, taken: CommitmentTimes? = nil, other: CommitmentTimes? = nil,
        appointment: Identifier<Appointment>? = nil, action: Identifier<PlanAction>? = nil, _ sentence: String
    ) {
        self.kind = kind
        self.day = day
        self.appointment = appointment
        self.action = action
        self.taken = taken
        self.other = other
        self.sentence = sentence
    }
}

extension Plan {
    /// What in the plan and the appointments gets in each other's way from a day on.
    public func conflicts(with appointments: [Appointment], from day: CalendarDay) -> [PlanConflict] {
        var found: [PlanConflict] = []
        for open in appointments where open.outcome == nil && open.slot.day >= day {
            found += conflicts(of: open.slot, for: open.purpose, appointment: open.id)
        }
        return found + timeConflicts(from: day) + actionConflicts(from: day)
    }

    /// The times that are taken in which a meeting would fall, said before it is booked or moved (G-017).
    public func conflicts(
        of slot: Slot, for purpose: AppointmentPurpose, appointment: Identifier<Appointment>? = nil
    ) -> [PlanConflict] {
        commitments.filter { $0.takes(slot) }.map { taken in
            PlanConflict(
                .appointment, slot.day, taken: taken.times, appointment: appointment,
                "\(purpose.title) on \(slot.day.written) at \(slot.starts.clock) falls in "
                    + "a time that is taken: \(taken.times.inSentence).")
        }
    }

    /// The times of other kinds that a new one would share, said before it is put on the plan: whether a course fits
    /// round caring hours (G-011, J-002).
    public func conflicts(of times: CommitmentTimes, from day: CalendarDay) -> [PlanConflict] {
        commitments.compactMap { held in
            held.times.sharedDay(with: times, last: held.last, from: day).map { shared in
                PlanConflict.between(held.times, times, on: shared)
            }
        }
    }

    /// The times that are still taken on a day or after it.
    public func commitments(from day: CalendarDay) -> [Commitment] {
        commitments.filter { held in
            held.last.map { $0 >= day } ?? true && held.times.runs.until.map { $0 >= day } ?? true
        }
    }

    private func timeConflicts(from day: CalendarDay) -> [PlanConflict] {
        var found: [PlanConflict] = []
        for (place, one) in commitments.enumerated() {
            for other in commitments.dropFirst(place + 1) {
                let lasts = [one.last, other.last].compactMap { $0 }
                if let shared = one.times.sharedDay(with: other.times, last: lasts.min(), from: day) {
                    found.append(.between(one.times, other.times, on: shared))
                }
            }
        }
        return found
    }

    private func actionConflicts(from day: CalendarDay) -> [PlanConflict] {
        var found: [PlanConflict] = []
        let first = openBarriers.filter(\.named.first)
        for action in openActions where action.terms.owner == .customer {
            if let due = action.terms.due, due >= day,
                let taken = commitments.first(where: { $0.takesMost(of: due) })
            {
                found.append(
                    PlanConflict(
                        .dueDay, due, taken: taken.times, action: action.id,
                        "An action is due on \(due.written), when most of the day is taken: "
                            + "\(taken.times.inSentence)."))
            }
            if action.terms.mandatory, !first.isEmpty, !first.contains(where: { $0.id == action.terms.barrier }) {
                found.append(
                    PlanConflict(
                        .order, action.terms.due, action: action.id,
                        "An action is required while something that comes first is still in the way. "
                            + "Help with that before, or change the action: offer it as a choice, or say that it "
                            + "helps with that."))
            }
        }
        return found
    }
}

extension PlanConflict {
    fileprivate static func between(
        _ one: CommitmentTimes, _ other: CommitmentTimes, on day: CalendarDay
    ) -> PlanConflict {
        PlanConflict(
            .times, day, taken: one, other: other,
            "Two times that are taken share some of it, first on \(day.written): \(one.inSentence), and "
                + "\(other.inSentence).")
    }
}

extension Commitment {
    func takes(_ slot: Slot) -> Bool {
        guard falls(on: slot.day) else { return false }
        let london = slot.starts.london
        let start = london.hour * 60 + london.minute
        return start < times.until && times.from < start + slot.minutes
    }

    /// Six hours or more of one day.
    func takesMost(of day: CalendarDay) -> Bool { falls(on: day) && times.until - times.from >= 360 }
}

extension CommitmentTimes {
    /// `a course, Tuesdays, 9:00 to 16:00`
    public var inSentence: String { "\(kind.title.inSentence), \(written)" }

    /// The first day, from another on, on which both are held and share some of the clock; nil for two of one kind,
    /// since caring for two people at once is no conflict.
    /// - Parameter end: the last day of either, when it ended before it was to.
    func sharedDay(with other: CommitmentTimes, last end: CalendarDay?, from day: CalendarDay) -> CalendarDay? {
        guard kind != other.kind, weekday == other.weekday, from < other.until, other.from < until else { return nil }
        let start = [day, runs.from, other.runs.from].compactMap { $0 }.max() ?? day
        // Whatever their weeks, they come together within four weeks or never do.
        return (0..<28).lazy.map { start.adding(days: $0) }.first { one in
            falls(on: one) && other.falls(on: one) && runs.contains(one) && other.runs.contains(one)
                && end.map { one <= $0 } ?? true
        }
    }
}
