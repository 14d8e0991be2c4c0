/// How long people waited after they first came to an activity, until whatever came next of their case.
///
/// Each counts once, with the first time that they came to it (ours: the formulas beneath ask that nobody counts twice). A
/// person to whom nothing more happened counts for as long as they were followed, so that the longest waits do not drop
/// out as they do of the times of an ``JourneyMap/Edge``, which are of steps that were taken.
public struct ActivityWait: Sendable, Equatable {
    /// The days after which somebody is told of as still waiting: four weeks. Ours.
    public static let standard = 28

    /// The days after which somebody is told of as still waiting where people are followed for so many: four weeks, or
    /// half of those where that is less, so that there are people who came early enough to have waited so long. Ours.
    static func days(within days: Int) -> Int { max(1, min(standard, days / 2)) }

    /// What they came to.
    public let activity: String
    /// How many came to it.
    public let people: Int
    /// The days that `longer` asks about.
    public let days: Int
    /// Of those who came to it so many days, or more, before they were followed no longer, how many were still waiting
    /// after them, whatever happened later.
    public let longer: Proportion
    /// From coming to it to whatever came next, in whole days, by Kaplan and Meier (1958) with Greenwood's interval (1926):
    /// a wait counts as over at the end of its last day, and who still waited as followed from the beginning of the day on
    /// which they came to the end of the last, so that nobody who still waits drops out before others who came with them
    /// go on.
    public let times: KaplanMeier

    /// Within how long half had gone on; nil when they never did while followed, or when that would tell of fewer than five.
    public var median: Cohort.Median? { people >= 2 * Proportion.least ? Cohort.Median(times) : nil }

    /// Whether a quarter or more went on while they were followed. Where fewer did it is taken for an end of the journey,
    /// which nobody waits at; the quarter is ours.
    var goesOn: Bool { 4 * times.reached(by: .max) >= people }

    /// Whether no number of it, nor what is left of another that stands beside it, tells of fewer people than may be told of.
    /// - Parameters:
    ///   - all: everybody whose journey counts.
    ///   - ended: how many of them ended with it, where that is told too.
    ///   - least: how many may be told of; everything is told, when 0.
    func isTold(of all: Int, ended: Int? = nil, least: Int) -> Bool {
        guard least > 0 else { return true }
        let counts = [
            people, longer.count, longer.of - longer.count, people - longer.of, all - people,
            ended.map { abs(longer.count - $0) } ?? 0,
        ]
        return longer.of >= least && !counts.contains { Proportion.isFew($0, under: least) }
    }

    /// Those of whom the most waited longer first.
    static func isOrdered(_ one: Self, before other: Self) -> Bool {
        (other.longer.count, ExactName(one.activity)) < (one.longer.count, ExactName(other.activity))
    }
}
