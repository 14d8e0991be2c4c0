public import Kernel

/// A time when the plan was gone through together (C07: under review).
public struct PlanReview: Sendable, Equatable {
    public let event: EventStamp
    public let terms: PlanReviewTerms
    public let words: Sealed<Words>
}

public struct PlanReviewTerms: Sendable, Equatable {
    public let on: CalendarDay
    /// The day by which the next is held.
    public let next: CalendarDay
    /// The stream the interval came from; nil when nobody is in one.
    public let stream: String?

    public init(on: CalendarDay, next: CalendarDay, stream: String?) {
        self.on = on
        self.next = next
        self.stream = stream
    }
}

/// How often a plan is gone through: by stream, and never further apart than six months (D-092).
public struct PlanReviewing: Sendable, Equatable {
    public let byStream: [String: Figure<TimeLimit>]
    public let otherwise: Figure<TimeLimit>
    public let atMost: Figure<TimeLimit>

    public init(
        byStream: [String: Figure<TimeLimit>], otherwise: Figure<TimeLimit>, atMost: Figure<TimeLimit>
    ) {
        self.byStream = byStream
        self.otherwise = otherwise
        self.atMost = atMost
    }

    /// The policies found were fortnightly or monthly, and six-monthly at least; which stream has which is ours.
    public static let shipped = PlanReviewing(
        byStream: [
            "skills": Figure(TimeLimit(2, .weeks), .ours, source: "D-092 for the fortnight; by stream, ours"),
            "search": Figure(TimeLimit(2, .weeks), .ours, source: "D-092 for the fortnight; by stream, ours"),
        ],
        otherwise: Figure(TimeLimit(1, .months), .ours, source: "D-092 for the month; by stream, ours"),
        atMost: Figure(TimeLimit(6, .months), .published, source: "D-092"))

    public func interval(_ stream: String?) -> Figure<TimeLimit> { stream.flatMap { byStream[$0] } ?? otherwise }

    /// The day a review is due after another day.
    public func due(after day: CalendarDay, stream: String?) -> CalendarDay { last(interval(stream).value, day) }

    func latest(after day: CalendarDay) -> CalendarDay { last(atMost.value, day) }

    private func last(_ limit: TimeLimit, _ day: CalendarDay) -> CalendarDay {
        limit.lastDay(after: day) { WorkingDays(.england).adding($1, to: $0) }
    }
}

extension Plan {
    /// The day by which the plan is next gone through; nil while there is no line to go through.
    public func nextReview(stream: String?, _ reviewing: PlanReviewing = .shipped) -> CalendarDay? {
        guard !openGoals.isEmpty || !openActions.isEmpty, let begun else { return nil }
        return reviews.last?.terms.next ?? reviewing.due(after: begun.recorded.day, stream: stream)
    }
}

extension CaseFile {
    /// The stream the person is in, by the assessment settled last.
    var planStream: String? {
        assessments.finished.flatMap(\.streamings).max { $0.event.sequence < $1.event.sequence }?.streaming.stream
    }
}
