import Casework
import Kernel

/// Where the plan stands, on the customer's page.
struct PlanSection: Component {
    let page: CustomerPage

    var body: some HTML {
        if let plan = page.seen.plan {
            Section("Action plan", id: "plan") {
                if plan.isEmpty {
                    EmptyState(
                        "Nothing is on the plan yet.",
                        comes: "One plan, whoever helps: goals, what is in the way, and who does what.")
                } else {
                    ForEach(plan.openGoals) { goal in p { "“\(goal.words.value?.text ?? "Erased")”" } }
                    p {
                        Count(
                            plan.actions.count { $0.state == .done },
                            of: plan.actions.count { $0.state != .joined && $0.state != .dropped })
                        " actions done."
                    }
                }
                if !page.isPast { p { Link("Open the plan", to: SiteURL.plan(page.seen.id).address) } }
            }
        }
    }
}
