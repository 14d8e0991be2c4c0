import Casework
import Kernel
import Office

/// What is in the way, in the order of what the customer says matters (E-074, G-020).
struct OwnPlanBarriers: Component {
    let own: OwnVisit
    let plan: Plan

    var body: some HTML {
        if !plan.openBarriers.isEmpty {
            Section(OwnPlanWords.inTheWay(), id: "in-the-way") {
                ol {
                    ForEach(plan.openBarriers) { one in
                        li {
                            title(one)
                            if one.named.first { " \(OwnPlanWords.comesFirst())" }
                            if let words = one.words.value { blockquote { words.text } }
                        }
                    }
                }
            }
        }
    }

    /// One that is not for whoever acts for the customer keeps its place, and loses its name.
    private func title(_ one: PlanBarrier) -> String {
        one.isPrivate ? OwnPlanWords.notNamed() : told(one.title(in: own.visit.office.tools.barriers))
    }
}

/// When the plan is next gone through together; nothing while there is no line to go through.
struct OwnPlanReview: Component {
    let own: OwnVisit
    let plan: Plan

    var body: some HTML {
        if let next = plan.nextReview(stream: own.seen.planStream, own.opened.rules.planReviews) {
            Section(PlanSheetWords.next(), id: "next") { p { PlanSheetWords.nextReview(next) } }
        }
    }
}
