public import Insight
import Kernel

/// People by when they were first referred: in a month, a quarter or a year, or in any other run of months.
///
/// Years run from April to March, as financial years do (Interpretation Act 1978, schedule 1), and quarters within
/// them.
public struct JourneyCohort: Sendable, Hashable {
    /// Months since the year nought began.
    let months: ClosedRange<Int>

    /// Months in a year, a quarter and a month.
    static let lengths = [12, 3, 1]
    /// The most months that are read: ten years.
    private static let most = 120

    private init(_ months: ClosedRange<Int>) { self.months = months }

    /// Reads `2011-06`, or the first month and the last as `2011-04..2012-03`.
    /// - Returns: nil for anything else, and for more than ten years.
    public init?(_ text: String) {
        let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { Self.month($0) }
        guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last,
            last - first < Self.most
        else { return nil }
        months = first...last
    }

    private static func month(_ text: Substring) -> Int? {
        guard text.utf8.count == 7, let day = try? CalendarDay("\(text)-01") else { return nil }
        return day.year * 12 + day.month - 1
    }

    /// As an address writes it, and `init` reads it.
    public var text: String {
        let (first, last) = (Self.text(months.lowerBound), Self.text(months.upperBound))
        return first == last ? first : "\(first)..\(last)"
    }

    private static func text(_ month: Int) -> String {
        let day = CalendarDay(year: month / 12, month: month % 12 + 1, day: 1)
        return day.map { String($0.description.prefix(7)) } ?? ""
    }

    /// `June 2011`, `July to September 2011` or `April 2011 to March 2012`.
    public var name: String {
        let (first, last) = (months.lowerBound, months.upperBound)
        func month(_ month: Int) -> String { CalendarDay.monthNames[month % 12] }
        let ended = "\(month(last)) \(last / 12)"
        guard first < last else { return ended }
        return first / 12 == last / 12
            ? "\(month(first)) to \(ended)" : "\(month(first)) \(first / 12) to \(ended)"
    }

    /// The people in it.
    public var filter: TraceFilter {
        let each = months.map { TraceFilter.says("cohort", Self.text($0)) }
        return each.count == 1 ? each[0] : .any(each)
    }

    /// Whether it is a month, a quarter or a year, and no other run of months.
    var isWhole: Bool { Self.lengths.contains { around($0) == self } }

    /// From the beginning of its first day to the end of its last, in UTC; milliseconds.
    var time: Range<Int64> {
        let (begins, ends) = (Self.begins(months.lowerBound), Self.begins(months.upperBound + 1))
        return begins..<max(begins, ends)
    }

    private static func begins(_ month: Int) -> Int64 {
        CalendarDay(year: month / 12, month: month % 12 + 1, day: 1).map { Instant(utc: $0).milliseconds } ?? 0
    }

    /// Whether some month is in both.
    public func overlaps(_ other: JourneyCohort) -> Bool { months.overlaps(other.months) }

    /// What can be chosen where people were first referred in these months: each year, then each quarter, then each
    /// month that has any of them.
    public static func choices(in months: some Sequence<String>) -> [JourneyCohort] {
        let months = months.compactMap { JourneyCohort($0) }
        return lengths.flatMap { length in
            Set(months.map { $0.around(length) }).sorted { $0.months.lowerBound < $1.months.lowerBound }
        }
    }

    /// The year, quarter or month, by its length, that it begins in.
    func around(_ length: Int) -> JourneyCohort {
        // April is the fourth month.
        let first = (months.lowerBound - 3) / length * length + 3
        return JourneyCohort(first...first + length - 1)
    }
}
