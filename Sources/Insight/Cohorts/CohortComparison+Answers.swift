extension CohortComparison {
    /// What a board asks, a paragraph each: who got there; where the people of each cohort waited longest, and how much longer
    /// those of the second did, and how many of each waited longer than four weeks; and who handed them to whom.
    ///
    /// Waits and hand-offs are those of `waits` and `handOffs`. What fewer than five people did is withheld, and how many
    /// did what all but so few did.
    public var answers: [String] { [sentence, waitingAnswer, handingAnswer] }

    // MARK: Where they wait

    private var waitingAnswer: String {
        let (one, other) = (Self.longestWait(first), Self.longestWait(second))
        let compared = areBothMature ? (one ?? other).map { " \(waitsDiffer($0))" } ?? "" : ""
        return waited(first, one, after: nil) + " " + waited(second, other, after: one) + compared + waitingLonger
    }

    /// Whether there are enough of either for something to be said of those who were followed long enough.
    private var areBothMature: Bool { [first, second].allSatisfy { $0.cannotBeSaid(question) == nil } }

    private static func longestWait(_ cohort: Cohort) -> JourneyMap.Edge? {
        cohort.compared.longestWaits.first { $0.cases >= Proportion.least && $0.total > 0 }
    }

    private func waited(_ cohort: Cohort, _ edge: JourneyMap.Edge?, after earlier: JourneyMap.Edge?) -> String {
        guard let edge else {
            let waits = "Where people of \(cohort.name) waited longest"
            if let why = cohort.cannotBeSaid(question) { return "\(waits) cannot be said yet, as \(why)." }
            return "\(waits) is withheld, as no five of them waited at one step."
        }
        let place =
            earlier.map { Self.isSame($0, edge) } == true ? "there too" : "between “\(edge.from)” and “\(edge.to)”"
        return
            "People of \(cohort.name) waited longest \(place): \(Self.count(edge, of: cohort)), half of them \(JourneyMap.written(edge.median)) or longer."
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
        return handed(first, one, after: nil) + " " + handed(second, other, after: one) + compared + counted
    }

    private static func mostHanded(_ cohort: Cohort) -> JourneyMap.Edge? {
        cohort.compared.betweenAgencies.filter { $0.cases >= Proportion.least }
            .min { ($1.cases, $0.from, $0.to) < ($0.cases, $1.from, $1.to) }
    }

    private func handed(_ cohort: Cohort, _ edge: JourneyMap.Edge?, after earlier: JourneyMap.Edge?) -> String {
        guard let edge else {
            let who = "Who handed people of \(cohort.name) to whom"
            if let why = cohort.cannotBeSaid(question) { return "\(who) cannot be said yet, as \(why)." }
            return "\(who) is withheld, as no five of them were handed on alike."
        }
        let way = earlier.map { Self.isSame($0, edge) } == true ? "the same way" : "from \(edge.from) to \(edge.to)"
        return "The most people of \(cohort.name) were handed \(way): \(Self.count(edge, of: cohort))."
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
        guard share.share != beside.share else { return nil }
        return
            "From \(handOff.from) to \(handOff.to) it was \(shares(share, beside)). \(compared(share, beside))"
    }

    // MARK: One step

    private static func isSame(_ one: JourneyMap.Edge, _ other: JourneyMap.Edge) -> Bool {
        ExactName(one.from) == ExactName(other.from) && ExactName(one.to) == ExactName(other.to)
    }

    private static func edge(like step: JourneyMap.Edge, in edges: [JourneyMap.Edge]) -> JourneyMap.Edge? {
        edges.first { isSame($0, step) && $0.cases >= Proportion.least }
    }

    /// `15 of 20 people`; `all but fewer than five of 20 people` where one to four did not.
    private static func count(_ edge: JourneyMap.Edge, of cohort: Cohort) -> String {
        let isTold = !Proportion(edge.cases, of: cohort.mature).isWithheld
        let took = isTold ? JourneyMap.grouped(edge.cases) : JourneyMap.people(told: nil, least: Proportion.least)
        return "\(took) of \(JourneyMap.people(cohort.mature))"
    }
}
