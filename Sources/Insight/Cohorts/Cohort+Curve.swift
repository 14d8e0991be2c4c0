extension Cohort {
    /// How many had got somewhere after so many days.
    public struct Point: Sendable, Equatable {
        /// From the beginning.
        public let days: Int
        /// How many were followed so long and had not got there.
        public let followed: Int
        /// The share that had got there, by Kaplan and Meier.
        public let reached: Double
        /// The least that the share may be, at 95%, by Greenwood.
        public let low: Double
        /// The most that the share may be, at 95%, by Greenwood.
        public let high: Double
        /// Whether everybody was followed so long; what lies beyond is of a cohort that is not mature.
        public let isOfAll: Bool
    }

    /// By when half had got there.
    public struct Median: Sendable, Equatable {
        /// From the beginning.
        public let days: Int
        /// The fewest days that it may be, at 95%.
        public let low: Int
        /// The most days that it may be, at 95%; nil when that is not known yet.
        public let high: Int?
    }

    static let day: Int64 = 86_400_000

    /// Where everybody was after so many days.
    private struct Whereabouts {
        let days: Int
        let reached: Int
        let waiting: Int
        /// Followed no longer, and not there before.
        let left: Int

        /// Whether neither those who got there since nor those who left since are one to four.
        func tells(since before: Whereabouts?) -> Bool {
            !Proportion.isFew(reached - (before?.reached ?? 0)) && !Proportion.isFew(left - (before?.left ?? 0))
        }
    }

    /// The curve at weeks, or at days where four weeks or less are asked about, as far as five people were followed or
    /// everybody had got there, and no further than was asked.
    ///
    /// From one point to the next, as from the beginning to each, nobody got there or five did, and nobody's time was
    /// over or five people's: a day or week that would tell of fewer is one with those after it, until they tell of five.
    /// What is made of these points, a table or a drawing, tells no more than they do.
    public func curve(_ question: CohortQuestion) -> [Point] {
        guard counted >= Proportion.least else { return [] }
        let apart = question.within <= 28 ? 1 : 7
        let days = Array(stride(from: 0, to: question.within, by: apart)) + [question.within]
        let known = days.map { whereabouts(after: $0) }.filter { !Proportion.isFew($0.waiting) }
        // From the end, so that the last point, which the rate is near, is one of those told.
        var told: [Whereabouts] = []
        for point in known.reversed() where point.tells(since: nil) && told.last?.tells(since: point) != false {
            told.append(point)
        }
        // A curve that ends before the first got there would tell when one of a few did.
        guard told.first?.reached != 0 || known.last?.reached == 0 else { return [] }
        return told.reversed().map { point($0) }
    }

    private func whereabouts(after days: Int) -> Whereabouts {
        let time = Int64(days) * Self.day
        let (reached, waiting) = (times.reached(by: time), times.waiting(at: time))
        return Whereabouts(
            days: days, reached: reached, waiting: waiting, left: times.followed(to: 0) - reached - waiting)
    }

    private func point(_ point: Whereabouts) -> Point {
        let time = Int64(point.days) * Self.day
        let step = times.at(time)
        let interval = step?.interval ?? 1...1
        return Point(
            days: point.days, followed: point.waiting, reached: 1 - (step?.remaining ?? 1),
            low: 1 - interval.upperBound, high: 1 - interval.lowerBound, isOfAll: time <= followedAll)
    }

    /// By when half had got there; nil when they never did while followed, or when that would tell of fewer than five.
    public var median: Median? { counted >= 2 * Proportion.least ? Median(times) : nil }
}

extension Cohort.Median {
    /// Nil where half never did while followed, or fewer than five had by then.
    init?(_ times: KaplanMeier) {
        guard let time = times.median, times.reached(by: time) >= Proportion.least else { return nil }
        let (low, high) = times.medianInterval
        days = Int(time / Cohort.day)
        self.low = Int((low ?? time) / Cohort.day)
        self.high = high.map { Int($0 / Cohort.day) }
    }

    /// `120 days (98 to 150)`
    var written: String { "\(JourneyMap.days(days)) (\(low) to \(high.map { "\($0)" } ?? "not reached"))" }

    /// The same; of so many people who count, that half never did, or that it is not known, where there is none.
    static func written(_ median: Self?, of times: KaplanMeier, _ counted: Int) -> String {
        median?.written ?? (times.median == nil && counted >= 2 * Proportion.least ? "not reached" : "not known")
    }
}
