public import Casework
public import Insight
public import Kernel

extension DesignedPathway {
    /// The pathway that a programme's standards draw: each that says what must follow what within how long, in the order of
    /// the file. Days end at midnight in London.
    /// - Refuses: when the programme has no such standard.
    public init(_ programme: Programme, in nation: Nation) throws(Refusal) {
        let workingDays = WorkingDays(nation)
        let steps = programme.standards.compactMap { standard -> Step? in
            guard case .within(let limit, let from, let to) = standard.measure else { return nil }
            return Step(
                title: standard.says, activity: StoreLog.activity(to), after: StoreLog.activity(from),
                latest: { start in
                    let day = Instant(milliseconds: start).day
                    let last = limit.lastDay(after: day) { workingDays.adding($1, to: $0) }
                    return Instant(london: last.adding(days: 1), hour: 0, minute: 0).milliseconds - 1
                }, most: nil)
        }
        guard !steps.isEmpty else {
            throw Refusal(
                "design.none",
                "The programme “\(programme.title)” has no standard that says what must follow what within how long, so there is no pathway to lay over the journey."
            )
        }
        self.init(title: programme.title, steps: steps)
    }
}
