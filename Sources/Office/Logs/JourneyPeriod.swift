public import Insight
public import Kernel

/// When something happened to somebody: in a month, a quarter or a year from April.
///
/// No other run of days can be asked for: of two that begin or end some days apart, one answer less the other would tell of
/// those few to whom something happened in those days.
public struct JourneyPeriod: Sendable, Hashable {
    private let months: JourneyCohort

    private init(months: JourneyCohort) { self.months = months }

    /// Reads `2011-06`, or the first month and the last of a quarter or a year, as `2011-04..2012-03`.
    /// - Returns: nil for anything else.
    public init?(_ text: String) {
        guard let months = JourneyCohort(text), months.isWhole else { return nil }
        self.months = months
    }

    /// The shortest that holds both days; nil where they are in no one year from April, or the last is before the first.
    public init?(holding first: CalendarDay, _ last: CalendarDay) {
        let text = "\(first.description.prefix(7))..\(last.description.prefix(7))"
        guard first <= last, let asked = JourneyCohort(text) else { return nil }
        let around = JourneyCohort.lengths.reversed().map { asked.around($0) }
        guard let shortest = around.first(where: { $0.months.contains(asked.months.upperBound) }) else { return nil }
        self.init(months: shortest)
    }

    /// As an address writes it, and `init` reads it.
    public var text: String { months.text }

    /// `June 2011`, `July to September 2011` or `April 2011 to March 2012`.
    public var name: String { months.name }

    /// Those to whom something happened in it, in UTC.
    public var filter: TraceFilter { .active(months.time) }

    /// The year it is in, the quarter and the month, as far as they are no shorter than it: each within the one before, and
    /// the last is itself. Milliseconds.
    var around: [Range<Int64>] {
        JourneyCohort.lengths.filter { $0 >= months.months.count }.map { months.around($0).time }
    }

    /// What can be chosen where something happened in these months: each year, then each quarter, then each month.
    public static func choices(in months: some Sequence<String>) -> [JourneyPeriod] {
        JourneyCohort.choices(in: months).map { JourneyPeriod(months: $0) }
    }
}
