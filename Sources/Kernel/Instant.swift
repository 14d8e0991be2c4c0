/// A moment in UTC, to the millisecond: when something was recorded, or when an appointment starts.
public struct Instant: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Midnight UTC of a day, and so many milliseconds after it.
    public init(utc day: CalendarDay, milliseconds: Int64 = 0) {
        self.init(milliseconds: Int64(day.number) * Instant.dayLength + milliseconds)
    }

    /// A time on the clock in London. In the hour that an autumn change repeats, the first of the two is meant; in the
    /// hour that a spring change skips, the clock has already gone forward.
    public init(london day: CalendarDay, hour: Int, minute: Int) {
        let wall = Instant(utc: day, milliseconds: Int64(hour * 60 + minute) * 60_000)
        let summer = Instant(milliseconds: wall.milliseconds - Instant.hour)
        self = summer.isLondonSummer ? summer : wall
    }

    private static let hour: Int64 = 3_600_000
    private static let dayLength: Int64 = 86_400_000

    private var utc: (day: CalendarDay, milliseconds: Int64) {
        var (days, rest) = milliseconds.quotientAndRemainder(dividingBy: Instant.dayLength)
        if rest < 0 {
            days -= 1
            rest += Instant.dayLength
        }
        return (CalendarDay(number: Int32(days)), rest)
    }

    /// Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October
    /// (The Summer Time Order 2002, SI 2002/262; the same days were used from 1996).
    private var isLondonSummer: Bool {
        func change(month: Int, year: Int) -> Instant {
            let last = CalendarDay(year: year, month: month, day: 31)!
            return Instant(utc: last.adding(days: -((last.weekday.rawValue + 1) % 7)), milliseconds: Instant.hour)
        }
        let year = utc.day.year
        return self >= change(month: 3, year: year) && self < change(month: 10, year: year)
    }

    /// The day and the time on the clock in London.
    public var london: (day: CalendarDay, hour: Int, minute: Int) {
        let wall = isLondonSummer ? Instant(milliseconds: milliseconds + Instant.hour) : self
        let (day, rest) = wall.utc
        return (day, Int(rest / Instant.hour), Int(rest % Instant.hour / 60_000))
    }

    /// The calendar day in London: what rules mean by the day on which something happened.
    public var day: CalendarDay { london.day }

    public func adding(minutes: Int) -> Instant { adding(seconds: minutes * 60) }
    public func adding(seconds: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(seconds) * 1000) }

    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }
}

extension Instant: CustomStringConvertible {
    /// `2012-08-09T08:30:00.000Z`: fixed length, so text order is time order.
    public var description: String {
        let (day, rest) = utc
        func padded(_ value: Int64, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(day)T\(padded(rest / Instant.hour, 2)):\(padded(rest / 60_000 % 60, 2)):"
            + "\(padded(rest / 1000 % 60, 2)).\(padded(rest % 1000, 3))Z"
    }

    /// Reads the stored form, and the shorter `2012-08-09T08:30Z` and `2012-08-09T08:30:00Z`.
    public init(_ text: some StringProtocol) throws(Refusal) {
        let unreadable = Refusal(
            "instant.unreadable", "“\(text.prefix(40))” is not a moment in UTC. Write it as 2012-08-09T08:30:00.000Z.")
        guard text.last == "Z", text.count >= 17 else { throw unreadable }
        let day = try CalendarDay(text.prefix(10))
        let time = text.dropFirst(11).dropLast()
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        guard text.dropFirst(10).first == "T", parts.count == 2 || parts.count == 3, let hour = Int64(parts[0]),
            let minute = Int64(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else { throw unreadable }
        var rest = hour * Instant.hour + minute * 60_000
        if parts.count == 3 {
            let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
            guard let second = Int64(seconds[0]), (0..<60).contains(second) else { throw unreadable }
            rest += second * 1000
            if seconds.count == 2 {
                guard seconds[1].count == 3, let thousandth = Int64(seconds[1]), thousandth >= 0 else {
                    throw unreadable
                }
                rest += thousandth
            } else if seconds.count != 1 {
                throw unreadable
            }
        }
        self.init(utc: day, milliseconds: rest)
    }
}
