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
    func json(_ question: CohortQuestion) -> JSON {
        func number(_ number: Int?) -> JSON { number.map { .int($0) } ?? .null }
        func told(_ count: Int) -> JSON { count < Proportion.least ? .null : .int(count) }
        let median = median
        let points: JSON = counted < Proportion.least ? .null : .array(curve(question).map(\.json))
        return [
            "name": .string(name), "cases": told(map.cases), "counted": told(counted), "mature": told(mature),
            "is_mature": .bool(isMature), "few_left_out": .bool(leavesOutFew || leavesOutOthers), "rate": rate.json,
            "median_days": number(median?.days), "median_low_days": number(median?.low),
            "median_high_days": number(median?.high), "reached": points, "waits": .array(waits.map(\.json)),
        ]
    }
}

extension Cohort.Point {
    fileprivate var json: JSON {
        [
            "days": .int(days), "followed": .int(followed), "share": .real(reached), "low": .real(low),
            "high": .real(high), "of_all": .bool(isOfAll),
        ]
    }
}
