import Kernel

extension StandingReading {
    /// What the plan asks for: a review, an answer, and what was to be done.
    var planDues: [Due] {
        guard let plan else { return [] }
        var dues: [Due] = []
        let restreamed = plan.isOfAnotherStream(than: planStream)
        if let next = plan.nextReview(stream: planStream, rules.planReviews),
            restreamed || rules.planReviews.isSaid(next, on: day)
        {
            let late = next < day
            dues.append(
                Due(
                    .planReview, next, overdue: late, act: .reviewPlan,
                    (restreamed ? "The customer’s stream has changed since the plan was gone through. " : "")
                        + (late
                            ? "The plan was to be gone through by \(next.written). Go through it together."
                            : "Go through the plan together by \(next.written).")))
        }
        // One line for many: the plan itself shows which.
        let open = plan.openActions
        let overdue = open.filter { $0.isLate(on: day) }
        if let oldest = overdue.compactMap(\.terms.due).min() {
            let what = overdue.count == 1 ? "An action was" : "\(overdue.count) actions were"
            dues.append(
                Due(
                    .actionOverdue, oldest, overdue: true, act: .editPlan,
                    "\(what) due by \(oldest.written)\(overdue.count == 1 ? "" : " or later") and not recorded as done. "
                        + "Ask how it went, and change what cannot be done."))
        }
        return dues + noticeDues(open) + answersDue(open) + overwrittenDues(open)
    }

    /// An action that is set as required is so once its notice is served, which is in time for its day (C07, D-062). One
    /// line for those that can still be served in time and one for those that cannot: the plan itself shows which. Nothing
    /// is said where nothing can be required, nor of an action whose day is over.
    private func noticeDues(_ open: [PlanAction]) -> [Due] {
        let days = open.filter(\.lacksNotice).compactMap(\.terms.due).filter { $0 >= day }
        guard !days.isEmpty, let referral else { return [] }
        do throws(Refusal) {
            _ = try RequiredActions.duties(
                of: referral, explained: interview, joining: joining, on: day, programmes: programmes)
        } catch { return [] }
        let waiting = days.map { due in
            (due: due, last: RequiredActions.lastServiceDay(for: referral, before: due, programmes: programmes))
        }
        return [waiting.filter { $0.last < day }, waiting.filter { $0.last >= day }].compactMap { those in
            guard let (due, last) = those.min(by: { $0.last < $1.last }) else { return nil }
            let late = last < day
            return Due(
                .serveRequired, last, overdue: late, act: .mandateAction,
                late
                    ? "An action for \(due.written) was set as required and no notice of it was served in time, so it is a choice. Give it a later day and serve the notice, or change it to a choice."
                    : "An action for \(due.written) is required only once a notice of it is served. Serve it by \(last.written)."
            )
        }
    }

    /// What the reader wrote on the plan last and a colleague has changed since, so that whoever was first of two learns
    /// of it (G-005). One line for many: the plan itself shows what each was.
    private func overwrittenDues(_ open: [PlanAction]) -> [Due] {
        guard let reader, organisation != nil else { return [] }
        let made = open.compactMap { $0.overwritten(reader)?.event.recorded.day }
            .filter { rules.planReviews.isTold($0, on: day) }
        guard let last = made.max() else { return [] }
        return [
            Due(
                .actionOverwritten, last, act: .editPlan,
                made.count == 1
                    ? "Somebody else changed an action that you wrote, on \(last.written). The plan shows what it was."
                    : "Others changed \(made.count) actions that you wrote, the last on \(last.written). The plan shows what each was."
            )
        ]
    }

    private func answersDue(_ open: [PlanAction]) -> [Due] {
        let objected = open.filter { !$0.unanswered.isEmpty }
        let waiting = open.filter { $0.state == .proposed }
        var dues: [Due] = []
        if let first = objected.flatMap(\.unanswered).map(\.event.recorded.day).min() {
            dues.append(
                Due(
                    .answerProposal, first, act: .editPlan,
                    objected.count == 1
                        ? "An action has been objected to since \(first.written). Change it, drop it, or say why it stands."
                        : "\(objected.count) actions have been objected to, the first on \(first.written). Change each, drop it, or say why it stands."
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

    /// What the person and the adviser see differently, from the day on which they are to come back to it (G-019). One
    /// line for many: the page of their views shows which.
    var revisitDues: [Due] {
        let due = rated.filter(\.differ).compactMap(\.revisit).filter { $0 <= day }
        guard let first = due.min() else { return [] }
        return [
            Due(
                .revisitBarriers, first, overdue: first < day, act: .rateBarriers,
                "What the customer and their adviser see differently was to be looked at again on \(first.written). "
                    + "Talk it through, and say how each sees it now.")
        ]
    }
}
