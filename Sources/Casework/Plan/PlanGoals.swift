public import Kernel

/// Sets a goal in the customer's words, in place of another or beside it (C07, G-104).
/// - Refuses: a goal replaced that is no longer one, and a sixth: a plan of many goals has none (ours).
public struct SetGoal: CaseCommand {
    public let words: Words
    public let replaces: Identifier<PlanGoal>?

    public init(words: Words, replaces: Identifier<PlanGoal>? = nil) {
        self.words = words
        self.replaces = replaces
    }

    public static let act = Act.editPlan
    public static let atMost = 5
    public var staleness: Staleness { replaces == nil ? .harmless : .mustHaveSeen([.plan]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let plan = try file.plan(in: context)
        if let replaces {
            _ = try plan.openGoal(replaces)
        } else if plan.openGoals.count >= SetGoal.atMost {
            throw Refusal(
                "plan.goals-many",
                "There are \(SetGoal.atMost) goals already. Change one of them, or close one that is reached.",
                rule: "ours", field: "words")
        }
        return [.plan(.goalSet(Identifier(context.command), replaces: replaces, source: nil, .open(words)))]
    }
}

/// Closes a goal that was reached, or that is no longer wanted; it stays to be read.
/// - Refuses: a goal that is closed, and no word of why it is no longer wanted.
public struct CloseGoal: CaseCommand {
    public let goal: Identifier<PlanGoal>
    public let reached: Bool
    public let words: Words?

    public init(goal: Identifier<PlanGoal>, reached: Bool, words: Words?) {
        self.goal = goal
        self.reached = reached
        self.words = words
    }

    public static let act = Act.editPlan
    public var staleness: Staleness { .mustHaveSeen([.plan]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        _ = try file.plan(in: context).openGoal(goal)
        guard reached || words != nil else {
            throw Refusal("plan.goal-why", "Say in a few words why it is no longer wanted.", field: "words")
        }
        return [.plan(.goalClosed(goal, reached: reached, Sealed(given: words)))]
    }
}
