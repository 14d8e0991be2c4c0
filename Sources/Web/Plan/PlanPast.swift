import Casework
import Kernel
import Office

/// What is done, dropped, joined or replaced: it stays to be read.
struct PlanPast: Component {
    let page: PlanPage

    var body: some HTML {
        let ended = page.plan.actions.filter { !$0.isOpen }.reversed()
        let goals = page.plan.goals.filter { $0.end != nil }
        if !ended.isEmpty || !goals.isEmpty {
            Section("Earlier", id: "earlier") {
                ul {
                    ForEach(Array(ended)) { one in
                        li {
                            "\(one.text.value?.text ?? "Erased"): \(one.state.title.lowercased()), \(one.end?.event.day.written ?? "")"
                            paper(of: one)
                        }
                    }
                    ForEach(goals) { goal in li { "Goal, until \(goal.ended): “\(goal.words.value?.text ?? "Erased")”" }
                    }
                }
            }
        }
    }

    /// The way to what was kept as evidence that it is done; nothing where no paper was, or words are not for the reader.
    @HTMLBuilder private func paper(of action: PlanAction) -> some HTML {
        if let digest = action.document, page.opened.seen.sight.opensSealed {
            ". "
            a(.href(SiteURL.document(page.subject, digest: digest).address)) {
                "Open what shows it"
                span(.class("unseen")) { ": \(action.text.value?.text ?? "Erased")" }
            }
        }
    }
}

extension PlanGoal {
    fileprivate var ended: String {
        switch end {
        case .replaced(let event, _), .closed(let event, _, _): event.recorded.day.written
        case nil: ""
        }
    }
}
