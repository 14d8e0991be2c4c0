import Kernel

extension ToldMap {
    /// What the times of steps leave out, in a sentence to stand beside them.
    public static let stepTimesNote =
        "Times are of steps that were taken: those still waiting for whatever comes next are not in them."

    /// Of how many people how many waited longer than four weeks, where the most did, and within how long half went on, in
    /// a sentence or two for a board; nil where the map has no waits, or nobody waited so long.
    var waitingSentence: String? {
        let waits = waits.filter { $0.goesOn && $0.longer.count > 0 }
        guard let until = whole.until, let wait = waits.min(by: ActivityWait.isOrdered) else { return nil }
        let (days, longer) = (JourneyMap.days(wait.days), wait.longer)
        let day = Instant(milliseconds: until).day.written
        let sure = "\(CohortComparison.percent(longer.share)), \(CohortComparison.written(longer.interval))"
        let half = wait.median.map { " Half went on within \($0.written), those still waiting counted too." } ?? ""
        return
            "Of \(JourneyMap.people(longer.of)) to whom “\(wait.activity)” happened \(days) or more before \(day), \(JourneyMap.grouped(longer.count)) had waited over \(days) for whatever came next (\(sure)).\(half)"
    }
}
