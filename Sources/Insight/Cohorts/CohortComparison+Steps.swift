extension CohortComparison {
    /// The most waits that are told of.
    static let mostWaits = 15

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

    /// Waits or hand-offs as a table in words.
    public struct StepsTold: Sendable, Equatable {
        /// What each column has; the first, or the first two, have the names of what came before and after.
        public let heads: [String]
        /// A row for each step, in the order of the heads.
        public let rows: [[String]]
        /// What to say where there is no row.
        public let untold: String
    }

    /// `waits` as a table: people, times, and how many went no further.
    public var waitsTold: StepsTold {
        let untold = "No step that five people or more took had any waiting in it."
        return told(waits, last: "went no further", untold) { $0.stayed }
    }

    /// `handOffs` as a table: people, and times.
    public var handOffsTold: StepsTold {
        let untold = "No organisation handed five people or more of one cohort to another."
        return told(handOffs, last: "nine in ten within", untold) { $0.ninetieth }
    }

    private func told(
        _ steps: [StepBeside], last title: String, _ untold: String, _ last: (StepBeside.Side) -> String
    ) -> StepsTold {
        let heads = [first, second].flatMap { cohort in
            ["people", "half within (95% interval)", title].map { "\(cohort.name): \($0)" }
        }
        let rows = steps.map { step in
            let sides = [step.first, step.second].flatMap { [$0.people, $0.median, last($0)] }
            return [step.from, step.to] + sides + [step.difference]
        }
        return StepsTold(heads: ["From", "To"] + heads + ["Difference"], rows: rows, untold: untold)
    }

    /// What the times of `waits` and `handOffs` are and how sure they are, in sentences to stand beneath them.
    public var stepsNote: String {
        "Counted are those who were followed for \(JourneyMap.days(question.within)), and what happened to them in those days, so that neither cohort looks faster for being newer. With a plus, those of \(second.name) took longer. In brackets is what the time of half may be, at 95%, by the order of the times (Conover 1999); of fewer than six that is not known, and where people took a step more than once it is surer than it should be. A difference is clear where the brackets of the two do not overlap. Who went no further in those days is not in these times."
    }
}
