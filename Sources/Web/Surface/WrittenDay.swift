import Casework
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
    public static func short(_ day: CalendarDay) -> String { day.saidShort }

    /// `Tuesday 14 August 2012`
    public static func full(_ day: CalendarDay) -> String { day.saidInFull }

    /// How far away a day is, to the precision a person would say: days for eight weeks, then months, then years.
    public static func distance(from today: CalendarDay, to day: CalendarDay) -> String { today.saidDistance(to: day) }

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
    public static func clock(_ moment: Instant) -> String { moment.saidClock }

    public var body: some HTML {
        time(.datetime(moment)) { "\(WrittenMoment.clock(moment)), \(WrittenDay.short(moment.day))" }
    }
}
