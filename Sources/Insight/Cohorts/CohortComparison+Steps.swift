extension CohortComparison {
    /// The most waits that are told of.
    private static let mostWaits = 15

    /// The steps in which the people of either cohort together waited longest, the longest first: of those who are mature,
    /// in the days of the question.
    public var waits: [StepBeside] {
        let waits = StepBeside.all(first.compared, second.compared) { $0.edges }.filter { $0.longer > 0 }
        return Array(
            waits.sorted { ($1.longer, $0.from, $0.to) < ($0.longer, $1.from, $1.to) }.prefix(Self.mostWaits))
    }

    /// The hand-offs between organisations, the most people first: of those who are mature, in the days of the question.
    public var handOffs: [StepBeside] {
        StepBeside.all(first.compared, second.compared) { $0.betweenAgencies }
            .sorted { ($1.people, $0.from, $0.to) < ($0.people, $1.from, $1.to) }
    }

    /// What the times of `waits` and `handOffs` are and how sure they are, in sentences to stand beneath them.
    public var stepsNote: String {
        "Counted are those who were followed for \(JourneyMap.days(question.within)), and what happened to them in those days, so that neither cohort looks faster for being newer. With a plus, those of \(second.name) took longer. In brackets is what the time of half may be, at 95%, by the order of the times (Conover 1999); of fewer than six that is not known, and where people took a step more than once it is surer than it should be. A difference is clear where the brackets of the two do not overlap. Who went no further in those days is not in the times."
    }
}
