/// Reads a date and time as XML Schema and ISO 8601 write it: `2010-12-30T14:32:00.000+01:00`.
enum LoggedTime {
    /// - Returns: milliseconds since 1970-01-01T00:00:00Z; finer parts are cut off, a time with no zone is taken as UTC. Nil when
    ///   it is not such a time.
    static func milliseconds(_ text: UnsafeRawBufferPointer) -> Int64? {
        var position = 0
        let count = text.count
        func digits(_ many: Int) -> Int64? {
            guard position + many <= count else { return nil }
            var value: Int64 = 0
            for _ in 0..<many {
                let digit = text[position] &- 0x30
                guard digit < 10 else { return nil }
                value = value * 10 + Int64(digit)
                position += 1
            }
            return value
        }
        func take(_ byte: UInt8) -> Bool {
            guard position < count, text[position] == byte else { return false }
            position += 1
            return true
        }
        guard let year = digits(4), take(UInt8(ascii: "-")), let month = digits(2), (1...12).contains(month),
            take(UInt8(ascii: "-")), let day = digits(2), day >= 1, day <= length(year, month)
        else { return nil }
        var value = days(year, month, day) * 86_400_000
        guard position < count else { return value }
        guard take(UInt8(ascii: "T")) || take(UInt8(ascii: " ")), let hour = digits(2), hour < 24,
            take(UInt8(ascii: ":")), let minute = digits(2), minute < 60
        else { return nil }
        value += (hour * 60 + minute) * 60_000
        if take(UInt8(ascii: ":")) {
            // The leap second of a clock that shows it is told as the second before.
            guard let second = digits(2), second <= 60 else { return nil }
            value += min(second, 59) * 1000
            if take(UInt8(ascii: ".")) {
                var (unit, any): (Int64, Bool) = (100, false)
                while position < count, text[position] &- 0x30 < 10 {
                    value += Int64(text[position] &- 0x30) * unit
                    (unit, any) = (unit / 10, true)
                    position += 1
                }
                guard any else { return nil }
            }
        }
        guard position < count else { return value }
        if take(UInt8(ascii: "Z")) { return position == count ? value : nil }
        let sign: Int64
        if take(UInt8(ascii: "+")) { sign = -1 } else if take(UInt8(ascii: "-")) { sign = 1 } else { return nil }
        guard let hours = digits(2), hours <= 14 else { return nil }
        _ = take(UInt8(ascii: ":"))
        var minutes: Int64 = 0
        if position < count {
            guard let given = digits(2), given < 60 else { return nil }
            minutes = given
        }
        return position == count ? value + sign * (hours * 60 + minutes) * 60_000 : nil
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
