import Kernel

extension Telling {
    func told(_ fact: PlanFact) -> Told {
        switch fact {
        case .goalSet(_, let replaces, let source, let words):
            Told(.done, replaces == nil ? "Goal set" : "Goal changed", said(words), from(source))
        case .goalClosed(_, let reached, let words):
            Told(.done, reached ? "Goal reached" : "Goal closed", said(words))
        // Which barrier is left to the plan's own page, where each reader sees what is theirs to see.
        case .barrierAdded(_, let named, let words):
            Told(
                .done, "Something in the way put on the plan", named.first ? "To come first" : nil,
                named.category == .plan ? said(words) : nil, from(named.source))
        case .barrierShared(let id, let source, let words):
            Told(
                .done, "Something in the way named by another plan too", category(id) == .plan ? said(words) : nil,
                from(source))
        case .barriersOrdered: Told(.done, "What is in the way put in the customer's order")
        case .barrierClosed(let id, let words):
            Told(.done, "Something no longer in the way", category(id) == .plan ? said(words) : nil)
        case .actionProposed(_, let terms, let origin, let text):
            Told(
                .sent, "Action proposed for \(owner(terms.owner))", said(text),
                terms.due.map { "By \($0.written)" }, terms.mandatory ? "To be required by a notice" : nil,
                from(origin.source),
                said(origin.again).map { "Needed again: \($0)" }, notChoice(origin.whyRequired))
        case .actionAgreed(let id, let party, let route):
            Told(.done, "Action agreed by \(self.party(party))", text(id), route.title)
        case .actionObjected(let id, let party, _, let words):
            Told(.done, "Action objected to by \(self.party(party))", text(id), said(words))
        case .objectionAnswered(let id, let words): Told(.done, "Objection answered", text(id), said(words))
        case .actionChanged(_, let terms, let change):
            Told(
                .sent, "Action changed", said(change.text), terms.due.map { "By \($0.written)" }, said(change.why),
                notChoice(change.whyRequired))
        case .actionDone(let id, _, let evidence, let words, let document):
            Told(
                .done, "Action done", text(id), evidence.title,
                document == nil ? nil : "A document is kept with it", said(words))
        case .actionMissed(let id, let words): Told(.done, "Action not done by its day", text(id), said(words))
        case .actionNoticed(let id, let notice):
            Told(
                .sent, "Notice that an action is required given", text(id),
                "\(notice.route.title), served on \(notice.served.written)", "To be done by \(notice.due.written)")
        case .actionDropped(let id, let reason, let words):
            Told(.done, "Action dropped", text(id), reason.title, said(words))
        case .actionJoined(let id, let kept): Told(.done, "Two actions joined", text(id), text(kept))
        case .suggestionRefused(_, let why, let words): Told(.done, "Suggestion refused", why.title, said(words))
        case .reviewed(let review, let words):
            Told(.done, "Plan reviewed", "Next by \(review.next.written)", said(words))
        // Why a time is taken is left to the plan's own page too.
        case .commitmentAdded(_, let times, _): Told(.done, "A weekly time kept free", times.written)
        case .commitmentEnded(_, let last): Told(.done, "A weekly time free again", "Last taken on \(last.written)")
        case .broughtIn(let from, let lines):
            Told(
                .done, "Plan of \(names.organisation(from)) brought in", lines == 1 ? "1 line" : "\(lines) lines")
        case .copyGiven(let route): Told(.done, "Copy of the plan given", route.title)
        }
    }

    private func notChoice(_ why: Sealed<Words>) -> String? { said(why).map { "Not left a choice: \($0)" } }

    private func from(_ source: Identifier<Organisation>?) -> String? {
        source.map { "From the plan of \(names.organisation($0))" }
    }

    private func owner(_ owner: PlanOwner) -> String {
        switch owner {
        case .customer: "the customer"
        case .adviser(let person, _): names.person(person)
        case .organisation(let organisation): names.organisation(organisation)
        }
    }

    private func party(_ party: PlanParty) -> String {
        switch party {
        case .customer: "the customer"
        case .organisation(let organisation): names.organisation(organisation)
        }
    }

    private func text(_ id: Identifier<PlanAction>) -> String? {
        file.plan.actions.last { $0.id == id }.flatMap { said($0.text) }
    }

    private func category(_ id: Identifier<PlanBarrier>) -> Category? {
        file.plan.barriers.last { $0.id == id }?.named.category
    }
}
