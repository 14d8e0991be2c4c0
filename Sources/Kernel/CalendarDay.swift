/// A day in the proleptic Gregorian calendar, with no time and no zone: what every rule counts in.
///
/// Stored and compared as days since 1 January 1970. The arithmetic is Howard Hinnant's `days_from_civil`
/// (howardhinnant.github.io/date_algorithms.html), exact for every year a record can hold.
public struct CalendarDay: Sendable, Hashable, Comparable {
    /// Days since 1 January 1970; negative before.
    public let number: Int32

    public init(number: Int32) { self.number = number }

    /// - Returns: nil when there is no such day, as 31 June, or the year is outside 1 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...CalendarDay.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        self.init(civil: year, month, day)
    }

    /// For a month and a day known to exist, in any year.
    init(civil year: Int, _ month: Int, _ day: Int) {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Reads `2012-06-30`.
    /// - Throws: `Refusal` when the text is not in that form or there is no such day.
    public init(_ text: some StringProtocol) throws(Refusal) {
        var string = String(text)
        guard let (year, month, day) = string.withUTF8({ $0.count == 10 ? CalendarDay.figures($0) : nil }) else {
            throw Refusal(
                "day.unreadable", "“\(text.prefix(40))” is not a date. Write year, month and day, as 2012-06-30.")
        }
        guard let found = CalendarDay(year: year, month: month, day: day) else {
            throw Refusal("day.none", "There is no such day as \(text). Check the day and the month.")
        }
        self = found
    }

    /// Year, month and day as the first ten bytes spell them, whether or not there is such a day.
    static func figures(_ bytes: UnsafeBufferPointer<UInt8>) -> (Int, Int, Int)? {
        guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = ASCIIDigits.number(bytes, 0..<4), let month = ASCIIDigits.number(bytes, 5..<7),
            let day = ASCIIDigits.number(bytes, 8..<10)
        else { return nil }
        return (year, month, day)
    }

    /// Year, month (1 to 12) and day of the month.
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    public var year: Int { parts.year }
    public var month: Int { parts.month }
    public var day: Int { parts.day }
    public var weekday: Weekday { Weekday(rawValue: ((Int(number) + 3) % 7 + 7) % 7)! }

    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public func adding(days: Int) -> CalendarDay { CalendarDay(number: number + Int32(days)) }
    public func adding(weeks: Int) -> CalendarDay { adding(days: weeks * 7) }

    /// The same day of a later month, or that month's last day where it is shorter (31 January and a month is 28 February).
    public func adding(months: Int) -> CalendarDay {
        let (year, month, day) = parts
        let index = year * 12 + month - 1 + months
        let newYear = (index >= 0 ? index : index - 11) / 12
        let newMonth = index - newYear * 12 + 1
        return CalendarDay(civil: newYear, newMonth, min(day, CalendarDay.length(ofMonth: newMonth, year: newYear)))
    }

    public func adding(years: Int) -> CalendarDay { adding(months: years * 12) }

    /// Whole days from this day to another; negative when the other is earlier.
    public func days(until other: CalendarDay) -> Int { Int(other.number - number) }

    /// Whole calendar months completed between this day and a later one; 0 when it is not later.
    public func months(until other: CalendarDay) -> Int {
        guard other > self else { return 0 }
        let (from, to) = (parts, other.parts)
        let months = (to.year - from.year) * 12 + to.month - from.month
        return adding(months: months) > other ? months - 1 : months
    }

    /// Age in whole years on a day, for somebody born on this one; 0 before birth.
    ///
    /// A year is reached at the start of the anniversary (Family Law Reform Act 1969, s. 9). Somebody born on 29 February
    /// reaches it on 1 March in a year that has no such day.
    public func age(on day: CalendarDay) -> Int {
        let (born, now) = (parts, day.parts)
        let reached = (now.month, now.day) >= (born.month, born.day)
        return max(0, now.year - born.year - (reached ? 0 : 1))
    }

    public static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }
}

extension CalendarDay: CustomStringConvertible {
    /// `2012-06-30`, the form that is stored.
    public var description: String {
        let (year, month, day) = parts
        return "\(ASCIIDigits.padded(year, 4))-\(ASCIIDigits.padded(month, 2))-\(ASCIIDigits.padded(day, 2))"
    }

    /// `30 June 2012`, the form that people read.
    public var written: String { "\(day) \(CalendarDay.monthNames[month - 1]) \(year)" }

    public static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension CalendarDay: Strideable {
    public func distance(to other: CalendarDay) -> Int { days(until: other) }
    public func advanced(by days: Int) -> CalendarDay { adding(days: days) }
}

public enum Weekday: Int, Sendable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    public var name: String {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][rawValue]
    }
}
