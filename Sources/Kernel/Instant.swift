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
        let year = utc.day.year
        guard let march = CalendarDay(year: year, month: 3, day: 31),
            let october = CalendarDay(year: year, month: 10, day: 31)
        else { return false }
        func change(_ last: CalendarDay) -> Instant {
            Instant(utc: last.adding(days: -((last.weekday.rawValue + 1) % 7)), milliseconds: Instant.hour)
        }
        return self >= change(march) && self < change(october)
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
        func padded(_ value: Int64, _ width: Int) -> String { ASCIIDigits.padded(Int(value), width) }
        return "\(day)T\(padded(rest / Instant.hour, 2)):\(padded(rest / 60_000 % 60, 2)):"
            + "\(padded(rest / 1000 % 60, 2)).\(padded(rest % 1000, 3))Z"
    }

    /// Reads the stored form, and the shorter `2012-08-09T08:30Z` and `2012-08-09T08:30:00Z`.
    /// - Throws: `Refusal` when the text is in none of these forms, or there is no such day or time.
    public init(_ text: some StringProtocol) throws(Refusal) {
        var string = String(text)
        guard let milliseconds = string.withUTF8(Instant.milliseconds) else {
            if string.dropFirst(10).first == "T" { _ = try CalendarDay(string.prefix(10)) }
            throw Refusal(
                "instant.unreadable",
                "“\(text.prefix(40))” is not a moment in UTC. Write it as 2012-08-09T08:30:00.000Z.")
        }
        self.init(milliseconds: milliseconds)
    }

    private static func milliseconds(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        let (seconds, thousandths) = (bytes.count >= 20, bytes.count == 24)
        guard bytes.count == 17 || bytes.count == 20 || thousandths, bytes[bytes.count - 1] == UInt8(ascii: "Z"),
            bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            !seconds || bytes[16] == UInt8(ascii: ":"), !thousandths || bytes[19] == UInt8(ascii: "."),
            let (year, month, number) = CalendarDay.figures(bytes),
            let day = CalendarDay(year: year, month: month, day: number),
            let hour = ASCIIDigits.number(bytes, 11..<13), hour < 24,
            let minute = ASCIIDigits.number(bytes, 14..<16), minute < 60,
            let second = seconds ? ASCIIDigits.number(bytes, 17..<19) : 0, second < 60,
            let thousandth = thousandths ? ASCIIDigits.number(bytes, 20..<23) : 0
        else { return nil }
        let time = ((hour * 60 + minute) * 60 + second) * 1000 + thousandth
        return Instant(utc: day, milliseconds: Int64(time)).milliseconds
    }
}
