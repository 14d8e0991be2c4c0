public import Kernel

/// Keeps a weekly time free of the plan: caring, a course, signing on (C07, E-073).
/// - Refuses: the same time twice, one that is over, and caring hours the actor may not read (K-007).
public struct AddCommitment: CaseCommand {
    public let times: CommitmentTimes
    public let words: Words?

    public init(times: CommitmentTimes, words: Words?) {
        self.times = times
        self.words = words
    }

    public static let act = Act.editPlan

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let plan = try file.plan(in: context)
        if times.kind == .caring { try file.requireSight(.household, in: context) }
        if let last = times.runs.until, last < context.today {
            throw Refusal("commitment.over", "That time is over. Give times that are still taken.", field: "last")
        }
        guard !plan.commitments(on: context.today).contains(where: { $0.times == times }) else {
            throw Refusal("commitment.twice", "This time is on the plan already.", field: "from")
        }
        return [.plan(.commitmentAdded(Identifier(context.command), times, Sealed(given: words)))]
    }
}

/// Records the last day of a weekly time.
/// - Refuses: a time that is not on the plan, and a day before it began.
public struct EndCommitment: CaseCommand {
    public let commitment: Identifier<Commitment>
    public let last: CalendarDay

    public init(commitment: Identifier<Commitment>, last: CalendarDay) {
        self.commitment = commitment
        self.last = last
    }

    public static let act = Act.editPlan

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        guard let found = try file.plan(in: context).commitments.first(where: { $0.id == commitment }) else {
            throw Refusal("commitment.none", "That time is not on the plan. Choose one from the plan.")
        }
        if let from = found.times.runs.from, last < from {
            throw Refusal(
                "commitment.last", "It began on \(from.written). Give that day or a later one.", field: "last")
        }
        return [.plan(.commitmentEnded(commitment, last: last))]
    }
}
