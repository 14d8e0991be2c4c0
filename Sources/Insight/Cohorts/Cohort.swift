/// What two cohorts are asked: who got somewhere, and how soon.
public struct CohortQuestion: Sendable, Equatable {
    /// The activity to be reached.
    public let reaching: String
    /// Days from the first event, or from that of `since`, in which it must have happened.
    public let within: Int
    /// The activity from which days are counted, and without which a case does not count; nil for the first event.
    public let since: String?

    /// The days within which the store is asked: of two questions a day apart the one answer less the other would tell on
    /// which day somebody got there. Ours.
    public static let askable = [7, 14, 28, 91, 182, 365, 730]

    /// - Parameters:
    ///   - reaching: the activity to be reached.
    ///   - within: days in which it must have happened, from 1.
    ///   - since: the activity from which days are counted; the first event, when nil.
    public init(reaching: String, within: Int, since: String? = nil) {
        self.reaching = reaching
        self.within = within
        self.since = since
    }
}

/// One of two cohorts that are laid one above the other.
public struct Cohort: Sendable, Equatable {
    /// As the reader named it.
    public let name: String
    /// The map of everybody in it, but for those who are left out.
    public let map: JourneyMap
    /// The map of those who are mature, of what happened to them within the days of the question: what the waits and
    /// hand-offs of two cohorts are compared by, so that neither looks faster for being newer.
    public let compared: JourneyMap
    /// How many had been followed for the days asked when the log ends; the others are too new to count in the rate.
    public let mature: Int
    /// Of those who are mature, how many got there within the days.
    public let rate: Proportion
    /// From the beginning of the days to getting there, of everybody, those too new included for as long as they were
    /// followed; but of the mature alone when one to four of the others had not got there, of whom a curve would tell.
    public let times: KaplanMeier
    /// How many are followed at all: those whose days have begun.
    public let counted: Int
    /// Whether one to four were too new to be counted. The five that began last, they among them, are left out of
    /// all that is said of the cohort, its map too, so that no number less another tells of fewer.
    public let leavesOutFew: Bool
    /// Whether one to four never came to the activity from which days are counted. They are left out of all that is said of
    /// the cohort, its map too.
    public let leavesOutOthers: Bool

    /// Milliseconds for which everybody who stands in `times` was followed, unless they got there before.
    let followedAll: Int64
    /// Of those who are mature, how many came to each activity, and took each step, within the days.
    let happened: [Happening: Int]

    /// Whether there is somebody in it, and everybody was followed for the days of the question when the log ends.
    public var isMature: Bool { counted > 0 && mature == counted && !leavesOutFew }
}

/// What may happen in a case: an activity or, with `to`, a step from one to the next.
struct Happening: Hashable, Sendable {
    let from: ExactName
    let to: ExactName?
}
