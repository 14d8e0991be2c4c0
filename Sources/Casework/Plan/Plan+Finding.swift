public import Kernel

extension Plan {
    /// - Refuses: no such action.
    public func action(_ id: Identifier<PlanAction>) throws(Refusal) -> PlanAction {
        guard let found = actions.first(where: { $0.id == id }) else {
            throw Refusal("plan.action-none", "There is no such action in this plan. Choose one from the plan.")
        }
        return found
    }

    /// - Refuses: an action that is done, dropped or joined with another.
    public func openAction(_ id: Identifier<PlanAction>) throws(Refusal) -> PlanAction {
        let found = try action(id)
        guard let end = found.end else { return found }
        throw Refusal(
            "plan.action-ended",
            "This action was recorded as \(found.state.title.inSentence) on \(end.event.recorded.day.written), so it no longer changes. Add a new one if there is more to do."
        )
    }

    /// - Refuses: no such goal, or one that was closed or replaced.
    public func openGoal(_ id: Identifier<PlanGoal>) throws(Refusal) -> PlanGoal {
        guard let found = openGoals.first(where: { $0.id == id }) else {
            throw Refusal(
                "plan.goal-none", "That goal is not one of the plan's goals now. Choose one from the plan.",
                field: "goal")
        }
        return found
    }

    /// - Refuses: no such barrier, or one that is no longer in the way.
    public func openBarrier(_ id: Identifier<PlanBarrier>) throws(Refusal) -> PlanBarrier {
        guard let found = openBarriers.first(where: { $0.id == id }) else {
            throw Refusal(
                "plan.barrier-none", "That is not in the way on this plan now. Choose from the plan.",
                field: "barrier")
        }
        return found
    }
}

extension CaseFile {
    /// - Refuses: when nobody is registered, or the plan is not for the actor to read.
    func plan(in context: Context) throws(Refusal) -> Plan {
        _ = try registered()
        try requireSight(.plan, in: context)
        return plan
    }
}

extension Sealed<Words> {
    /// Words that must be there.
    /// - Refuses: when there are none.
    static func needed(_ words: Words?, _ code: String, _ sentence: String, field: String) throws(Refusal) -> Self {
        guard let words else { throw Refusal(code, sentence, field: field) }
        return .open(words)
    }
}
