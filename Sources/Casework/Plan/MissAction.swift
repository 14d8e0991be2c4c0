public import Kernel

/// Records that an action was not done by its day, with why in the words of whoever says so: the person, or an adviser
/// (C07). It is what happened and no doubt of it: nothing follows from it by itself, and what is still to be done is
/// put on the plan with another day.
/// - Refuses: an action that has ended, and one whose day has not come, or to staff, is not over; and to staff, one that
///   somebody objects to and nobody has answered.
public struct MissAction: CaseCommand {
    public let action: Identifier<PlanAction>
    public let why: Words

    public init(action: Identifier<PlanAction>, why: Words) {
        self.action = action
        self.why = why
    }

    public static let act = Act.editPlan
    public var staleness: Staleness { .mustHaveSeen([.plan]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let found = try file.plan(in: context).openAction(action)
        let party = context.actor.planParty
        guard found.isAtItsDay(context.today, for: party) else {
            throw Refusal(
                "plan.missed-early",
                "The day for this is not over, so it is not missed. Change it or drop it if it cannot be done.",
                rule: "C07")
        }
        guard found.canBeMissed(on: context.today, by: party) else {
            throw Refusal("plan.missed-unanswered", "They said this is wrong. Answer that first.", rule: "C07")
        }
        return [.plan(.actionMissed(action, .open(why)))]
    }
}

extension PlanAction {
    /// Whether a side can say that it was not done by its day. The person can say so whatever else they said of it; staff
    /// first answer what was said against it.
    public func canBeMissed(on day: CalendarDay, by party: PlanParty) -> Bool {
        isOpen && isAtItsDay(day, for: party) && (party == .customer || unanswered.isEmpty)
    }

    /// Whether its day has come; for staff, whether it is over (ours).
    fileprivate func isAtItsDay(_ day: CalendarDay, for party: PlanParty) -> Bool {
        terms.due.map { party == .customer ? $0 <= day : $0 < day } ?? false
    }
}
