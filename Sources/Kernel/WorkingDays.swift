/// The working days of one nation: Monday to Friday, less its bank holidays.
///
/// Bank holidays are as they were kept from 2000 to 2030; in other years the standing rules hold, without the days that
/// were moved or added by proclamation.
public struct WorkingDays: Sendable {
    public let nation: Nation
    private let holidays: BankHolidays

    public init(_ nation: Nation) {
        self.nation = nation
        holidays = BankHolidays.kept(in: nation)
    }

    public func isWorkingDay(_ day: CalendarDay) -> Bool {
        day.weekday.rawValue < Weekday.saturday.rawValue && holidays.name(on: day) == nil
    }

    /// The name of the bank holiday kept on a day, or nil.
    ///
    /// Where a holiday falls on a weekend it is the weekday kept instead that has the name: `Boxing Day (substitute day)`.
    public func bankHoliday(on day: CalendarDay) -> String? { holidays.name(on: day) }

    /// The last of so many working days that follow a day, which itself is not counted whether or not it is one.
    /// - Parameter count: 0 or more; 0 is the day itself, which then need not be a working day.
    public func adding(_ count: Int, to day: CalendarDay) -> CalendarDay {
        precondition(count >= 0, "working days are counted forward")
        guard count > 0 else { return day }
        let (weekdays, kept) = (WorkingDays.weekdays(through: day), holidays.count(through: day))
        // The day lies as many weekdays further on as there are bank holidays before it; each step may find more of them.
        var passed = 0
        while true {
            let found = WorkingDays.weekday(numbered: weekdays + count + passed)
            let met = holidays.count(through: found) - kept
            if met == passed { return found }
            passed = met
        }
    }

    /// How many working days there are after one day, up to and including another; 0 when the other is not later.
    public func count(after day: CalendarDay, through other: CalendarDay) -> Int {
        guard other > day else { return 0 }
        return WorkingDays.weekdays(through: other) - WorkingDays.weekdays(through: day)
            - (holidays.count(through: other) - holidays.count(through: day))
    }

    // MARK: Weekdays, numbered from 1 on Monday 29 December 1969

    private static func weekdays(through day: CalendarDay) -> Int {
        let days = Int(day.number) + 3
        let week = (days >= 0 ? days : days - 6) / 7
        return week * 5 + min(days - week * 7 + 1, 5)
    }

    private static func weekday(numbered number: Int) -> CalendarDay {
        let week = (number > 0 ? number - 1 : number - 5) / 5
        return CalendarDay(number: Int32(number - 4 + week * 2))
    }
}
