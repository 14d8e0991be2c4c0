public import Kernel

/// A day that says its distance: *Tue 14 Aug 2012 (in 6 days)*.
public struct WrittenDay: Component {
    private let day: CalendarDay
    private let today: CalendarDay?

    /// - Parameter today: the day to count from; nil leaves the distance out.
    public init(_ day: CalendarDay, today: CalendarDay? = nil) {
        self.day = day
        self.today = today
    }

    /// `Tue 14 Aug 2012`
    public static func short(_ day: CalendarDay) -> String {
        let (year, month, date) = day.parts
        return "\(day.weekday.name.prefix(3)) \(date) \(CalendarDay.monthNames[month - 1].prefix(3)) \(year)"
    }

    /// `Tuesday 14 August 2012`
    public static func full(_ day: CalendarDay) -> String { "\(day.weekday.name) \(day.written)" }

    /// How far away a day is, to the precision a person would say: days for eight weeks, then months, then years.
    public static func distance(from today: CalendarDay, to day: CalendarDay) -> String {
        let days = today.days(until: day)
        switch days {
        case 0: return "today"
        case 1: return "tomorrow"
        case -1: return "yesterday"
        default: break
        }
        let months = max(today.months(until: day), day.months(until: today))
        let size =
            switch (abs(days), months) {
            case (...56, _): "\(abs(days)) days"
            case (_, ..<24): months == 1 ? "1 month" : "\(months) months"
            default: "\(months / 12) years"
            }
        return days > 0 ? "in \(size)" : "\(size) ago"
    }

    public var body: some HTML {
        time(.datetime(day)) { WrittenDay.short(day) }
        if let today {
            " "
            span(.class("distance")) { "(\(WrittenDay.distance(from: today, to: day)))" }
        }
    }
}

/// A moment on the clock in London: *9:30am, Thu 30 Aug 2012*.
public struct WrittenMoment: Component {
    private let moment: Instant

    public init(_ moment: Instant) { self.moment = moment }

    /// `9:30am`, `12 noon`, `midnight`: as people say a time.
    public static func clock(_ moment: Instant) -> String {
        let (_, hour, minute) = moment.london
        if minute == 0, hour == 0 || hour == 12 { return hour == 0 ? "midnight" : "12 noon" }
        let minutes = minute == 0 ? "" : ":\(minute < 10 ? "0" : "")\(minute)"
        return "\((hour + 11) % 12 + 1)\(minutes)\(hour < 12 ? "am" : "pm")"
    }

    public var body: some HTML {
        time(.datetime(moment)) { "\(WrittenMoment.clock(moment)), \(WrittenDay.short(moment.day))" }
    }
}
