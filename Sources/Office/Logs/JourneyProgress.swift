public import Kernel

/// What comes of a question about journeys.
public enum JourneysAnswer: Sendable {
    /// The moment is the one at which the record stood so, where more has been recorded since.
    case seen(SeenJourneys, stoodAt: Instant?)
    /// They are being read.
    case reading(JourneyProgress)
    /// As many others are being read as may be at once; how far the one is that will be done first.
    case waiting(JourneyProgress)
}

/// How far a reading of the store has come. It counts entries of everybody's, and says nothing of anybody.
public struct JourneyProgress: Sendable, Equatable {
    /// Entries read so far.
    public let read: Int
    /// Entries there are.
    public let entries: Int
    /// About how many seconds are left; nil while nothing has been read.
    public let secondsLeft: Int?
    /// After how many seconds to look again.
    public let looksAgain: Int

    init(read: Int, of entries: Int, in elapsed: Duration, _ settings: JourneySettings) {
        // What was recorded while the reading began is read too.
        self.read = min(read, entries)
        self.entries = entries
        let seconds = elapsed / Duration.seconds(1)
        let left = entries - self.read
        secondsLeft = read > 0 ? Int((seconds * Double(left) / Double(read)).rounded(.up)) : nil
        let bounds = settings.looksAgain
        looksAgain = min(max((secondsLeft ?? 0) / 2, bounds.lowerBound), bounds.upperBound)
    }
}
