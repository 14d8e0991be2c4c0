import Insight

/// One step, or one hand-off, as each of two cohorts took it.
struct StepBeside: Sendable {
    let from: String
    let to: String
    /// As the first cohort took it; nil where fewer than five did.
    let first: JourneyMap.Edge?
    /// As the second cohort took it; nil where fewer than five did.
    let second: JourneyMap.Edge?

    private struct Step: Hashable {
        let from: String
        let to: String
    }

    /// Every step that five people or more of either cohort took, in the order of their names.
    static func all(_ first: [JourneyMap.Edge], _ second: [JourneyMap.Edge]) -> [StepBeside] {
        func told(_ edges: [JourneyMap.Edge]) -> [Step: JourneyMap.Edge] {
            let kept = edges.filter { $0.cases >= JourneysPage.least }
            return Dictionary(
                kept.map { (Step(from: $0.from, to: $0.to), $0) }, uniquingKeysWith: { first, _ in first })
        }
        let (one, other) = (told(first), told(second))
        return Set(one.keys).union(other.keys)
            .map { StepBeside(from: $0.from, to: $0.to, first: one[$0], second: other[$0]) }
            .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }

    /// The steps in which people of either cohort together waited longest.
    static func longest(_ first: JourneyMap, _ second: JourneyMap) -> [StepBeside] {
        let waits = all(first.edges, second.edges).filter { $0.longer > 0 }
        return Array(waits.sorted { ($1.longer, $0.from, $0.to) < ($0.longer, $1.from, $1.to) }.prefix(15))
    }

    /// The hand-offs between organisations, the most people first.
    static func handed(_ first: JourneyMap, _ second: JourneyMap) -> [StepBeside] {
        all(first.betweenAgencies, second.betweenAgencies)
            .sorted { ($1.people, $0.from, $0.to) < ($0.people, $1.from, $1.to) }
    }

    /// Seconds that everybody of the cohort that waited longer spent in it.
    private var longer: Double { max(first?.total ?? 0, second?.total ?? 0) }
    private var people: Int { (first?.cases ?? 0) + (second?.cases ?? 0) }

    /// How much longer the median of the second is, as `+3 days`, or shorter, as `−3 days`; nil where either is not
    /// told.
    var difference: String? {
        guard let first, let second else { return nil }
        let more = second.median - first.median
        guard more.magnitude >= 1 else { return "none" }
        return (more > 0 ? "+" : "−") + JourneyMap.written(more.magnitude)
    }
}
