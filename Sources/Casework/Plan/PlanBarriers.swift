public import Kernel

/// Puts something that is in the way on the plan, after what is there (E4, E-074).
/// - Refuses: a code that is not on the partnership's list, one that is on the plan, one about health, convictions or
///   household that the actor may not read (K-007), and one about health or convictions that staff did not hear in
///   private (G-018), or that the person says is not in their way.
public struct AddBarrier: CaseCommand {
    public let code: String
    /// Whether other things have to wait for it (E-114).
    public let first: Bool
    public let words: Words?
    /// Whether it was said where nobody else could hear.
    public let heardInPrivate: Bool

    public init(code: String, first: Bool, words: Words?, heardInPrivate: Bool = false) {
        self.code = code
        self.first = first
        self.words = words
        self.heardInPrivate = heardInPrivate
    }

    public static let act = Act.editPlan

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let plan = try file.plan(in: context)
        guard let barrier = context.tools.barriers.barrier(code) else {
            throw Refusal("plan.barrier", "Choose what is in the way from the list.", field: "code")
        }
        try file.requireSight(barrier.category == .assessment ? .plan : barrier.category, in: context)
        guard !plan.openBarriers.contains(where: { $0.named.code == code }) else {
            throw Refusal("plan.barrier-twice", "\(barrier.title) is on the plan already.", field: "code")
        }
        try barrier.requirePrivacy(heardInPrivate, by: context.actor, field: "private")
        try file.requireNotDenied(barrier, by: context.actor, field: "code")
        let named = NamedBarrier(code: code, category: barrier.planCategory, first: first)
        return [.plan(.barrierAdded(Identifier(context.command), named, Sealed(given: words)))]
    }
}

extension CaseFile {
    /// - Refuses: a barrier of health or convictions of which the customer says that it is not in their way (G-019, J-070);
    ///   they themselves may put it on the plan.
    func requireNotDenied(_ barrier: Barrier, by actor: Author, field: String) throws(Refusal) {
        let own = assessments.barriers.first { $0.barrier == barrier.code }?.customer
        guard own?.weight != .nothing || !barrier.needsPrivacy || actor.planParty == .customer else {
            throw Refusal(
                "plan.barrier-denied",
                "The customer says that “\(barrier.title)” is not in their way, so it is not put on the plan. If they see it otherwise now, record their view first.",
                rule: "G-019, J-070", field: field)
        }
    }
}

extension Barrier {
    /// A barrier that is about nothing more private is read by whoever reads the plan.
    var planCategory: Category { category == .assessment ? .plan : category }
}

/// Puts what is in the way in the order of what the customer says matters (G-020).
/// - Refuses: an order that leaves one out, or names what is not there.
public struct OrderBarriers: CaseCommand {
    public let order: [Identifier<PlanBarrier>]

    public init(order: [Identifier<PlanBarrier>]) { self.order = order }

    public static let act = Act.editPlan
    public var staleness: Staleness { .mustHaveSeen([.plan]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let open = try file.plan(in: context).openBarriers.map(\.id)
        guard Set(order) == Set(open), order.count == open.count else {
            throw Refusal("plan.order", "Give each of them a place of its own, from 1 on.", field: "order")
        }
        guard order != open else { throw Refusal("plan.order-same", "They are in this order already.", field: "order") }
        return [.plan(.barriersOrdered(order))]
    }
}

/// Records that something is no longer in the way.
/// - Refuses: what is not on the plan now.
public struct CloseBarrier: CaseCommand {
    public let barrier: Identifier<PlanBarrier>
    public let words: Words?

    public init(barrier: Identifier<PlanBarrier>, words: Words?) {
        self.barrier = barrier
        self.words = words
    }

    public static let act = Act.editPlan
    public var staleness: Staleness { .mustHaveSeen([.plan]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.plan(in: context).openBarrier(barrier)
        return [.plan(.barrierClosed(barrier, Sealed(given: words)))]
    }
}
