import Kernel

extension StandingReading {
    /// That there is an assessment and a plan in time, and that no assessment is left half done (C06, C07). Of what the
    /// reader does not see, nothing is said.
    var assessmentDues: [Due] { unassessed + unfinished + unsettled + unasked + unplanned }

    private var unassessed: [Due] {
        guard let assessments, assessments.finished.isEmpty, assessments.unfinished.isEmpty,
            let meeting = meeting(rules.assessing.assessedByMeeting.value), isAsked(meeting)
        else { return [] }
        let late = meeting.isHeld && meeting.day < day
        return [
            Due(
                .assess, meeting.day, overdue: late, act: .assess, organisation: referral?.holder,
                meeting.isHeld
                    ? "They were to be assessed by the meeting on \(meeting.day.written), and no assessment is begun. Begin one."
                    : "No assessment is begun. Begin one by the meeting on \(meeting.day.written).")
        ]
    }

    /// One line for many: the page of assessments shows which. There is as long as ever for one that was begun on paper,
    /// from the day it was recorded (ours).
    private var unfinished: [Due] {
        guard let first = assessments?.unfinished.map(\.begun).min(by: { $0.recorded < $1.recorded }) else { return [] }
        let begun = first.day
        let last = last(rules.assessing.finish.value, after: first.recorded.day)
        let late = last < day
        return [
            Due(
                .finishAssessment, last, overdue: late, act: .assess,
                late
                    ? "An assessment was begun on \(begun.written) and is not finished. It was to be by \(last.written). Go on with it, or withdraw it."
                    : "An assessment was begun on \(begun.written). Finish it by \(last.written).")
        ]
    }

    /// What the answers came to counts once an adviser has taken it up or overruled it; until then the plan is gone through
    /// as that of somebody in no stream.
    private var unsettled: [Due] {
        let waiting = (assessments?.finished ?? []).filter { one in
            one.isToBeSettled(with: instruments)
                && assessments?.finished.last { $0.start.instrument == one.start.instrument }?.id == one.id
        }
        guard let finished = waiting.compactMap(\.finished?.event.recorded.day).min() else { return [] }
        let last = last(rules.assessing.settle.value, after: finished)
        let late = last < day
        return [
            Due(
                .settleAssessment, last, overdue: late, act: .streamCustomer,
                late
                    ? "The assessment finished on \(finished.written) was to be settled by \(last.written). Settle the rating and stream: until then the plan is gone through as for nobody’s stream."
                    : "Settle the rating and stream of the assessment finished on \(finished.written), by \(last.written)."
            )
        ]
    }

    /// A rating that questions put off or private could still change is a good one only once they were asked (G-102). It is
    /// said until a later assessment leaves none open, and not where the reader could ask none of them.
    private var unasked: [Due] {
        guard let assessments, assessments.unfinished.isEmpty, referral.map({ !$0.isOver(on: day) }) ?? true,
            let held = assessments.finished.last(where: { $0.restsOnUnseen || $0.finished?.outcome.rating != nil }),
            held.couldBe != nil, asksMore(held), let finished = held.finished?.event.recorded.day
        else { return [] }
        return [
            Due(
                .assess, finished, act: .assess, organisation: referral?.holder,
                "Some questions were put off or are private, and could change the rating of \(finished.written): ask them where nobody else hears."
            )
        ]
    }

    /// Whether a question that counts was put off or not asked and may be asked by the reader; so too where the questions
    /// are not installed.
    private func asksMore(_ held: Assessment) -> Bool {
        guard let made = held.instrument(among: instruments) else { return true }
        let answers = held.answers
        return made.path(answers) { !shut.contains($0.category) }.reached.contains { question in
            guard question.mostPoints > 0 else { return false }
            return answers[question.id].map { $0 == .putOff } ?? (question.isNeeded || question.isPrivate)
        }
    }

    private var unplanned: [Due] {
        guard let plan, plan.goals.isEmpty, plan.actions.isEmpty,
            let meeting = meeting(rules.assessing.plannedByMeeting.value), isAsked(meeting)
        else { return [] }
        let late = meeting.isHeld && meeting.day < day
        return [
            Due(
                .makePlan, meeting.day, overdue: late, act: .editPlan, organisation: referral?.holder,
                meeting.isHeld
                    ? "There was to be a plan by the meeting on \(meeting.day.written), and nothing is on it. Make it together."
                    : "Nothing is on the plan. Make it together by the meeting on \(meeting.day.written).")
        ]
    }

    /// A meeting of the referral by its number, among those held and the next that is booked; nil while neither it nor the
    /// one before it was held, and for somebody who is not attached.
    private func meeting(_ number: Int) -> (day: CalendarDay, isHeld: Bool)? {
        guard let referral, let attachment = referral.attachment, day <= attachment.until, !referral.isOver(on: day)
        else { return nil }
        let meetings = supporting(referral)
        let held = meetings.filter { $0.attendance != nil }
        if number <= held.count { return (held[number - 1].slot.day, true) }
        guard number == held.count + 1,
            let next = meetings.first(where: { $0.outcome == nil && $0.slot.starts > now })
        else { return nil }
        return (next.slot.day, false)
    }

    /// Whether what was to be there by a meeting is still asked for: for four weeks after it, so that a list is not filled
    /// by those of long ago (ours).
    private func isAsked(_ meeting: (day: CalendarDay, isHeld: Bool)) -> Bool {
        !meeting.isHeld || day <= meeting.day.adding(days: Due.daysSaid)
    }

    private func last(_ limit: TimeLimit, after start: CalendarDay) -> CalendarDay {
        let days = WorkingDays(referral?.nation ?? .england)
        return limit.lastDay(after: start) { days.adding($1, to: $0) }
    }
}

extension Assessment {
    /// Whether it is finished and waits for an adviser's word on what it came to; never so to whoever could not give it.
    func isToBeSettled(with instruments: [Instrument]) -> Bool {
        guard let outcome = finished?.outcome, streamings.isEmpty, !restsOnUnseen else { return false }
        return outcome.rating != nil || instrument(among: instruments)?.ratedBy == .adviser
    }

    /// What it was made with; nil where that is not installed.
    fileprivate func instrument(among instruments: [Instrument]) -> Instrument? {
        instruments.first { $0.id == start.instrument && $0.version == start.version }
    }
}
