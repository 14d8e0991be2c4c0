public import Kernel

// Days and times as they are said to a reader: in English, or in Welsh while a Welsh reader is written to. The name of the
// day stands only where nothing before it would change its first letter (“ddydd Mawrth”).

extension CalendarDay: Sayable {
    /// `14 August 2012`, `14 Awst 2012`
    public var said: String {
        guard Speech.language == .welsh else { return written }
        let (year, month, day) = parts
        return "\(day) \(WelshCalendar.months[month - 1]) \(year)"
    }

    /// `Tuesday 14 August 2012`, `dydd Mawrth 14 Awst 2012`
    public var saidInFull: String {
        guard Speech.language == .welsh else { return "\(weekday.name) \(written)" }
        return "\(WelshCalendar.days[weekday]?.full ?? "") \(said)"
    }

    /// The same where it begins a line: `Dydd Mawrth 14 Awst 2012`.
    public var saidFirst: String { saidInFull.capitalisedFirst }

    /// `Tue 14 Aug 2012`, `Maw 14 Awst 2012`
    public var saidShort: String {
        let (year, month, day) = parts
        guard Speech.language == .welsh else {
            return "\(weekday.name.prefix(3)) \(day) \(CalendarDay.monthNames[month - 1].prefix(3)) \(year)"
        }
        return "\(WelshCalendar.days[weekday]?.short ?? "") \(day) \(WelshCalendar.shortMonths[month - 1]) \(year)"
    }

    /// How far away another day is: `in 6 days`, `3 months ago`, `ymhen 6 diwrnod`.
    public func saidDistance(to day: CalendarDay) -> String {
        let days = days(until: day)
        let months = max(months(until: day), day.months(until: self))
        return Speech.language == .welsh
            ? WelshCalendar.distance(days: days, months: months) : EnglishCalendar.distance(days: days, months: months)
    }
}

extension Instant {
    /// `9:30am`, `12 noon`, `midnight`; `9:30yb`, `hanner dydd`, `hanner nos`.
    public var saidClock: String {
        let (_, hour, minute) = london
        let isWelsh = Speech.language == .welsh
        if minute == 0, hour == 0 { return isWelsh ? "hanner nos" : "midnight" }
        if minute == 0, hour == 12 { return isWelsh ? "hanner dydd" : "12 noon" }
        let minutes = minute == 0 ? "" : ":\(minute < 10 ? "0" : "")\(minute)"
        let half = hour < 12 ? (isWelsh ? "yb" : "am") : (isWelsh ? "yp" : "pm")
        return "\((hour + 11) % 12 + 1)\(minutes)\(half)"
    }
}

private enum EnglishCalendar {
    static func distance(days: Int, months: Int) -> String {
        switch days {
        case 0: return "today"
        case 1: return "tomorrow"
        case -1: return "yesterday"
        default: break
        }
        let size =
            switch (abs(days), months) {
            case (...56, _): "\(abs(days)) days"
            case (_, ..<24): months == 1 ? "1 month" : "\(months) months"
            default: "\(months / 12) years"
            }
        return days > 0 ? "in \(size)" : "\(size) ago"
    }
}

private enum WelshCalendar {
    static let months = [
        "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd",
        "Rhagfyr",
    ]
    static let shortMonths = [
        "Ion", "Chwe", "Maw", "Ebr", "Mai", "Meh", "Gorff", "Awst", "Medi", "Hyd", "Tach", "Rhag",
    ]
    static let days: [Weekday: (full: String, short: String)] = [
        .monday: ("dydd Llun", "Llun"), .tuesday: ("dydd Mawrth", "Maw"), .wednesday: ("dydd Mercher", "Mer"),
        .thursday: ("dydd Iau", "Iau"), .friday: ("dydd Gwener", "Gwe"), .saturday: ("dydd Sadwrn", "Sad"),
        .sunday: ("dydd Sul", "Sul"),
    ]

    static func distance(days: Int, months: Int) -> String {
        switch days {
        case 0: return "heddiw"
        case 1: return "yfory"
        case -1: return "ddoe"
        default: break
        }
        let size =
            switch (abs(days), months) {
            case (2, _): "deuddydd"
            case (...56, _): "\(abs(days)) diwrnod"
            case (_, ..<24): months == 2 ? "deufis" : "\(months) mis"
            default: years(months / 12)
            }
        return days > 0 ? "ymhen \(size)" : "\(size) yn ôl"
    }

    /// `3 blynedd`, `5 mlynedd`: the word for years changes with the number before it.
    private static func years(_ count: Int) -> String {
        switch count {
        case 2: "dwy flynedd"
        case 3, 4, 6: "\(count) blynedd"
        default: "\(count) mlynedd"
        }
    }
}
