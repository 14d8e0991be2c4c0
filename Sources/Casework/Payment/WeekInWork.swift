public import Kernel

/// Seven days running of a spell of work, and whether they count towards a payment (M-002).
///
/// Days that can never make a week stand in the list as one stretch with their reason: the odd days at the end of a
/// spell, and work before attachment or begun after the allotted time.
public struct WeekInWork: Sendable, Equatable {
    /// 1 for the first in the account, then one more each time.
    public let number: Int
    public let from: CalendarDay
    /// The last day.
    public let to: CalendarDay
    /// Why it does not count; empty when it does.
    public let why: [WhyUncounted]
    /// The accepted proofs of work that touch it, in order of day.
    public let proofs: [WeekProof]
    /// Whether accepted proofs cover each of its days, one alone or several together.
    public let isProven: Bool

    public var counted: Bool { why.isEmpty }
}

/// One proof as a week shows it.
public struct WeekProof: Sendable, Equatable {
    public let event: Identifier<Event<CaseFile>>
    /// The code of the kind.
    public let kind: String
    /// Whose word it is: `employer`.
    public let word: String
}

/// Why days of work do not count.
public enum WhyUncounted: Sendable, Equatable {
    /// Work stopped before the seven days were full; odd days are not carried to another spell (ours).
    case workStopped(CalendarDay)
    case notOver(CalendarDay)
    case benefit(NotKnownOff)
    case hoursBelow(Int)
    case beforeAttachment
    case afterAllottedTime(CalendarDay)

    /// A stable name for programs: `work-stopped`.
    public var code: String {
        switch self {
        case .workStopped: "work-stopped"
        case .notOver: "not-over"
        case .benefit(let benefit): "benefit-\(benefit.why.rawValue)"
        case .hoursBelow: "hours-below"
        case .beforeAttachment: "before-attachment"
        case .afterAllottedTime: "after-allotted-time"
        }
    }

    public var sentence: String {
        switch self {
        case .workStopped(let day): "Work stopped on \(day.written), before seven days were full."
        case .notOver(let day): "The week is over on \(day.written)."
        case .benefit(let benefit): benefit.sentence
        case .hoursBelow(let least): "The hours were below \(least) a week."
        case .beforeAttachment: "This was before the customer was attached."
        case .afterAllottedTime(let day):
            "The allotted time ended on \(day.written), and this began after it or after a break."
        }
    }
}
