public import Kernel

/// Hours of work in a week, kept in whole quarters of an hour.
public struct WeeklyHours: Sendable, Hashable, Comparable {
    /// 1 to 672.
    public let quarters: Int

    /// - Refuses: no hours, or more than a week has.
    public init(quarters: Int) throws(Refusal) {
        guard (1...672).contains(quarters) else {
            throw Refusal(
                "hours.range", "A job has between a quarter of an hour and 168 hours in a week. Check the hours.",
                field: "hours")
        }
        self.quarters = quarters
    }

    /// - Refuses: no hours, or more than a week has.
    public init(_ hours: Int) throws(Refusal) {
        guard (1...168).contains(hours) else { try self.init(quarters: 0); return }
        try self.init(quarters: hours * 4)
    }

    /// Reads `16`, `37.5` or `37.25`.
    /// - Refuses: text that is not a number of hours, or not in whole quarters of an hour.
    public init(typed text: some StringProtocol) throws(Refusal) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let rest: Int? =
            switch parts.count == 2 ? parts[1] : "0" {
            case "0", "00": 0
            case "25": 1
            case "5", "50": 2
            case "75": 3
            default: nil
            }
        guard parts.count <= 2, let rest, let whole = parts.first, (1...3).contains(whole.count),
            whole.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let hours = Int(whole)
        else {
            throw Refusal(
                "hours.unreadable",
                "“\(text.prefix(40))” is not a number of hours in a week. Write it in quarters of an hour, as 16 or 37.5.",
                field: "hours")
        }
        try self.init(quarters: hours * 4 + rest)
    }

    public static func < (left: WeeklyHours, right: WeeklyHours) -> Bool { left.quarters < right.quarters }
}

extension WeeklyHours: CustomStringConvertible {
    /// `16`, `37.5` or `37.25`.
    public var description: String { "\(quarters / 4)" + ["", ".25", ".5", ".75"][quarters % 4] }

    /// `16 hours a week`.
    public var written: String { quarters == 4 ? "1 hour a week" : "\(self) hours a week" }
}
