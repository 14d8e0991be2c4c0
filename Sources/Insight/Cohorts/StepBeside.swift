/// One step, or one hand-off, as each of two cohorts took it: in words, where five people or more did.
public struct StepBeside: Sendable, Equatable {
    /// What is told of one cohort.
    public struct Side: Sendable, Equatable {
        /// How many took it: `12`, `fewer than 5`, or `all but fewer than 5` of those who count.
        public let people: String
        /// Within how long half had gone on, with its interval at 95%: `3 days (2 days to 5 days)`.
        public let median: String
        /// Within how long nine in ten had gone on: `8 days`.
        public let ninetieth: String
        /// How many came to where the step begins, and nothing more happened to them: `7`, withheld in the same way.
        public let stayed: String
    }

    /// What came before.
    public let from: String
    /// What came directly after.
    public let to: String
    /// As the first cohort took it.
    public let first: Side
    /// As the second cohort took it.
    public let second: Side
    /// How much longer half of the second took, and how sure that is: `+3 days, clear`, or `−3 days, may be chance`; `not
    /// told` where fewer than five of either took it.
    ///
    /// It is clear where the interval of the one median ends before that of the other begins, each at 95%: that asks for
    /// more than an interval of their difference at 95% would (Schenker and Gentleman, The American Statistician 55, 2001).
    public let difference: String

    /// Seconds that everybody of the cohort that waited longer spent in it.
    let longer: Double
    /// Of both cohorts.
    let people: Int

    private struct Step: Hashable {
        let from: ExactName
        let to: ExactName
    }

    /// - Parameters:
    ///   - stayed: of the first and of the second, how many it was the last for.
    ///   - all: how many count, of the first and of the second.
    private init(
        _ step: Step, _ first: JourneyMap.Edge?, _ second: JourneyMap.Edge?, stayed: (Int, Int), of all: (Int, Int)
    ) {
        (from, to) = (step.from.text, step.to.text)
        self.first = Self.side(first, stayed.0, of: all.0)
        self.second = Self.side(second, stayed.1, of: all.1)
        difference = Self.difference(first, second)
        longer = max(first?.total ?? 0, second?.total ?? 0)
        people = (first?.cases ?? 0) + (second?.cases ?? 0)
    }

    /// Every step that five people or more of either cohort took.
    /// - Parameter edges: of a map, its steps or its hand-offs.
    static func all(
        _ first: JourneyMap, _ second: JourneyMap, _ edges: (JourneyMap) -> [JourneyMap.Edge]
    ) -> [StepBeside] {
        func told(_ map: JourneyMap) -> [Step: JourneyMap.Edge] {
            let kept = edges(map).filter { $0.cases >= Proportion.least }
            return Dictionary(
                kept.map { (Step(from: ExactName($0.from), to: ExactName($0.to)), $0) },
                uniquingKeysWith: { first, _ in first })
        }
        func ends(_ map: JourneyMap) -> [ExactName: Int] {
            Dictionary(map.end.map { (ExactName($0.name), $0.count) }, uniquingKeysWith: { first, _ in first })
        }
        let (one, other) = (told(first), told(second))
        let (stayed, stayedOther) = (ends(first), ends(second))
        return Set(one.keys).union(other.keys).map { step in
            StepBeside(
                step, one[step], other[step], stayed: (stayed[step.from] ?? 0, stayedOther[step.from] ?? 0),
                of: (first.cases, second.cases))
        }
    }

    // MARK: In words

    private static let (few, untold) = ("fewer than \(Proportion.least)", "not told")

    private static func side(_ edge: JourneyMap.Edge?, _ stayed: Int, of all: Int) -> Side {
        guard let edge else { return Side(people: few, median: untold, ninetieth: untold, stayed: untold) }
        return Side(
            people: counted(edge.cases, of: all), median: median(edge), ninetieth: JourneyMap.written(edge.ninetieth),
            stayed: counted(stayed, of: all))
    }

    /// How many count stands on the same page.
    private static func counted(_ count: Int, of all: Int) -> String {
        if Proportion.isFew(count) { return few }
        return Proportion.isFew(all - count) ? "all but \(few)" : JourneyMap.grouped(count)
    }

    private static func median(_ edge: JourneyMap.Edge) -> String {
        let interval = edge.medianInterval.map { interval in
            "\(JourneyMap.written(interval.lowerBound)) to \(JourneyMap.written(interval.upperBound))"
        }
        return "\(JourneyMap.written(edge.median)) (\(interval ?? "not known"))"
    }

    private static func difference(_ first: JourneyMap.Edge?, _ second: JourneyMap.Edge?) -> String {
        guard let first, let second else { return untold }
        let more = second.median - first.median
        guard more.magnitude >= 1 else { return "none" }
        let sign = more > 0 ? "+" : "−"
        return "\(sign)\(JourneyMap.written(more.magnitude)), \(differ(first, second) ? "clear" : "may be chance")"
    }

    /// Whether the times of half clearly differ.
    static func differ(_ first: JourneyMap.Edge, _ second: JourneyMap.Edge) -> Bool {
        guard let one = first.medianInterval, let other = second.medianInterval else { return false }
        return !one.overlaps(other)
    }
}
