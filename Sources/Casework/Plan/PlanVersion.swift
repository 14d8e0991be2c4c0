import Kernel

/// The plan as it stood once everybody concerned had agreed to what is on it (C07, G-007).
///
/// The record holds answers to single actions, so what makes a version of them is ours: no action waits for an answer,
/// and something is agreed that the version before did not hold. What is objected to stands beside it, as objected to.
public struct PlanVersion: Sendable, Equatable {
    /// Counted from 1.
    public let number: Int
    /// What completed it: the plan stood so as soon as this was recorded.
    public let event: EventStamp
    /// Who proposed or agreed to what it holds, the person first.
    public let parties: [PlanParty]
    /// What was agreed: each action as it was proposed or changed last.
    let lines: Set<Line>

    struct Line: Sendable, Hashable {
        let action: Identifier<PlanAction>
        let stands: Identifier<Event<CaseFile>>
    }

    /// The version that a plan reaches with an event.
    /// - Returns: nil while an answer is waited for, or when nothing is agreed that was not before.
    init?(of plan: Plan, after last: PlanVersion?, _ event: EventStamp) {
        let open = plan.openActions
        guard !open.contains(where: { $0.state == .proposed }) else { return nil }
        let agreed = open.filter { $0.state == .agreed }
        let lines = Set(agreed.map { Line(action: $0.id, stands: $0.stands.id) })
        guard !lines.subtracting(last?.lines ?? []).isEmpty else { return nil }
        var parties: [PlanParty] = [.customer]
        for action in agreed {
            let concerned = [
                action.proposer.organisation, action.stands.by.planParty.organisation, action.terms.owner.organisation,
            ]
            for one in concerned.compactMap(\.self) where !parties.contains(.organisation(one)) {
                parties.append(.organisation(one))
            }
        }
        number = (last?.number ?? 0) + 1
        self.event = event
        self.parties = parties
        self.lines = lines
    }
}

/// How the person got an agreed version of the plan.
public struct PlanDelivery: Sendable, Equatable {
    /// The copy that was given, or their own agreement to it.
    public let event: EventStamp
    public let route: PlanCopyRoute
}

extension Plan {
    /// How the person got a version, in order: the copies given while it was the latest, after it read on their own page
    /// where it was they themselves who completed it there. Whether a letter arrived, the plan does not know.
    public func deliveries(of version: PlanVersion) -> [PlanDelivery] {
        let next = versions.first { $0.number == version.number + 1 }?.event.sequence ?? Int.max
        let own = version.event.by.role == .customer ? [PlanDelivery(event: version.event, route: .online)] : []
        return own
            + copies.filter { $0.event.sequence > version.event.sequence && $0.event.sequence < next }.map {
                PlanDelivery(event: $0.event, route: $0.route)
            }
    }
}
