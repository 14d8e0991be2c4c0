import Kernel

/// Where a made-up customer stands on the day of the demonstration.
enum DemonstrationKind: Sendable {
    case registered, interviewed
    case waiting, overdue, acknowledged
    case queried(Answer?)
    /// The first appointment is so many days from today.
    case first(Int)
    case firstMissed, firstUnrecorded
    /// Seen every fortnight for so many weeks; the grid of meetings meets a day so far from today.
    case attached(weeks: Int, offset: Int)
    case reviewMissed, silent
    case working(weeks: Int, Proving)
    /// In work, and being off the benefit was only said.
    case claimed
    /// In work, with one week back on the benefit.
    case uncounted
    /// In work for fifteen weeks and some days, and then not.
    case ended

    enum Answer: Sendable {
        case withdrawn, stands
    }

    enum Proving: Sendable {
        case upToDate, behind

        /// The last day that is proven.
        func until(_ today: CalendarDay) -> CalendarDay {
            today.adding(days: self == .upToDate ? -12 : -75)
        }
    }

    /// The customers of the demonstration in turn, so that a few show a little of everything.
    static let cycle: [DemonstrationKind] = [
        .attached(weeks: 20, offset: 0), .working(weeks: 44, .upToDate), .waiting, .first(0), .overdue,
        .attached(weeks: 38, offset: 1), .working(weeks: 40, .behind), .acknowledged, .waiting, .firstMissed,
        .first(1), .claimed, .registered, .queried(nil), .ended, .working(weeks: 9, .upToDate), .uncounted, .waiting,
        .silent, .attached(weeks: 8, offset: 4), .firstUnrecorded, .reviewMissed, .interviewed, .queried(.withdrawn),
        .queried(.stands), .first(5),
    ]
}
