/// How long benefit stops for somebody on one benefit, by the day of the failure.
public struct Conditionality: Sendable, Equatable {
    public let benefit: String
    public let ladders: Dated<SanctionLadder>

    public init(benefit: String, ladders: Dated<SanctionLadder>) {
        self.benefit = benefit
        self.ladders = ladders
    }
}

/// The lengths of a first, second and later sanction, in weeks. The last is repeated.
public struct SanctionLadder: Sendable, Equatable {
    public let weeks: [Int]
    /// A step counts the allowed sanctions of this ladder whose failure lies in this many weeks before.
    public let countsBack: Figure<Int>
    /// A sanction this long may end early when the customer complies again; nil where none may.
    public let earlyEnd: EarlyEnd?
    public let status: FigureStatus
    public let source: String

    public struct EarlyEnd: Sendable, Equatable {
        public let sanctionWeeks: Int
        public let afterWeeks: Int

        public init(sanctionWeeks: Int, afterWeeks: Int) {
            self.sanctionWeeks = sanctionWeeks
            self.afterWeeks = afterWeeks
        }
    }

    public init(
        weeks: [Int], countsBack: Figure<Int>, earlyEnd: EarlyEnd?, status: FigureStatus, source: String
    ) {
        self.weeks = weeks
        self.countsBack = countsBack
        self.earlyEnd = earlyEnd
        self.status = status
        self.source = source
    }

    /// The length in weeks after so many earlier sanctions that count.
    public func weeks(afterEarlier count: Int) -> Int { weeks[min(max(count, 0), weeks.count - 1)] }
}

/// What is done with a missed mandatory appointment (M-009, M-091).
public enum MissedAppointmentPolicy: String, Sendable, Hashable, CaseIterable {
    /// A doubt is drafted, and the reason given travels with it word for word.
    case automatic
    /// The adviser may excuse, giving a reason.
    case adviser
}
