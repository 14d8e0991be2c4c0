public import Kernel

/// What a simulation is asked for.
public struct SimulationPlan: Sendable {
    public var customers: Int
    /// The first day and the last.
    public var from: CalendarDay
    public var to: CalendarDay
    /// The months in which customers are referred, evenly divided among them; nil to spread them over the whole time.
    public var referredMonths: [Month]?
    public var seed: UInt64
    /// The id of the programme they are referred to.
    public var programme: String
    /// Whether sustainment waits 15 working days. Off only to show, in a calibration, that the rule is there.
    public var workingDayRule: Bool

    public init(
        customers: Int, from: CalendarDay, to: CalendarDay, referredMonths: [Month]? = nil, seed: UInt64,
        programme: String = "work-programme-2011", workingDayRule: Bool = true
    ) {
        self.customers = customers
        self.from = from
        self.to = to
        self.referredMonths = referredMonths
        self.seed = seed
        self.programme = programme
        self.workingDayRule = workingDayRule
    }
}

/// One month of one year.
public struct Month: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let year: Int
    /// 1 to 12.
    public let month: Int

    /// Reads `2011-06`.
    /// - Throws: `Refusal` when the text is not a month.
    public init(_ text: some StringProtocol) throws(Refusal) {
        guard text.count == 7, let first = try? CalendarDay("\(text)-01") else {
            throw Refusal("month.unreadable", "“\(text.prefix(40))” is not a month. Write year and month, as 2011-06.")
        }
        self.init(of: first)
    }

    public init(of day: CalendarDay) {
        let (year, month, _) = day.parts
        self.year = year
        self.month = month
    }

    public var first: CalendarDay { CalendarDay(ymd: (year, month, 1)) }
    public var last: CalendarDay { first.adding(months: 1).adding(days: -1) }
    /// `June 2011`.
    public var written: String { "\(CalendarDay.monthNames[month - 1]) \(year)" }
    public var description: String { String(first.description.prefix(7)) }
    public static func < (left: Month, right: Month) -> Bool { (left.year, left.month) < (right.year, right.month) }
}
