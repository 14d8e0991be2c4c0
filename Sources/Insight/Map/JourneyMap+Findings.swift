extension JourneyMap {
    /// An activity that people came back to.
    public struct Loop: Sendable, Equatable {
        /// What was come back to.
        public let activity: String
        /// How many cases it happened in more than once.
        public let cases: Int
        /// How often it happened beyond the first time, over all cases.
        public let again: Int
    }

    /// An activity after which some cases stop although more of them go on.
    public struct DeadEnd: Sendable, Equatable {
        /// Where some stopped.
        public let activity: String
        /// How many cases ended with it.
        public let ended: Int
        /// How many cases went on from it.
        public let wentOn: Int
    }

    /// What happens more than once in a case; what comes back in most cases first.
    public var loops: [Loop] {
        var found: [ExactName: (cases: Int, again: Int)] = [:]
        for variant in variants {
            var times: [ExactName: Int] = [:]
            for activity in variant.activities { times[ExactName(activity), default: 0] += 1 }
            for (activity, count) in times where count > 1 {
                found[activity, default: (0, 0)].cases += variant.cases
                found[activity, default: (0, 0)].again += variant.cases * (count - 1)
            }
        }
        return found.map { Loop(activity: $0.key.text, cases: $0.value.cases, again: $0.value.again) }
            .sorted { ($1.cases, ExactName($0.activity)) < ($0.cases, ExactName($1.activity)) }
    }

    /// Where some stop though most go on: at least one case ended there, and more went on; most endings first.
    ///
    /// A case that is still under way when the log was taken also ends somewhere, so the latest cases add to every one.
    public var deadEnds: [DeadEnd] {
        let cases = Dictionary(uniqueKeysWithValues: activities.map { (ExactName($0.name), $0.cases) })
        return end.map { ended in
            DeadEnd(
                activity: ended.name, ended: ended.count, wentOn: (cases[ExactName(ended.name)] ?? 0) - ended.count)
        }
        .filter { $0.wentOn > $0.ended }
        .sorted { ($1.ended, $0.activity) < ($0.ended, $1.activity) }
    }

    /// The steps that people together waited longest in: how often, times the mean.
    public var longestWaits: [Edge] {
        edges.sorted { ($1.total, $0.from, $0.to) < ($0.total, $1.from, $1.to) }
    }
}

extension JourneyMap.Edge {
    /// Seconds that everybody together spent in this step.
    public var total: Double { mean * Double(count) }
}
