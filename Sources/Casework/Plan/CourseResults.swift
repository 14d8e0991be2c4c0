public import Kernel

extension Plan {
    /// The courses ahead of which nothing is known of what somebody reads, writes and counts, so that their trainer would
    /// learn it on the day (C06, G-103).
    ///
    /// Ours: a course is a step that names one and has a day, or a weekly time kept free for one with a first day; that day
    /// is the day it begins; and one result of any kind that is for courses, found out by then, is enough.
    /// - Parameter day: the first that counts as ahead.
    public func coursesWithoutResults(
        _ results: [SpecialistResult], _ rules: SpecialistRules, from day: CalendarDay
    ) -> [PlanConflict] {
        var found: [PlanConflict] = []
        func point(out course: String, _ start: CalendarDay, _ taken: CommitmentTimes?, _ action: PlanAction?) {
            guard start >= day, let missing = rules.missing(results, by: start) else { return }
            let last = start.adding(days: -rules.daysBeforeCourse.value)
            let until = last > day ? "by \(last.written)" : "today"
            found.append(
                PlanConflict(
                    .results, start, taken: taken, action: action?.id,
                    "\(course) on \(start.written), and no result of \(missing) is recorded yet. The trainer sees "
                        + "results \(rules.ahead): record one \(until)."))
        }
        for action in openActions {
            if let due = action.terms.due, let text = action.text.value?.text, NamedCourse(text) != nil {
                point(out: "“\(text)” is on the plan for a course", due, nil, action)
            }
        }
        for held in commitments where held.times.kind == .course {
            if let first = held.times.runs.from, held.last.map({ $0 >= first }) ?? true {
                point(out: "A course begins", first, held.times, nil)
            }
        }
        return found
    }
}
