import Kernel

extension ActivityWait {
    /// For other programs, of a wait that may be told of.
    var json: JSON {
        func number(_ number: Int?) -> JSON { number.map { .int($0) } ?? .null }
        let median = median
        return [
            "activity": .string(activity), "people": .int(people), "days": .int(days), "waited_longer": longer.json,
            "median_days": number(median?.days), "median_low_days": number(median?.low),
            "median_high_days": number(median?.high),
        ]
    }
}
