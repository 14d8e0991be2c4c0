public import Insight
public import Kernel

/// Whose journeys somebody asks for, by its parts: of each that is given all must hold.
public struct AskedJourneys: Sendable, Equatable {
    public var programme: String?
    public var cohort: JourneyCohort?
    /// Any of them did something.
    public var agencies: [String]
    /// Something happened on the day or after it, in UTC.
    public var from: CalendarDay?
    /// Something happened on the day or before it.
    public var until: CalendarDay?

    public init(
        programme: String? = nil, cohort: JourneyCohort? = nil, agencies: [String] = [], from: CalendarDay? = nil,
        until: CalendarDay? = nil
    ) {
        self.programme = programme
        self.cohort = cohort
        self.agencies = agencies
        self.from = from
        self.until = until
    }

    /// Whom it means.
    public var filter: TraceFilter {
        var all: [TraceFilter] = []
        if let programme { all.append(.says("programme", programme)) }
        if !agencies.isEmpty { all.append(.any(agencies.map { .agency($0) })) }
        if let period { all.append(.active(period)) }
        if let cohort { all.append(cohort.filter) }
        return .all(all)
    }

    /// Nil where no day is named, and where the days are in the wrong order.
    private var period: Range<Int64>? {
        guard from != nil || until != nil else { return nil }
        let begins = from.map { Instant(utc: $0).milliseconds } ?? Int64.min
        let ends = until.map { Instant(utc: $0.adding(days: 1)).milliseconds } ?? Int64.max
        return begins < ends ? begins..<ends : nil
    }

    // MARK: Near to it

    /// What somebody would ask next to find, by subtraction, the few in whom two answers differ; the choice is ours.
    ///
    /// It is this with any of its parts left out, all of them too; with one organisation fewer; with the whole quarters or
    /// years of its cohort; and with the whole months of its days.
    public var near: [AskedJourneys] {
        var found = leavingOut
        if agencies.count > 1 {
            for place in agencies.indices { found.append(changed { $0.agencies.remove(at: place) }) }
        }
        for length in [3, 12] { found.append(changed { $0.cohort = $0.cohort?.whole(length) }) }
        found.append(changed { $0.takeWholeMonths() })
        return found.filter { $0 != self }
    }

    private var leavingOut: [AskedJourneys] {
        var found = [self]
        func leaveOut(_ isAsked: Bool, _ change: (inout AskedJourneys) -> Void) {
            guard isAsked else { return }
            found += found.map { $0.changed(change) }
        }
        leaveOut(programme != nil) { $0.programme = nil }
        leaveOut(cohort != nil) { $0.cohort = nil }
        leaveOut(!agencies.isEmpty) { $0.agencies = [] }
        leaveOut(from != nil) { $0.from = nil }
        leaveOut(until != nil) { $0.until = nil }
        return found
    }

    private func changed(_ change: (inout AskedJourneys) -> Void) -> AskedJourneys {
        var other = self
        change(&other)
        return other
    }

    private mutating func takeWholeMonths() {
        func first(of day: CalendarDay) -> CalendarDay {
            CalendarDay(year: day.year, month: day.month, day: 1) ?? day
        }
        from = from.map { first(of: $0) }
        until = until.map { first(of: $0).adding(months: 1).adding(days: -1) }
    }
}
