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

/// The stream by which a plan is gone through.
public struct PlanStream: Sendable, Equatable {
    public let code: String
    /// The number of the event that put them in it by a rating that could still change, so that it does not set how often
    /// alone (G-102); nil where the rating is whole.
    public let provisionalSince: Int?

    public init(_ code: String, provisionalSince: Int? = nil) {
        self.code = code
        self.provisionalSince = provisionalSince
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

    /// How long after a day the next review is. While a rating is provisional it is the shortest of all, so that what is
    /// not asked yet can make nobody wait longer (G-102; the shortest, ours).
    public func interval(_ stream: PlanStream?, from day: CalendarDay) -> Figure<TimeLimit> {
        let own = stream.flatMap { byStream[$0.code] } ?? otherwise
        guard stream?.provisionalSince != nil else { return own }
        let others = byStream.sorted { $0.key < $1.key }.map(\.value) + [otherwise]
        return others.reduce(own) { last($1.value, day) < last($0.value, day) ? $1 : $0 }
    }

    /// The day a review is due after another day.
    public func due(after day: CalendarDay, stream: PlanStream?) -> CalendarDay {
        last(interval(stream, from: day).value, day)
    }

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
    /// force, whatever day was set while the person was in another (D-092), and a stream by a rating that is provisional
    /// makes a day that was set before it no later than the shortest (G-102).
    /// - Parameter stream: nil when there is none, or it is not for the reader.
    public func nextReview(stream: PlanStream?, _ reviewing: PlanReviewing) -> CalendarDay? {
        guard !openGoals.isEmpty || !openActions.isEmpty, let begun else { return nil }
        guard let last = reviews.last else { return reviewing.due(after: begun.recorded.day, stream: stream) }
        let byStream = reviewing.due(after: last.terms.on, stream: stream)
        if isOfAnotherStream(than: stream) { return byStream }
        guard let since = stream?.provisionalSince, since > last.event.sequence else { return last.terms.next }
        return min(last.terms.next, byStream)
    }

    /// Whether the person came into a stream after the plan was last gone through, so that it is gone through anew.
    public func isOfAnotherStream(than stream: PlanStream?) -> Bool {
        guard let stream, let last = reviews.last else { return false }
        return last.terms.stream != stream.code
    }
}

extension CaseFile {
    /// The stream the person is in, by the assessment settled last.
    var planStream: PlanStream? {
        let settled = assessments.finished.compactMap { one in one.streamings.last.map { (one: one, last: $0) } }
        return settled.max { $0.last.event.sequence < $1.last.event.sequence }.map {
            PlanStream(
                $0.last.streaming.stream, provisionalSince: $0.one.isProvisional ? $0.last.event.sequence : nil)
        }
    }
}
