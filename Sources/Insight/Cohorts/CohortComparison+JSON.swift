public import Kernel

extension CohortComparison {
    /// For other programs. Withheld counts are null.
    public var json: JSON {
        [
            "reaching": .string(question.reaching), "within_days": .int(question.within),
            "since": question.since.map { .string($0) } ?? .null,
            "until": .text(Instant(milliseconds: until == .min ? 0 : until)),
            "cohorts": [first.json(question), second.json(question)],
            "withheld_under": .int(Proportion.least), "withheld": .int(withheld),
            "differences": .array(
                differences.map {
                    .fields([
                        "from": .string($0.from), "to": $0.to.map { .string($0) }, "first": $0.first.json,
                        "second": $0.second.json, "difference": .real($0.more.difference),
                        "low": .real($0.more.interval.lowerBound), "high": .real($0.more.interval.upperBound),
                        "clear": .bool($0.isClear),
                    ])
                }),
        ]
    }
}

extension Cohort {
    static let day: Int64 = 86_400_000

    /// The curve at weeks, as far as five people were followed, and no further than was asked.
    public func curve(_ question: CohortQuestion) -> [(
        days: Int, followed: Int, reached: Double, low: Double, high: Double
    )] {
        let days = Array(stride(from: 0, to: question.within, by: 7)) + [question.within]
        return days.compactMap { days in
            let time = Int64(days) * Self.day
            let followed = times.followed(to: time)
            guard followed >= Proportion.least else { return nil }
            let step = times.at(time)
            let interval = step?.interval ?? 1...1
            return (days, followed, 1 - (step?.remaining ?? 1), 1 - interval.upperBound, 1 - interval.lowerBound)
        }
    }

    /// Days by which half had got there; nil when that is not known, or would tell of fewer than five.
    public var medianDays: Int? {
        guard let median = times.median, map.cases >= 2 * Proportion.least else { return nil }
        return Int(median / Self.day)
    }

    func json(_ question: CohortQuestion) -> JSON {
        .fields([
            "name": .string(name), "cases": map.cases < Proportion.least ? .null : .int(map.cases),
            "mature": mature < Proportion.least ? .null : .int(mature), "is_mature": .bool(isMature),
            "rate": rate.json, "median_days": medianDays.map { .int($0) } ?? .null,
            "reached": map.cases < Proportion.least
                ? .null
                : .array(
                    curve(question).map {
                        [
                            "days": .int($0.days), "followed": .int($0.followed), "share": .real($0.reached),
                            "low": .real($0.low), "high": .real($0.high),
                        ]
                    }),
        ])
    }
}
