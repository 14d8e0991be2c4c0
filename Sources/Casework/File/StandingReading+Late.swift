import Kernel

extension StandingReading {
    /// What of the plan is past its day, by whose it is: a line for each who promised it, to that side, and one for what the
    /// person does or nobody took on (G-013). One line for many: the plan itself shows which.
    func lateDues(_ open: [PlanAction]) -> [Due] {
        let late = open.filter { $0.isLate(on: day) }
        var promised: [(owner: PlanOwner, days: [CalendarDay])] = []
        for action in late {
            guard let owner = action.latePromise(on: day), let due = action.terms.due else { continue }
            if let found = promised.firstIndex(where: { $0.owner == owner }) {
                promised[found].days.append(due)
            } else {
                promised.append((owner, [due]))
            }
        }
        let others = late.filter { $0.latePromise(on: day) == nil }.compactMap(\.terms.due)
        return promised.map { latePromise(of: $0.owner, $0.days) } + [lateStep(others)].compactMap(\.self)
    }

    private func lateStep(_ days: [CalendarDay]) -> Due? {
        guard let oldest = days.min() else { return nil }
        let what = days.count == 1 ? "An action was" : "\(days.count) actions were"
        return Due(
            .actionOverdue, oldest, overdue: true, act: .editPlan,
            "\(what) due by \(oldest.written)\(days.count == 1 ? "" : " or later") and not recorded as done. "
                + "Ask how it went, and change what cannot be done.")
    }

    /// It falls to the side whose it is, or to whoever edits the plan where that side reads it no longer.
    private func latePromise(of owner: PlanOwner, _ days: [CalendarDay]) -> Due {
        let oldest = days.min() ?? day
        let what = days.count == 1 ? "an action" : "\(days.count) actions"
        let by = "by \(oldest.written)\(days.count == 1 ? "" : " or later"), not recorded as done."
        let isReaders =
            switch owner {
            case .customer: false
            case .adviser(let person, _): person == reader
            case .organisation(let doer): doer == organisation
            }
        let sentence =
            switch owner {
            case .adviser where isReaders:
                "You promised \(what) \(by) Do it, or agree another day with the customer."
            case .organisation where isReaders:
                "Your organisation promised \(what) \(by) See that it is done, or agree another day with the customer."
            case .adviser: "An adviser promised \(what) \(by) Ask how it stands."
            case .organisation, .customer: "Another organisation promised \(what) \(by) Ask how it stands."
            }
        let doer = owner.organisation.flatMap { planReaders?.contains($0) == false ? nil : $0 }
        return Due(
            .actionOverdue, oldest, overdue: true, act: .editPlan, organisation: doer,
            owner: isReaders ? nil : owner, sentence)
    }
}
