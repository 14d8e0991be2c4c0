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

/// How often a plan is gone through: by stream, and never further apart than a limit (D-092).
public struct PlanReviewing: Sendable, Equatable {
    public let byStream: [String: Figure<TimeLimit>]
    public let otherwise: Figure<TimeLimit>
    public let atMost: Figure<TimeLimit>
    /// How long before its day a review is listed as due.
    public let saidBefore: Figure<TimeLimit>
    /// How long whoever wrote an action last is told that somebody else has changed it, and whoever asked about sharing what
    /// the answer was.
    public let overwrittenTold: Figure<TimeLimit>

    public init(
        byStream: [String: Figure<TimeLimit>], otherwise: Figure<TimeLimit>, atMost: Figure<TimeLimit>,
        saidBefore: Figure<TimeLimit>, overwrittenTold: Figure<TimeLimit>
    ) {
        self.byStream = byStream
        self.otherwise = otherwise
        self.atMost = atMost
        self.saidBefore = saidBefore
        self.overwrittenTold = overwrittenTold
    }

    public func interval(_ stream: String?) -> Figure<TimeLimit> { stream.flatMap { byStream[$0] } ?? otherwise }

    /// The day a review is due after another day.
    public func due(after day: CalendarDay, stream: String?) -> CalendarDay { last(interval(stream).value, day) }

    /// Whether reviews that far apart would be further apart than they may be.
    public func isTooLong(_ interval: Figure<TimeLimit>, from day: CalendarDay) -> Bool {
        last(interval.value, day) > latest(after: day)
    }

    func latest(after day: CalendarDay) -> CalendarDay { last(atMost.value, day) }

    /// Whether a review due on a day is listed as due on another.
    func isSaid(_ due: CalendarDay, on day: CalendarDay) -> Bool { due <= last(saidBefore.value, day) }

    /// Whether what became on a day of what somebody wrote is still told to them on another.
    func isTold(_ made: CalendarDay, on day: CalendarDay) -> Bool {
        day <= last(overwrittenTold.value, made)
    }

    private func last(_ limit: TimeLimit, _ day: CalendarDay) -> CalendarDay {
        limit.lastDay(after: day) { WorkingDays(.england).adding($1, to: $0) }
    }
}

extension Plan {
    /// The day by which the plan is next gone through; nil while there is no line to go through. It follows the stream in
    /// force, whatever day was set while the person was in another (D-092).
    /// - Parameter stream: nil when there is none, or it is not for the reader.
    public func nextReview(stream: String?, _ reviewing: PlanReviewing) -> CalendarDay? {
        guard !openGoals.isEmpty || !openActions.isEmpty, let begun else { return nil }
        guard let last = reviews.last?.terms else { return reviewing.due(after: begun.recorded.day, stream: stream) }
        return isOfAnotherStream(than: stream) ? reviewing.due(after: last.on, stream: stream) : last.next
    }

    /// Whether the person came into a stream after the plan was last gone through, so that it is gone through anew.
    public func isOfAnotherStream(than stream: String?) -> Bool {
        guard let stream, let last = reviews.last else { return false }
        return last.terms.stream != stream
    }
}

extension CaseFile {
    /// The stream the person is in, by the assessment settled last.
    var planStream: String? {
        assessments.finished.flatMap(\.streamings).max { $0.event.sequence < $1.event.sequence }?.streaming.stream
    }
}
