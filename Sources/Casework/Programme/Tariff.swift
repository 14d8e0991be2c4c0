public import Kernel

/// What a programme pays for, by group and by the day somebody was attached.
public struct Tariff: Sendable, Equatable {
    public let rows: [TariffRow]

    public init(_ rows: [TariffRow]) { self.rows = rows }

    /// The terms for somebody of a group attached on a day.
    /// - Returns: nil when the attachment is *unpriced*: it is listed as such and never priced at nothing.
    public func row(group: String, attached: CalendarDay) -> TariffRow? {
        rows.first { $0.group == group && $0.attached.contains(attached) }
    }
}

/// The terms for one group over one range of attachment days.
public struct TariffRow: Sendable, Equatable {
    public let group: String
    public let attached: DayRange
    /// Due on the day of attachment. A published £0.00 is a price; nil means the tariff has no such fee.
    public var attachment: Figure<Money>?
    public var outcome: OutcomeTerms?
    public var sustainment: SustainmentTerms?
    /// The most for one customer as printed, where it was; the reader checks that the parts add up to it.
    public var total: Figure<Money>?
    /// A day counts as worked only when the customer is known to be off every one of these benefits.
    public var offBenefit: [String] = []
    /// Hours of work in a week, where the tariff gives a least number.
    public var hoursAtLeast: Figure<Int>?
    /// The codes of the proof kinds accepted, from `Programme.proofs`.
    public var proof: [String] = []

    public init(group: String, attached: DayRange) {
        self.group = group
        self.attached = attached
    }

    /// The most this row can pay for one customer: as printed, or else the sum of its parts with the weakest status
    /// among them, since a sum is no surer than what it adds up.
    public var maximum: Figure<Money> { total ?? sum }

    /// The sum of the parts.
    public var sum: Figure<Money> {
        var parts: [Figure<Money>] = []
        if let attachment { parts.append(attachment) }
        if let outcome { parts.append(outcome.fee) }
        if let sustainment { parts.append(sustainment.most) }
        let order: [FigureStatus] = [.published, .derived, .ours, .unconfirmed]
        let weakest = parts.map(\.status).max { order.firstIndex(of: $0)! < order.firstIndex(of: $1)! }
        return Figure(
            parts.reduce(.zero) { $0 + $1.value }, weakest ?? .derived, source: "The sum of the parts of this row")
    }
}

/// What earns the job outcome fee. It is due on the day it is reached.
public enum OutcomeTerms: Sendable, Equatable {
    case weeks(WeeksOutcome)
    case earnings(EarningsOutcome)

    public var fee: Figure<Money> {
        switch self {
        case .weeks(let terms): terms.fee
        case .earnings(let terms): terms.fee
        }
    }
}

/// A fee earned when enough weeks of work have been counted since attachment.
public struct WeeksOutcome: Sendable, Equatable {
    public let fee: Figure<Money>
    public let weeks: Figure<Int>
    public let counted: WeekCounting

    public init(fee: Figure<Money>, weeks: Figure<Int>, counted: WeekCounting) {
        self.fee = fee
        self.weeks = weeks
        self.counted = counted
    }
}

/// How counted weeks add up.
public enum WeekCounting: String, Sendable, Hashable, CaseIterable {
    /// Over every spell of work inside the attachment.
    case cumulative
    /// Running, with no gap.
    case continuous
}

/// A fee earned when proven earnings since attachment reach a threshold in time.
public struct EarningsOutcome: Sendable, Equatable {
    public let fee: Figure<Money>
    /// Hours a week, weeks and hourly pay whose product is the threshold.
    public let hours: Int
    public let weeks: Int
    public let hourly: Money
    /// Days of support, then further days of tracking, both counted from attachment with that day as the first.
    public let supportDays: Int
    public let trackingDays: Int

    public init(
        fee: Figure<Money>, hours: Int, weeks: Int, hourly: Money, supportDays: Int, trackingDays: Int
    ) {
        self.fee = fee
        self.hours = hours
        self.weeks = weeks
        self.hourly = hourly
        self.supportDays = supportDays
        self.trackingDays = trackingDays
    }

    /// 16 hours for 26 weeks at £7.20 is £2,995.20.
    public var threshold: Money { hourly * (hours * weeks) }

    /// The last day on which earnings count.
    public func lastDay(attached: CalendarDay) -> CalendarDay {
        attached.adding(days: supportDays + trackingDays - 1)
    }
}

/// A fee for each further period that work lasts, after the job outcome.
public struct SustainmentTerms: Sendable, Equatable {
    public let fee: Figure<Money>
    /// Weeks running that earn one payment.
    public let everyWeeks: Int
    /// The number of payments at most, across every spell and return.
    public let atMost: Figure<Int>
    /// Working days after the period's last day before it is payable.
    public let workingDaysAfter: Figure<Int>
    public let afterAllottedTime: AfterAllottedTime

    public init(
        fee: Figure<Money>, everyWeeks: Int, atMost: Figure<Int>, workingDaysAfter: Figure<Int>,
        afterAllottedTime: AfterAllottedTime
    ) {
        self.fee = fee
        self.everyWeeks = everyWeeks
        self.atMost = atMost
        self.workingDaysAfter = workingDaysAfter
        self.afterAllottedTime = afterAllottedTime
    }

    /// Every payment made: the rate times the number.
    public var most: Figure<Money> { fee.map { $0 * atMost.value } }
}

extension TariffRow {
    /// What the last payment is for, and its number; nil where nothing is paid for work.
    public var finalLine: (kind: LineKind, ordinal: Int)? {
        if let sustainment { return (.sustainment, sustainment.atMost.value) }
        return outcome.map { _ in (.jobOutcome, 1) }
    }
}

/// What happens to work still running when the allotted time ends. It binds the job outcome as well.
public enum AfterAllottedTime: String, Sendable, Hashable, CaseIterable {
    /// Goes on counting to its first break; nothing started later counts.
    case untilFirstBreak = "until_first_break"
    /// Counts no further.
    case stops
}

/// How long support lasts from the day of attachment, which is its first day.
public enum AllottedTime: Sendable, Hashable {
    case weeks(Int)
    case days(Int)

    public func lastDay(attached: CalendarDay) -> CalendarDay {
        switch self {
        case .weeks(let weeks): attached.adding(days: weeks * 7 - 1)
        case .days(let days): attached.adding(days: days - 1)
        }
    }

    public var written: String {
        switch self {
        case .weeks(let weeks): TimeLimit.Unit.weeks.written(weeks)
        case .days(let days): TimeLimit.Unit.days.written(days)
        }
    }
}
