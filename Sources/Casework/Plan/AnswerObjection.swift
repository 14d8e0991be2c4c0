public import Kernel

/// Says why an action stands, in words that whoever objected to it reads (C07). The objection stays beside it, and can be
/// made again; changing or dropping the action answers it as well.
/// - Refuses: an action that has ended, and one that nobody objects to or that was answered since.
public struct AnswerObjection: CaseCommand {
    public let action: Identifier<PlanAction>
    public let words: Words

    public init(action: Identifier<PlanAction>, words: Words) {
        self.action = action
        self.words = words
    }

    public static let act = Act.reviewPlan
    public var staleness: Staleness { .mustHaveSeen([.plan]) }

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let found = try file.plan(in: context).openAction(action)
        guard !found.unanswered.isEmpty else {
            throw Refusal(
                "plan.nothing-to-answer",
                "Nobody objects to this action as it stands, or the objection is answered already.")
        }
        return [.plan(.objectionAnswered(action, .open(words)))]
    }
}
