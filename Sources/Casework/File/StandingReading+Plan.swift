import Kernel

extension StandingReading {
    /// What the plan asks for: a review, an answer, and what was to be done.
    var planDues: [Due] {
        guard let plan else { return [] }
        var dues: [Due] = []
        if let next = plan.nextReview(stream: planStream, rules.planReviews), rules.planReviews.isSaid(next, on: day) {
            let late = next < day
            dues.append(
                Due(
                    .planReview, next, overdue: late, act: .reviewPlan,
                    late
                        ? "The plan was to be gone through by \(next.written). Go through it together."
                        : "Go through the plan together by \(next.written)."))
        }
        // One line for many: the plan itself shows which.
        let open = plan.openActions
        let overdue = open.filter { $0.terms.due.map { $0 < day } ?? false && $0.state != .objected }
        if let oldest = overdue.compactMap(\.terms.due).min() {
            let what = overdue.count == 1 ? "An action was" : "\(overdue.count) actions were"
            dues.append(
                Due(
                    .actionOverdue, oldest, overdue: true, act: .editPlan,
                    "\(what) due by \(oldest.written)\(overdue.count == 1 ? "" : " or later") and not recorded as done. "
                        + "Ask how it went, and change what cannot be done."))
        }
        return dues + answersDue(open)
    }

    private func answersDue(_ open: [PlanAction]) -> [Due] {
        let objected = open.filter { $0.state == .objected }
        let waiting = open.filter { $0.state == .proposed }
        var dues: [Due] = []
        if let first = objected.compactMap({ $0.objections.first?.event.recorded.day }).min() {
            dues.append(
                Due(
                    .answerProposal, first, act: .editPlan,
                    objected.count == 1
                        ? "An action has been objected to since \(first.written). Change it, drop it, or say why it stands."
                        : "\(objected.count) actions have been objected to, the first on \(first.written). Change or drop them."
                ))
        }
        if let first = waiting.map(\.stands.recorded.day).min() {
            dues.append(
                Due(
                    .answerProposal, first, act: .answerPlan,
                    waiting.count == 1
                        ? "An action waits for an answer since \(first.written)."
                        : "\(waiting.count) actions wait for an answer, the first since \(first.written)."))
        }
        return dues
    }
}
