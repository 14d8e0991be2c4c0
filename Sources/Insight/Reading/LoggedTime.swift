/// Reads a date and time as XML Schema and ISO 8601 write it: `2010-12-30T14:32:00.000+01:00`.
enum LoggedTime {
    /// - Returns: milliseconds since 1970-01-01T00:00:00Z; finer parts are cut off, a time with no zone is taken as UTC. Nil when
    ///   it is not such a time.
    static func milliseconds(_ text: UnsafeRawBufferPointer) -> Int64? {
        var text = Figures(text)
        guard let year = text.number(4), text.take("-"), let month = text.number(2), (1...12).contains(month),
            text.take("-"), let day = text.number(2), day >= 1, day <= length(year, month)
        else { return nil }
        var value = days(year, month, day) * 86_400_000
        if text.isAtEnd { return value }
        guard text.take("T") || text.take(" "), let hour = text.number(2), hour < 24, text.take(":"),
            let minute = text.number(2), minute < 60
        else { return nil }
        value += (hour * 60 + minute) * 60_000
        if text.take(":") {
            // The leap second of a clock that shows it is told as the second before.
            guard let second = text.number(2), second <= 60 else { return nil }
            value += min(second, 59) * 1000
            if text.take(".") {
                guard let thousandths = text.thousandths() else { return nil }
                value += thousandths
            }
        }
        if text.isAtEnd { return value }
        if text.take("Z") { return text.isAtEnd ? value : nil }
        let sign: Int64
        if text.take("+") { sign = -1 } else if text.take("-") { sign = 1 } else { return nil }
        guard let hours = text.number(2), hours <= 14 else { return nil }
        _ = text.take(":")
        var minutes: Int64 = 0
        if !text.isAtEnd {
            guard let given = text.number(2), given < 60 else { return nil }
            minutes = given
        }
        return text.isAtEnd ? value + sign * (hours * 60 + minutes) * 60_000 : nil
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
private struct Figures {
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
