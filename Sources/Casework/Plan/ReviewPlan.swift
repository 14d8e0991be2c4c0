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
        return [.plan(.reviewed(PlanReviewTerms(on: day, next: next, stream: stream?.code), Sealed(given: words)))]
    }
}

/// Gives the person the plan as it stands, or records that they were given it (G-007). By e-mail a link goes to the plan
/// on their own page.
/// - Refuses: a plan with nothing in it; e-mail to somebody with no address, who did not agree to it, or who has no page
///   of their own.
public struct GiveCopy: CaseCommand {
    public let route: PlanCopyRoute

    public init(route: PlanCopyRoute) { self.route = route }

    public static let act = Act.reviewPlan

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        guard try !file.plan(in: context).isEmpty else {
            throw Refusal("plan.empty", "There is nothing in the plan to give yet. Add a goal or an action.")
        }
        if route == .email { try requireReached(file) }
        return [.plan(.copyGiven(route))]
    }

    private func requireReached(_ file: CaseFile) throws(Refusal) {
        let customer = try file.registered()
        guard customer.identity.value?.email != nil else {
            throw Refusal(
                "plan.no-email",
                "There is no e-mail address for this customer. Give the copy another way, or add an address first.",
                field: "route")
        }
        guard customer.agreedEmail != nil else {
            throw Refusal(
                "plan.email-not-agreed",
                "This customer has not agreed to be written to by e-mail. Ask them and record it, or give the copy another way.",
                rule: "E-017", field: "route")
        }
        guard file.access.isOpen else {
            throw Refusal(
                "plan.no-own-page",
                "The e-mail is a link to the plan on their own page, and they have none yet. Let them in to one first, or give the copy another way.",
                field: "route")
        }
    }
}
