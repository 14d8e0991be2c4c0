/// How long a time is on the page.
struct TimeScale {
    /// A round time of which the drawing shows the length.
    let unit: (name: String, seconds: Double)
    private let perSecond: Double

    private static let longestLine = 300.0
    private static let units: [(String, Double)] = [
        ("1 second", 1), ("10 seconds", 10), ("1 minute", 60), ("10 minutes", 600), ("1 hour", 3600),
        ("6 hours", 21_600), ("1 day", 86_400), ("7 days", 604_800), ("30 days", 2_592_000), ("90 days", 7_776_000),
        ("1 year", 31_557_600), ("10 years", 315_576_000),
    ]

    init(longest: Double) {
        perSecond = longest > 0 ? Self.longestLine / longest : 0
        unit = Self.units.last { $0.1 <= max(longest, 1) } ?? Self.units[0]
    }

    func pixels(_ seconds: Double) -> Double { max(0, seconds) * perSecond }

    /// The room that a step needs down the page, its arrowhead included.
    func length(_ seconds: Double) -> Double { max(60, pixels(seconds) + 14) }
}
