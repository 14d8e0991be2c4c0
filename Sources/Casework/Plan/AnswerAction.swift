public import Kernel

/// Records that somebody agrees to an action: the person, or whoever is to do it (C07, G-008).
/// - Refuses: an action that has ended, an answer nobody waits for, and a required action agreed before its meaning was
///   said.
public struct AgreeAction: CaseCommand {
    public let action: Identifier<PlanAction>
    /// For whom the answer is given: a person answers for themselves, and staff record what the person said.
    public let forCustomer: Bool
    public let route: PlanAnswerRoute
    public let explained: Bool

    public init(action: Identifier<PlanAction>, forCustomer: Bool, route: PlanAnswerRoute, explained: Bool = false) {
        self.action = action
        self.forCustomer = forCustomer
        self.route = route
        self.explained = explained
    }

    public static let act = Act.answerPlan
    public var staleness: Staleness { .mustHaveSeen([.plan]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let found = try file.plan(in: context).openAction(action)
        let party = try found.party(answering: context.actor, forCustomer: forCustomer, route)
        guard found.waitingFor.contains(party) || found.objections.contains(where: { $0.party == party }) else {
            throw Refusal("plan.answered", "This answer is recorded already, or nobody waits for it.")
        }
        if found.terms.mandatory, party == .customer {
            guard context.actor.role != .supporter else {
                throw Refusal(
                    "plan.mandatory-own-word",
                    "Only the person can agree to something that must be done. Ask them to answer it themselves.",
                    rule: "G-041")
            }
            _ = try RequiredActions.duties(of: file, on: context.today, programmes: context.programmes)
            guard explained else {
                throw Refusal(
                    "plan.mandatory-unexplained",
                    "Read what it means first, in the words shown, and say that you did.", rule: "G-041",
                    field: "explained")
            }
        }
        return [.plan(.actionAgreed(action, party, route))]
    }
}

/// Records an objection in the words of whoever objects; the action stays, with the objection beside it (C07).
/// - Refuses: an action that has ended, and the same objection twice while nobody has answered it.
public struct ObjectToAction: CaseCommand {
    public let action: Identifier<PlanAction>
    public let forCustomer: Bool
    public let route: PlanAnswerRoute
    public let words: Words

    public init(action: Identifier<PlanAction>, forCustomer: Bool, route: PlanAnswerRoute, words: Words) {
        self.action = action
        self.forCustomer = forCustomer
        self.route = route
        self.words = words
    }

    public static let act = Act.answerPlan
    public var staleness: Staleness { .mustHaveSeen([.plan]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let found = try file.plan(in: context).openAction(action)
        let party = try found.party(answering: context.actor, forCustomer: forCustomer, route)
        guard !found.unanswered.contains(where: { $0.party == party && $0.words.value == words }) else {
            throw Refusal("plan.objected", "This objection is recorded already.", field: "words")
        }
        return [.plan(.actionObjected(action, party, route, .open(words)))]
    }
}

extension PlanAction {
    /// - Refuses: an answer for somebody else.
    func party(
        answering actor: Author, forCustomer: Bool, _ route: PlanAnswerRoute
    ) throws(Refusal) -> PlanParty {
        if actor.planParty == .customer { return .customer }
        if forCustomer {
            guard route != .online else {
                throw Refusal(
                    "plan.route", "Only the customer answers online. Say how they told you.", field: "route")
            }
            return .customer
        }
        guard terms.owner.organisation == actor.organisation else {
            throw Refusal(
                "plan.not-yours",
                "Another organisation is to do this, so it answers for itself. Record what the customer says instead.",
                field: "party")
        }
        return .organisation(actor.organisation)
    }
}
