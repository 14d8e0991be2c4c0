/// Reads a date and time as XML Schema and ISO 8601 write it: `2010-12-30T14:32:00.000+01:00`.
enum LoggedTime {
    /// A time as it stands in a log.
    struct Written: Equatable {
        /// Since 1970-01-01T00:00:00Z; finer parts are cut off. Of a time with no zone as if it were UTC.
        let milliseconds: Int64
        let hasZone: Bool
    }

    /// - Returns: milliseconds since 1970-01-01T00:00:00Z; finer parts are cut off, a time with no zone is taken as UTC. Nil when
    ///   it is not such a time.
    static func milliseconds(_ text: UnsafeRawBufferPointer) -> Int64? { written(text)?.milliseconds }

    /// - Returns: nil when it is not such a time.
    static func written(_ text: UnsafeRawBufferPointer) -> Written? {
        var text = Figures(text)
        guard let year = text.number(4), text.take("-"), let month = text.number(2), text.take("-"),
            let day = text.number(2), var value = midnight(year, month, day)
        else { return nil }
        if text.isAtEnd { return Written(milliseconds: value, hasZone: false) }
        guard text.take("T") || text.take(" "), let hour = text.number(2), text.take(":"), let minute = text.number(2)
        else { return nil }
        var (second, thousandths): (Int64, Int64) = (0, 0)
        if text.take(":") {
            guard let given = text.number(2) else { return nil }
            second = given
            if text.take(".") {
                guard let finer = text.thousandths() else { return nil }
                thousandths = finer
            }
        }
        guard let time = sinceMidnight(hour, minute, second, thousandths) else { return nil }
        value += time
        if text.isAtEnd { return Written(milliseconds: value, hasZone: false) }
        guard let ahead = text.take("Z") ? 0 : offset(&text), text.isAtEnd else { return nil }
        return Written(milliseconds: value - ahead, hasZone: true)
    }

    /// How far a zone is ahead of UTC, in milliseconds.
    private static func offset(_ text: inout Figures) -> Int64? {
        let sign: Int64
        if text.take("+") { sign = 1 } else if text.take("-") { sign = -1 } else { return nil }
        guard let hours = text.number(2), hours <= 14 else { return nil }
        _ = text.take(":")
        guard !text.isAtEnd else { return sign * hours * 3_600_000 }
        guard let minutes = text.number(2), minutes < 60 else { return nil }
        return sign * (hours * 60 + minutes) * 60_000
    }

    /// The beginning of a day, in milliseconds; nil when there is no such day.
    static func midnight(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64? {
        guard (1...12).contains(month), day >= 1, day <= length(year, month) else { return nil }
        return days(year, month, day) * 86_400_000
    }

    /// A time on the clock, in milliseconds; 24:00 is the next midnight (XML Schema Part 2, §3.2.7). Nil when no clock shows
    /// it.
    static func sinceMidnight(_ hour: Int64, _ minute: Int64, _ second: Int64, _ thousandths: Int64 = 0) -> Int64? {
        guard minute < 60, second <= 60 else { return nil }
        // The leap second of a clock that shows it is told as the second before.
        let time = ((hour * 60 + minute) * 60 + min(second, 59)) * 1000 + thousandths
        return time <= 86_400_000 ? time : nil
    }

    /// Days from 1970-01-01 in the Gregorian calendar, counted from March so that the leap day is a year's last.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let ofEra = shifted - era * 400
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    private static func length(_ year: Int64, _ month: Int64) -> Int64 {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

/// Digits and the signs between them, taken one after another.
struct Figures {
    private let text: UnsafeRawBufferPointer
    private var position = 0

    init(_ text: UnsafeRawBufferPointer) { self.text = text }

    var isAtEnd: Bool { position == text.count }

    /// So many digits.
    @inline(__always)
    mutating func number(_ digits: Int) -> Int64? {
        guard position + digits <= text.count else { return nil }
        var value: Int64 = 0
        for _ in 0..<digits {
            let digit = text[position] &- 0x30
            guard digit < 10 else { return nil }
            value = value * 10 + Int64(digit)
            position += 1
        }
        return value
    }

    /// One digit, or two where a second follows.
    mutating func oneOrTwo() -> Int64? {
        guard let first = number(1) else { return nil }
        return number(1).map { first * 10 + $0 } ?? first
    }

    /// A fraction of one, of which there must be a digit, in thousandths; what is finer is cut off.
    mutating func thousandths() -> Int64? {
        var (value, unit, any): (Int64, Int64, Bool) = (0, 100, false)
        while position < text.count, text[position] &- 0x30 < 10 {
            value += Int64(text[position] &- 0x30) * unit
            (unit, any) = (unit / 10, true)
            position += 1
        }
        return any ? value : nil
    }

    @inline(__always)
    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard position < text.count, UInt32(text[position]) == sign.value else { return false }
        position += 1
        return true
    }
}
