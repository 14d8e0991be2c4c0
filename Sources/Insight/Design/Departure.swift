/// In what way a journey left the pathway at one step. Each but the first has days of its own.
public enum Departure: String, Sendable, CaseIterable {
    /// It never happened, though its time is over. There are no days to count.
    case skipped
    /// It happened before its first moment. Its days are those until that moment.
    case early
    /// It happened after its last moment. Its days are those since that moment; of a run, those of every time together.
    case late
    /// It happened more often than it may. Its days are those from the last time that was allowed to the last of all.
    case repeated
    /// It happened before something that it should follow, or after something that should follow it. Its days are those
    /// to the nearest moment at which it would have stood in order.
    case outOfOrder = "out-of-order"

    /// As it stands after a number of people: `late`, `out of order`.
    var words: String { self == .outOfOrder ? "out of order" : rawValue }
}

/// How one case went at one step.
struct StepFinding: Equatable {
    /// Whether its clock started, and so it was to be judged.
    var isDue = false
    /// In which ways it was left, with the milliseconds of each; nought of what was skipped.
    var departures: [Departure: Int64] = [:]

    var isKept: Bool { isDue && departures.isEmpty }

    static let skipped = StepFinding(isDue: true, departures: [.skipped: 0])
}
