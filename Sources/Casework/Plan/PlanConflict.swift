public import Kernel

/// Something in the plan that cannot well be done as it stands. It is pointed out, and never refused: people decide.
public struct PlanConflict: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// An appointment falls in a time that is taken.
        case appointment
        /// Something is due on a day that is taken whole.
        case dueDay
        /// Something is required while a barrier that comes first is open (G-020).
        case order
    }

    public let kind: Kind
    public let day: CalendarDay?
    public let appointment: Identifier<Appointment>?
    public let action: Identifier<PlanAction>?
    public let sentence: String
}

extension Plan {
    /// What in the plan and the appointments gets in each other's way from a day on.
    public func conflicts(with appointments: [Appointment], from day: CalendarDay) -> [PlanConflict] {
        var found: [PlanConflict] = []
        for open in appointments where open.outcome == nil && open.slot.day >= day {
            for taken in commitments where taken.takes(open.slot) {
                found.append(
                    PlanConflict(
                        kind: .appointment, day: open.slot.day, appointment: open.id, action: nil,
                        sentence:
                            "\(open.purpose.title) on \(open.slot.day.written) at \(open.slot.starts.clock) falls in "
                            + "a time that is taken: \(taken.times.kind.title.inSentence), \(taken.times.written)."
                    ))
            }
        }
        return found + actionConflicts(from: day)
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
                        kind: .dueDay, day: due, appointment: nil, action: action.id,
                        sentence: "An action is due on \(due.written), when most of the day is taken: "
                            + "\(taken.times.kind.title.inSentence), \(taken.times.written)."))
            }
            if action.terms.mandatory, !first.isEmpty, !first.contains(where: { $0.id == action.terms.barrier }) {
                found.append(
                    PlanConflict(
                        kind: .order, day: action.terms.due, appointment: nil, action: action.id,
                        sentence: "An action is required while something that comes first is still in the way. "
                            + "Help with that before, or say why this cannot wait."))
            }
        }
        return found
    }
}

extension Commitment {
    func takes(_ slot: Slot) -> Bool {
        guard runs(on: slot.day), slot.day.weekday == times.weekday else { return false }
        let london = slot.starts.london
        let start = london.hour * 60 + london.minute
        return start < times.until && times.from < start + slot.minutes
    }

    /// Six hours or more of one day.
    func takesMost(of day: CalendarDay) -> Bool {
        runs(on: day) && day.weekday == times.weekday && times.until - times.from >= 360
    }
}
