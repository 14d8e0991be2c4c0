import Kernel

extension Plan {
    /// Those who are to do something that is open, each once, and are not among those who can see the plan: a consent
    /// ended, and for what is theirs everybody would wait for good (K-007).
    func doers(notAmong readers: [Identifier<Organisation>]) -> [Identifier<Organisation>] {
        let doers = Set(openActions.compactMap(\.terms.owner.organisation))
        return doers.subtracting(readers).sorted()
    }
}

extension StandingReading {
    /// What is for somebody to do who cannot see the plan. A line for each of them: the plan shows which.
    func unseenDues(_ open: [PlanAction]) -> [Due] {
        unseenDoers.compactMap { doer -> Due? in
            let count = open.count { $0.terms.owner.organisation == doer }
            guard count > 0 else { return nil }
            return Due(
                .unseenDoer, day, act: .editPlan,
                count == 1
                    ? "An organisation that cannot see this plan has an action on it. Give it to somebody else, or drop it."
                    : "An organisation that cannot see this plan has \(count) actions on it. Give each to somebody else, or drop it."
            )
        }
    }

    /// Whether nothing but the answer of those who cannot see the plan is waited for.
    func waitsForUnseen(_ action: PlanAction) -> Bool {
        let waiting = action.waitingFor
        return !waiting.isEmpty
            && waiting.allSatisfy { party in party.organisation.map(unseenDoers.contains) ?? false }
    }
}
