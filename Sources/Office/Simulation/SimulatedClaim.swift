import Casework
import Kernel

/// Who a simulated customer is and what they claim: enough to be in one of the nine groups on the day of referral.
struct SimulatedClaim: Sendable {
    let group: SimulationParameters.Group
    let born: CalendarDay
    let answers: ClaimAnswers

    init(referred day: CalendarDay, random: RandomSource) {
        let group = Self.group(random.fraction())
        self.group = group
        func between(_ range: ClosedRange<Int>) -> Int { range.lowerBound + random.below(range.count) }
        let (years, months, benefit, circumstances): (ClosedRange<Int>, ClosedRange<Int>, String, [String]) =
            switch group.id {
            case "1": (18...23, 9...11, "JSA", [])
            case "2": (25...59, 12...36, "JSA", [])
            // Old enough, and long enough on the benefit, some days sooner too: then they are told what joining changes.
            case "3": (19...59, 4...8, "JSA", ["early-access", ["disabled", "repeat-claims"][random.below(2)]])
            case "4": (30...59, 3...11, "JSA", ["ex-incapacity"])
            case "5": (25...59, 6...18, "ESA", ["wrag", "contributory", "wca-decided=\(day.adding(months: -1))"])
            case "6":
                (
                    22...59, 4...12, "ESA",
                    [
                        "wrag", "income-related", "prognosis=\([3, 6][random.below(2)])",
                        "wca-decided=\(day.adding(months: -1))",
                    ]
                )
            case "7":
                (
                    30...60, 4...12, "ESA",
                    ["wrag", "income-related", "ex-incapacity", "prognosis=6", "wca-decided=\(day.adding(months: -1))"]
                )
            case "8": (30...59, 24...120, ["IB", "IS"][random.below(2)], [])
            default: (21...50, 1...2, "JSA", ["prison-leaver=\(day.adding(days: -between(5...40)))"])
            }
        born = day.adding(years: -between(years)).adding(days: -1 - random.below(360))
        answers = ClaimAnswers(
            benefit: benefit, since: day.adding(months: -between(months)).adding(days: -random.below(25)),
            circumstances: circumstances)
    }

    /// Whether joining is their choice: early access for who they are, and groups 5 and 8 (D-003, D-005, D-008).
    var isByChoice: Bool { ["5", "8"].contains(group.id) || answers.circumstances.contains("disabled") }

    private static func group(_ fraction: Double) -> SimulationParameters.Group {
        var cumulative = 0.0
        for group in SimulationParameters.groups {
            cumulative += group.share
            if fraction < cumulative { return group }
        }
        return SimulationParameters.groups[1]
    }
}
