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
        let open = plan.openActions
        dues += lateDues(open)
        return dues + noticeDues(open) + answersDue(open) + unseenDues(open) + overwrittenDues(open)
    }

    /// An action that is set as required is so once its notice is served, which is in time for its day (C07, D-062). One
    /// line for those that can still be served in time and one for those that cannot: the plan itself shows which. Nothing
    /// is said where nothing can be required, nor of an action whose day is over.
    private func noticeDues(_ open: [PlanAction]) -> [Due] {
        let days = open.filter(\.lacksNotice).compactMap(\.terms.due).filter { $0 >= day }
        guard !days.isEmpty, let referral else { return [] }
        do throws(Refusal) {
            _ = try RequiredActions.duties(
                of: referral, explained: interview, joining: joining, knownOff: knownOff, on: day,
                programmes: programmes)
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
        let waiting = open.filter { $0.state == .proposed && !waitsForUnseen($0) }
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

    /// What the person and the adviser see differently, from the day on which they are to come back to it (G-019), and
    /// what is private of it at the meetings before (G-108). One line for many: the page of their views shows which.
    var revisitDues: [Due] {
        let raised = privateAtMeeting
        let due = rated.filter { one in one.differ && !(raised?.barriers.contains(one.barrier) ?? false) }
            .compactMap(\.revisit).filter { $0 <= day }
        return [raised?.due, due.min().map(revisit)].compactMap(\.self)
    }

    private func revisit(_ first: CalendarDay) -> Due {
        Due(
            .revisitBarriers, first, overdue: first < day, act: .rateBarriers,
            "What the customer and their adviser see differently was to be looked at again on \(first.written). "
                + "Talk it through, and say how each sees it now.")
    }

    /// What is heard in private alone and seen differently is raised again at each of the next two meetings with the
    /// reader's organisation, on their day. A meeting in a group is none of them (G-108; the day, ours).
    private var privateAtMeeting: (due: Due, barriers: [String])? {
        let differing = rated.filter { $0.category.needsPrivacy && $0.differ }
        let meetings = appointments.filter { one in
            one.slot.mode != .group && (one.outcome == nil || one.attendance != nil)
                && (organisation.map { one.office == $0 } ?? true)
        }.sorted { ($0.slot.starts, $0.id) < ($1.slot.starts, $1.id) }
        guard let today = meetings.first(where: { $0.outcome == nil && $0.slot.day == day }) else { return nil }
        let raised = differing.filter { one in
            guard let since = one.since else { return false }
            return meetings.filter { $0.slot.starts > since }.prefix(2).contains { $0.id == today.id }
        }
        guard !raised.isEmpty else { return nil }
        let due = Due(
            .revisitBarriers, day, act: .rateBarriers, appointment: today.id,
            "Something private is seen differently. At the meeting today at \(today.slot.starts.clock), where nobody "
                + "else hears, ask whether they want to talk of it, and say how each sees it now.")
        return (due, raised.map(\.barrier))
    }
}
