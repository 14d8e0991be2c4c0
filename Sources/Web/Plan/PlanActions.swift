import Casework
import Kernel
import Office

/// The open actions, by who does them.
struct PlanActions: Component {
    let page: PlanPage

    var body: some HTML {
        Section("What will be done", id: "actions") {
            if page.plan.openActions.isEmpty {
                EmptyState("No action is on the plan.", comes: "Actions stand here by who does them.")
            }
            ForEach(owners) { owner in
                h3 { page.name(of: owner) }
                ForEach(page.plan.openActions.filter { $0.terms.owner == owner }) { ActionLine(page: page, action: $0) }
            }
            OfferedButtons { page.offers.link(.planAction, "Add an action") }
        }
    }

    /// The customer first, then in the order in which they came on to the plan.
    private var owners: [PlanOwner] {
        page.plan.openActions.map(\.terms.owner).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
            .sorted { $0 == .customer && $1 != .customer }
    }
}

private struct ActionLine: Component {
    let page: PlanPage
    let action: PlanAction

    private var text: String { action.text.value?.text ?? "Erased" }

    var body: some HTML {
        article(.class("plan-action")) {
            p {
                strong { text }
                " "
                tag
            }
            if let due = action.terms.due {
                p { "By \(WrittenDay.full(due)) (\(WrittenDay.distance(from: page.today, to: due)))" }
            }
            if action.terms.mandatory {
                p {
                    required
                    if let given = action.notices.last, page.opened.seen.sight.opensSealed {
                        " "
                        Link(
                            "Read the notice",
                            to: SiteURL.document(page.subject, digest: given.notice.digest).address)
                        ", or "
                        Link(
                            "in large print",
                            to: SiteURL.document(page.subject, digest: given.notice.digest, large: true).address)
                        "."
                    }
                }
            }
            if action.terms.mandatory, page.mayRequire, let why = action.whyRequired.value {
                p { "It is not left a choice, because: “\(why.text)”" }
            }
            if let reason = action.again.value {
                p { "Needed again, because: “\(reason.text)”" }
            } else {
                ForEach(page.inSentences(page.plan.courses(before: action))) { course in
                    p(.class("hint")) { "Like a course that was on the plan before: \(course)." }
                }
            }
            ForEach(action.objections) { one in
                p { "Objected to by \(page.name(of: one.party)): “\(one.words.value?.text ?? "Erased")”" }
            }
            ForEach(action.standsBecause) { one in
                p {
                    "Answered \(one.event.recorded.day.written) by \(page.opened.names.person(one.event.by.person)): “\(one.words.value?.text ?? "Erased")”"
                }
            }
            if let doer = action.terms.owner.organisation, page.opened.seen.unseenDoers.contains(doer) {
                NoticeBox(
                    .attention,
                    "\(page.opened.names.organisation(doer)) cannot see this plan. Give this to somebody else, or drop it."
                )
            }
            if let source = action.source {
                p(.class("hint")) { "From the plan of \(page.opened.names.organisation(source))" }
            }
            if let last = action.changes.last {
                p(.class("hint")) {
                    "Changed \(last.event.recorded.day.written) by \(page.opened.names.person(last.event.by.person)); it was: “\(last.text.value?.text ?? "Erased")”"
                }
            }
            OfferedButtons {
                if mayAnswer { link(.planAgree, "Agree") }
                link(.planObject, "Object")
                if !action.unanswered.isEmpty { link(.planAnswer, "Say why it stands") }
                link(.planDone, "Done")
                if action.canBeMissed(on: page.today, by: page.visit.actor.planParty) { link(.planMissed, "Not done") }
                if action.lacksNotice, page.mayRequire { link(.planNotice, "Serve the notice") }
                if page.mayChange(action) {
                    link(.planChange, "Change")
                    link(.planDrop, "Drop")
                    if action.source != nil, page.plan.openActions.count > 1 { link(.planJoin, "Join") }
                }
            }
        }
    }

    /// How far it is required (C07, D-062).
    private var required: String {
        guard page.mayRequire else {
            return "It was set as required; today nothing can be required, so it is a choice."
        }
        guard let given = action.standingNotice?.notice else {
            return action.notices.isEmpty
                ? "Set as required. It is a choice until its notice is served."
                : "Set as required. The notice that was served is of what it was before, so it is a choice until another is served."
        }
        let served = WrittenDay.full(given.served)
        return action.isRequired(on: page.today)
            ? "Required: benefit can be lost if it is not done without a good reason. The notice was served on \(served)."
            : "A choice until its notice is served, on \(served)."
    }

    private var mayAnswer: Bool { !action.waitingFor.isEmpty || !action.objections.isEmpty }

    private func link(_ form: CaseFormName, _ word: String) -> LinkButton? {
        page.offers.link(form, word, about: text, item: action.id.description)
    }

    private var tag: StatusTag {
        switch action.state {
        case .objected: StatusTag("Objected to", .attention)
        case .proposed: StatusTag("Waiting for an answer", .waiting)
        default:
            action.terms.due.map { $0 < page.today } ?? false
                ? StatusTag("Overdue", .attention) : StatusTag("Agreed", .live)
        }
    }
}
