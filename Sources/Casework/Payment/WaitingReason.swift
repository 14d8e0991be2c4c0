public import Kernel

/// Why a line has not fallen due, and so what would make it.
public enum WaitingReason: Sendable, Equatable {
    case notAttached
    /// The attended contact on which the attachment stands is not on the record, or was withdrawn.
    case noAttendance(CalendarDay)
    /// So many weeks counted of those needed; the day on which the next is over when work goes on.
    case weeks(counted: Int, of: Int, next: CalendarDay?)
    /// The same for weeks that must run with no gap.
    case weeksRunning(counted: Int, of: Int, next: CalendarDay?)
    case noWork
    /// So many weeks of work, or proofs of earnings, that would count if this were known; the first of them.
    case benefit(NotKnownOff, weeks: Int)
    /// Weeks that count and have no accepted proof, by number and first day.
    case unproven([UnprovenWeek])
    case jobOutcomeFirst
    case workingDays(Int, after: CalendarDay, until: CalendarDay)
    case earnings(Money, of: Money, until: CalendarDay)

    public struct UnprovenWeek: Sendable, Equatable {
        public let number: Int
        public let from: CalendarDay
        public let to: CalendarDay
    }

    /// A stable name for programs: `not-attached`.
    public var code: String {
        switch self {
        case .notAttached: "not-attached"
        case .noAttendance: "no-attendance"
        case .weeks: "weeks"
        case .weeksRunning: "weeks-running"
        case .noWork: "no-work"
        case .benefit(let benefit, _): "benefit-\(benefit.why.rawValue)"
        case .unproven: "unproven"
        case .jobOutcomeFirst: "job-outcome-first"
        case .workingDays: "working-days"
        case .earnings: "earnings"
        }
    }

    public var sentence: String {
        switch self {
        case .notAttached: return "The customer is not attached yet."
        case .noAttendance(let day):
            return
                "No attended contact on \(day.written) is on the record. Record the attendance that attached the customer."
        case .weeks(let counted, let all, let next):
            return "\(counted) of \(all) weeks counted" + nextWritten(next)
        case .weeksRunning(let counted, let all, let next):
            return "\(counted) of \(all) weeks running counted" + nextWritten(next)
        case .noWork: return "No job is open."
        case .benefit(let benefit, let weeks):
            return weeks == 1
                ? "A week waits: \(benefit.sentence)"
                : "\(weeks) weeks wait, first because of this: \(benefit.sentence)"
        case .unproven(let weeks):
            let days = weeks.prefix(3).map { "\($0.from.written) to \($0.to.written)" }.joined(separator: "; ")
            let rest = weeks.count > 3 ? "; and \(weeks.count - 3) more" : ""
            return
                "Proof of work is missing for \(weeks.count == 1 ? "a week" : "\(weeks.count) weeks"): \(days)\(rest)."
        case .jobOutcomeFirst: return "The job outcome has to fall due first."
        case .workingDays(let count, let after, let until):
            return "\(count) working days after \(after.written) end on \(until.written)."
        case .earnings(let earned, let all, let until):
            return "\(earned) of \(all) proven as earned; earnings count until \(until.written)."
        }
    }

    private func nextWritten(_ next: CalendarDay?) -> String {
        next.map { "; the next can be counted on \($0.written)." } ?? "."
    }
}

/// Why a line can no longer fall due.
public enum NeverReason: Sendable, Equatable {
    /// The allotted time ended with no work running.
    case allottedTimeOver(CalendarDay)
    /// Work running when the allotted time ended stopped, or did not count for a week, later.
    case brokenAfterAllottedTime(CalendarDay)
    /// Too little of the allotted time is left, in a tariff under which it is the end.
    case tooLittleTime(CalendarDay)
    /// The days on which earnings count are over.
    case earningsTimeOver(CalendarDay)

    /// A stable name for programs: `allotted-time-over`.
    public var code: String {
        switch self {
        case .allottedTimeOver: "allotted-time-over"
        case .brokenAfterAllottedTime: "broken-after-allotted-time"
        case .tooLittleTime: "too-little-time"
        case .earningsTimeOver: "earnings-time-over"
        }
    }

    public var sentence: String {
        switch self {
        case .allottedTimeOver(let day):
            "The allotted time ended on \(day.written) and no work was running that can count."
        case .brokenAfterAllottedTime(let day):
            "Work running at the end of the allotted time was broken on \(day.written), and nothing after that counts."
        case .tooLittleTime(let day): "Too few weeks are left before the allotted time ends on \(day.written)."
        case .earningsTimeOver(let day): "Earnings counted until \(day.written) and did not reach the amount."
        }
    }
}
