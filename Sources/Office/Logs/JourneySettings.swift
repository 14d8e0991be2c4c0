/// How long maps that have to be read may take, and how many at once. Ours.
public struct JourneySettings: Sendable {
    /// How long a request waits for a map before it is answered with how far the reading has come.
    public var patience = Duration.seconds(3)
    /// The most that are read at once: each keeps one of the store's connections for as long.
    public var atOnce = 2
    /// How long a reading goes on for which nobody asks any more; and for how long, at least, a map that took longer than
    /// `patience` is given again though more has been recorded since.
    public var keptFor = Duration.seconds(300)
    /// The fewest and the most seconds after which somebody who waits looks again: else half of those that are left.
    public var looksAgain = 5...30

    public init() {}
}
