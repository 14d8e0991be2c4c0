public import Kernel

/// Records that the plan was gone through with the customer, and when that is done next (C07, D-092).
/// - Refuses: no plan, a day ahead, and a next day before or over six months after it.
public struct ReviewPlan: CaseCommand {
    public let day: CalendarDay
    /// nil for the interval of the person's stream.
    public let next: CalendarDay?
    public let words: Words?

    public init(on day: CalendarDay, next: CalendarDay?, words: Words?) {
        self.day = day
        self.next = next
        self.words = words
    }

    public static let act = Act.reviewPlan
    public var staleness: Staleness { .mustHaveSeen([.plan]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let plan = try file.plan(in: context)
        guard !plan.isEmpty else {
            throw Refusal("plan.empty", "There is nothing in the plan to go through yet. Add a goal or an action.")
        }
        guard day <= context.today, day >= context.today.adding(days: -31) else {
            throw Refusal(
                "plan.review-day", "Give the day you went through it: today, or within the last month.", field: "day")
        }
        let stream = file.planStream
        let reviewing = context.tools.rules.planReviews
        let next = self.next ?? reviewing.due(after: day, stream: stream)
        let latest = reviewing.latest(after: day)
        guard next > day, next <= latest else {
            throw Refusal(
                "plan.review-next", "The next review is after this one, and by \(latest.written) at the latest.",
                rule: "D-092", field: "next")
        }
        return [.plan(.reviewed(PlanReviewTerms(on: day, next: next, stream: stream), Sealed(given: words)))]
    }
}

/// Records that the person was given the plan as it stands (G-007).
/// - Refuses: a plan with nothing in it.
public struct GiveCopy: CaseCommand {
    public let route: PlanCopyRoute

    public init(route: PlanCopyRoute) { self.route = route }

    public static let act = Act.reviewPlan

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        guard try !file.plan(in: context).isEmpty else {
            throw Refusal("plan.empty", "There is nothing in the plan to give yet. Add a goal or an action.")
        }
        return [.plan(.copyGiven(route))]
    }
}
