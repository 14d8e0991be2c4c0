public import Kernel

/// How long something may take: a whole number of days, working days, weeks or calendar months.
public struct TimeLimit: Sendable, Hashable {
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        case days, workingDays = "working_days", weeks, months

        public func written(_ count: Int) -> String {
            let word =
                switch self {
                case .days: "day"
                case .workingDays: "working day"
                case .weeks: "week"
                case .months: "month"
                }
            return "\(count) \(word)\(count == 1 ? "" : "s")"
        }
    }

    public let count: Int
    public let unit: Unit

    public init(_ count: Int, _ unit: Unit) {
        self.count = count
        self.unit = unit
    }

    /// The last day inside the limit, counting from the day after `start`.
    /// - Parameter workingDays: the day that many working days after another, in the nation concerned.
    public func lastDay(
        after start: CalendarDay, workingDays: (CalendarDay, Int) -> CalendarDay
    ) -> CalendarDay {
        switch unit {
        case .days: start.adding(days: count)
        case .workingDays: workingDays(start, count)
        case .weeks: start.adding(weeks: count)
        case .months: start.adding(months: count)
        }
    }

    /// `2 working days`.
    public var written: String { unit.written(count) }
}

/// The time limits a programme may set. Each is a dated figure in the file, found by `Programme.limit(_:on:)`.
public enum LimitKind: String, Sendable, Hashable, CaseIterable {
    /// From transmission to the provider's acknowledgement.
    case acknowledge
    /// From sending somebody on in the chain to the other organisation's answer.
    case answerTransfer = "answer_transfer"
    /// From the record of a return inside the allotted time to contact with whoever came back.
    case contactAfterReturn = "contact_after_return"
    /// From telling somebody what joining changes to the first day on which their yes counts.
    case thinkBeforeJoining = "think_before_joining"
    /// From the first contact, or from acknowledgement while there is none, for the provider to query a referral as
    /// unsuitable.
    case queryUnsuitable = "query_unsuitable"
    /// What is added to that limit from acknowledgement, at most, where nobody was reached inside it.
    case queryExtension = "query_extension"
    /// From acknowledgement to the first appointment.
    case firstAppointment = "first_appointment"
    /// The longest that somebody attached and not working goes without two-way contact.
    case contactEvery = "contact_every"
    /// Between serving a notice and the activity it names.
    case notice
    /// From the miss to a checked sanction doubt.
    case submissionPack = "submission_pack"
    /// From submission to the decision maker's decision.
    case decision
    /// From the decision, to ask for it to be looked at again.
    case reconsideration
    /// From a failure-to-attend letter, to answer it.
    case failureToAttendReply = "failure_to_attend_reply"

    public var title: String {
        switch self {
        case .acknowledge: "The provider acknowledges a referral within"
        case .answerTransfer: "An organisation that somebody is sent on to answers within"
        case .contactAfterReturn: "Somebody who comes back inside the time is in touch with the provider again within"
        case .thinkBeforeJoining: "Somebody who may choose to join has time to think of"
        case .queryUnsuitable: "The provider may query a referral as unsuitable within"
        case .queryExtension: "A provider that reached nobody by then may have longer to query, by at most"
        case .firstAppointment: "The first appointment is held within"
        case .contactEvery: "Somebody not in work is in touch with their adviser every"
        case .notice: "Notice of an activity is served, before it, by at least"
        case .submissionPack: "A sanction doubt is made ready and submitted within"
        case .decision: "A decision maker decides within"
        case .reconsideration: "A customer may ask for a decision to be looked at again within"
        case .failureToAttendReply: "A failure-to-attend letter is answered within"
        }
    }
}
