public import Kernel

/// A time in the week that is taken: caring, a course, signing on (C07, E-073). The plan goes around it.
public struct Commitment: Sendable, Equatable {
    public let id: Identifier<Commitment>
    public let added: EventStamp
    public let times: CommitmentTimes
    public let words: Sealed<Words>
    /// Its last day, when it ended before the day it was to end.
    public internal(set) var last: CalendarDay?

    public func runs(on day: CalendarDay) -> Bool {
        times.runs.contains(day) && last.map { day <= $0 } ?? true
    }

    /// Whether it is one of its own days, and not over.
    public func falls(on day: CalendarDay) -> Bool { runs(on: day) && times.falls(on: day) }

    /// The same time with nothing said of why it is taken.
    var withoutReason: Commitment {
        Commitment(
            id: id, added: added,
            times: CommitmentTimes(
                unchecked: .other, weekday: times.weekday, from: times.from, until: times.until, runs: times.runs,
                every: times.every),
            words: .shut, last: last)
    }
}

public enum CommitmentKind: String, Sendable, CaseIterable {
    case caring, course, signing, other

    public var title: String {
        switch self {
        case .caring: "Looking after somebody"
        case .course: "A course"
        case .signing: "Signing on at the jobcentre"
        case .other: "Another fixed time"
        }
    }
}

/// A weekday and two times on the clock in London, every week or every second one, over some days.
public struct CommitmentTimes: Sendable, Equatable {
    public let kind: CommitmentKind
    public let weekday: Weekday
    /// Minutes after midnight.
    public let from: Int
    public let until: Int
    public let runs: DayRange
    /// Weeks from one to the next, 1 or 2, counted from the first such weekday of `runs`: Jobseeker's Allowance is signed
    /// for every fortnight (002 Table 1.1).
    public let every: Int

    /// - Refuses: times out of order or outside a day, a last day before the first, and every second week with no first
    ///   day to count from.
    public init(
        kind: CommitmentKind, weekday: Weekday, from: Int, until: Int, runs: DayRange, every: Int = 1
    ) throws(Refusal) {
        guard (0..<1440).contains(from), from < until, until <= 1440 else {
            throw Refusal(
                "commitment.times", "It ends before it starts. Give the start and then the end, on one day.",
                field: "until")
        }
        if let first = runs.from, let last = runs.until, last < first {
            throw Refusal("commitment.days", "The last day is before the first. Check both days.", field: "last")
        }
        guard (1...2).contains(every), every == 1 || runs.from != nil else {
            throw Refusal(
                "commitment.every", "Give the first day, so that every second week can be counted from it.",
                rule: "B-100", field: "first")
        }
        self.init(unchecked: kind, weekday: weekday, from: from, until: until, runs: runs, every: every)
    }

    init(unchecked kind: CommitmentKind, weekday: Weekday, from: Int, until: Int, runs: DayRange, every: Int) {
        self.kind = kind
        self.weekday = weekday
        self.from = from
        self.until = until
        self.runs = runs
        self.every = every
    }

    /// Whether a day is one of those it is held on; whether it runs then at all is for `runs` to say.
    func falls(on day: CalendarDay) -> Bool {
        guard day.weekday == weekday else { return false }
        guard every > 1, let from = runs.from, from <= day else { return true }
        let first = from.adding(days: (weekday.rawValue - from.weekday.rawValue + 7) % 7)
        return first.days(until: day) % (7 * every) == 0
    }

    /// `Mondays, 9:00 to 11:30`; `Mondays every second week, 9:00 to 9:30`.
    public var written: String {
        "\(weekday.name)s\(every > 1 ? " every second week" : ""), \(CommitmentTimes.clock(from)) to "
            + CommitmentTimes.clock(until)
    }

    /// `9:00`
    public static func clock(_ minutes: Int) -> String {
        "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }
}
