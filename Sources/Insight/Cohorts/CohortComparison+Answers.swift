extension CohortComparison {
    /// What a board asks, a paragraph each: who got there; where the people of each cohort waited longest, and how much longer
    /// those of the second did; and who handed them to whom.
    ///
    /// Waits and hand-offs are those of `waits` and `handOffs`. What fewer than five people did is withheld; of how many a
    /// number is, is not said where it leaves one to four.
    public var answers: [String] { [sentence, waitingAnswer, handingAnswer] }

    // MARK: Where they wait

    private var waitingAnswer: String {
        let (one, other) = (Self.longestWait(first), Self.longestWait(second))
        let compared = (one ?? other).map { " \(waitsDiffer($0))" } ?? ""
        return Self.waited(first, one, after: nil) + " " + Self.waited(second, other, after: one) + compared
    }

    private static func longestWait(_ cohort: Cohort) -> JourneyMap.Edge? {
        cohort.compared.longestWaits.first { $0.cases >= Proportion.least && $0.total > 0 }
    }

    private static func waited(_ cohort: Cohort, _ edge: JourneyMap.Edge?, after earlier: JourneyMap.Edge?) -> String {
        guard let edge else {
            return "Where people of \(cohort.name) waited longest is withheld, as no five of them waited at one step."
        }
        let place = earlier.map { isSame($0, edge) } == true ? "there too" : "between “\(edge.from)” and “\(edge.to)”"
        return
            "People of \(cohort.name) waited longest \(place): \(count(edge, of: cohort)), half of them \(JourneyMap.written(edge.median)) or longer."
    }

    private func waitsDiffer(_ step: JourneyMap.Edge) -> String {
        let (one, other) = (
            Self.edge(like: step, in: first.compared.edges), Self.edge(like: step, in: second.compared.edges)
        )
        guard let one, let other else {
            return
                "How the two differ between “\(step.from)” and “\(step.to)” is withheld, as fewer than five people of one took that step."
        }
        let more = other.median - one.median
        let half = "Between “\(step.from)” and “\(step.to)” the time of half"
        guard more.magnitude >= 1 else { return "\(half) was the same in both." }
        let sure = StepBeside.differ(one, other) ? "and clearly so" : "which may be chance"
        let length = "\(JourneyMap.written(more.magnitude)) \(more > 0 ? "longer" : "shorter")"
        return "\(half) was \(length) in \(second.name), \(sure)."
    }

    // MARK: Who hands them on

    private var handingAnswer: String {
        let (one, other) = (Self.mostHanded(first), Self.mostHanded(second))
        let compared = (one ?? other).flatMap { handingDiffers($0) }.map { " \($0)" } ?? ""
        let followed = JourneyMap.days(question.within)
        let counted = " Waits and hand-offs are of those who were followed for \(followed), in those days."
        return Self.handed(first, one, after: nil) + " " + Self.handed(second, other, after: one) + compared + counted
    }

    private static func mostHanded(_ cohort: Cohort) -> JourneyMap.Edge? {
        cohort.compared.betweenAgencies.filter { $0.cases >= Proportion.least }
            .min { ($1.cases, $0.from, $0.to) < ($0.cases, $1.from, $1.to) }
    }

    private static func handed(_ cohort: Cohort, _ edge: JourneyMap.Edge?, after earlier: JourneyMap.Edge?) -> String {
        guard let edge else {
            return "Who handed people of \(cohort.name) to whom is withheld, as no five of them were handed on alike."
        }
        let way = earlier.map { isSame($0, edge) } == true ? "the same way" : "from \(edge.from) to \(edge.to)"
        return "The most people of \(cohort.name) were handed \(way): \(count(edge, of: cohort))."
    }

    /// Nil where the shares are the same, and where one of them would tell of fewer than five people.
    private func handingDiffers(_ handOff: JourneyMap.Edge) -> String? {
        let (one, other) = (
            Self.edge(like: handOff, in: first.compared.betweenAgencies),
            Self.edge(like: handOff, in: second.compared.betweenAgencies)
        )
        guard let one, let other else { return nil }
        let (share, beside) = (Proportion(one.cases, of: first.mature), Proportion(other.cases, of: second.mature))
        guard !share.isWithheld, !beside.isWithheld else { return nil }
        let more = beside.more(than: share)
        guard more.difference != 0 else { return nil }
        let shares = "\(Self.percent(share.share)) and \(Self.percent(beside.share))"
        let told = "From \(handOff.from) to \(handOff.to) it was \(shares)"
        guard !more.interval.contains(0) else { return "\(told); the difference may be chance." }
        return "\(told): clearly \(more.difference > 0 ? "more" : "fewer") in \(second.name)."
    }

    // MARK: One step

    private static func isSame(_ one: JourneyMap.Edge, _ other: JourneyMap.Edge) -> Bool {
        (one.from, one.to) == (other.from, other.to)
    }

    private static func edge(like step: JourneyMap.Edge, in edges: [JourneyMap.Edge]) -> JourneyMap.Edge? {
        edges.first { isSame($0, step) && $0.cases >= Proportion.least }
    }

    /// `17 of 20 people`; `17 people` where one to four did not.
    private static func count(_ edge: JourneyMap.Edge, of cohort: Cohort) -> String {
        Proportion(edge.cases, of: cohort.mature).isWithheld
            ? JourneyMap.people(edge.cases) : "\(JourneyMap.grouped(edge.cases)) of \(JourneyMap.people(cohort.mature))"
    }
}
