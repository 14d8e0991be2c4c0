extension CohortComparison {
    /// Those of one cohort beside those of the other, after one activity.
    private struct Beside {
        let activity: ExactName
        /// Nil where it may not be told of.
        let first: ActivityWait?
        let second: ActivityWait?

        var longer: Int { (first?.longer.count ?? 0) + (second?.longer.count ?? 0) }
    }

    /// The most people still waiting first. What may not be told of either is not among them.
    private var waiting: [Beside] {
        func told(_ cohort: Cohort) -> [ExactName: ActivityWait] {
            Dictionary(
                cohort.waits.map { (ExactName($0.activity), $0) }, uniquingKeysWith: { first, _ in first })
        }
        let (one, other) = (told(first), told(second))
        return Set(one.keys).union(other.keys).map { Beside(activity: $0, first: one[$0], second: other[$0]) }
            .sorted { ($1.longer, $0.activity) < ($0.longer, $1.activity) }
    }

    /// The days after which somebody is told of as still waiting.
    private var waitingDays: Int { ActivityWait.days(within: question.within) }

    // MARK: For a board

    /// How many of each waited longer than so many days for whatever came next, where the most did, and how sure it is
    /// that the two differ; empty where that cannot be told of both. It begins with a space.
    var waitingLonger: String {
        let found = waiting.lazy.compactMap { beside -> (String, Proportion, Proportion)? in
            guard let one = beside.first, let other = beside.second, one.goesOn || other.goesOn, beside.longer > 0
            else { return nil }
            return (beside.activity.text, one.longer, other.longer)
        }.first
        guard let (activity, one, other) = found else { return "" }
        let days = JourneyMap.days(waitingDays)
        return
            " After “\(activity)”, \(shares(one, other)) waited over \(days) for whatever came next, those still waiting counted too. \(compared(one, other))"
    }

    // MARK: As a table

    /// How long people waited after they first came to an activity, those still waiting too, as a table: of those who are
    /// mature, in the days of the question.
    public var waitingTold: StepsTold {
        let heads = [first, second].flatMap { cohort in
            [
                "people", "half went on within (95% interval)",
                "waited over \(JourneyMap.days(waitingDays)) (95% interval)",
            ].map { "\(cohort.name): \($0)" }
        }
        let rows = waiting.prefix(Self.mostWaits).map { beside in
            [beside.activity.text] + Self.side(beside.first) + Self.side(beside.second) + [Self.difference(beside)]
        }
        return StepsTold(
            heads: ["After"] + heads + ["Difference"], rows: Array(rows),
            untold:
                "Of no activity can this be told: fewer than five people came there \(JourneyMap.days(waitingDays)) or more before their days were over, or it would tell of fewer than five."
        )
    }

    private static func side(_ wait: ActivityWait?) -> [String] {
        guard let wait else { return [ToldMap.withheld, ToldMap.withheld, ToldMap.withheld] }
        let median = Cohort.Median.written(wait.median, of: wait.times, wait.people)
        return [JourneyMap.grouped(wait.people), median, "\(written(wait.longer)), \(written(wait.longer.interval))"]
    }

    private static func difference(_ beside: Beside) -> String {
        guard let one = beside.first, let other = beside.second else { return ToldMap.withheld }
        let more = other.longer.more(than: one.longer)
        guard more.difference != 0 else { return "none" }
        let sign = more.difference > 0 ? "+" : "−"
        let sure = more.interval.contains(0) ? "may be chance" : "clear"
        return "\(sign)\(percent(more.difference.magnitude)), \(sure)"
    }

    /// What the columns of `waitingTold` are and how sure they are, in sentences to stand beneath them.
    public var waitingNote: String {
        let days = JourneyMap.days(waitingDays)
        return
            "From the first time that somebody came there until whatever came next, in whole days. To whom nothing more happened in the \(JourneyMap.days(question.within)) that were asked about counts for as long as they were followed, so that the longest waits are in it: half went on is estimated after Kaplan and Meier (1958), in brackets where Greenwood's interval (1926) crosses one half. Who waited over \(days) is counted of those who came there \(days) or more before their days were over, with Wilson's interval (1927), and the difference with Newcombe's (1998). What nothing follows is an end and no wait."
    }
}

extension Cohort {
    /// Of those who are mature, how long they waited after they first came to an activity, in the days of the question; what
    /// would tell of fewer than five people is not among them.
    public var waits: [ActivityWait] {
        let ended = Dictionary(
            compared.end.map { (ExactName($0.name), $0.count) }, uniquingKeysWith: { first, _ in first })
        return compared.waits.filter { wait in
            wait.isTold(of: mature, ended: ended[ExactName(wait.activity)], least: Proportion.least)
        }
    }
}
