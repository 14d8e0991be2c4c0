/// One bank holiday as it was kept: always a weekday.
struct BankHoliday: Sendable, Equatable {
    let day: CalendarDay
    let name: String
}

/// The standing rules: the Banking and Financial Dealings Act 1971, schedule 1; the days proclaimed every year under its
/// section 1 (New Year's Day and the early May holiday outside Scotland; Boxing Day and the spring holiday in Scotland; 12
/// July in Northern Ireland); Good Friday and Christmas Day, which are holidays by common law in England, Wales and Northern
/// Ireland; and the St Andrew's Day Bank Holiday (Scotland) Act 2007. Names are those of gov.uk/bank-holidays.
extension BankHoliday {
    /// The bank holidays of a year, in order, with what was moved or added by proclamation.
    static func all(in nation: Nation, year: Int) -> [BankHoliday] {
        var holidays = byRule(in: nation, year: year)
        for exception in BankHolidayException.all where exception.year == year && exception.nations.contains(nation) {
            holidays.removeAll { $0.name == exception.replaces }
            holidays.append(BankHoliday(year, exception.month, exception.day, exception.name))
        }
        return holidays.sorted { $0.day < $1.day }
    }

    private static func byRule(in nation: Nation, year: Int) -> [BankHoliday] {
        let easter = easterSunday(in: year)
        var holidays = [
            BankHoliday(year, 1, 1, "New Year’s Day"),
            BankHoliday(day: easter.adding(days: -2), name: "Good Friday"),
            BankHoliday(day: firstMonday(of: 5, year), name: "Early May bank holiday"),
            BankHoliday(day: lastMonday(of: 5, year), name: "Spring bank holiday"),
            BankHoliday(year, 12, 25, "Christmas Day"),
            BankHoliday(year, 12, 26, "Boxing Day"),
        ]
        if nation == .scotland {
            holidays.append(BankHoliday(year, 1, 2, "2nd January"))
            holidays.append(BankHoliday(day: firstMonday(of: 8, year), name: "Summer bank holiday"))
            // Royal Assent on 15 January 2007 (2007 asp 2), so first kept on 30 November 2007.
            if year >= 2007 { holidays.append(BankHoliday(year, 11, 30, "St Andrew’s Day")) }
        } else {
            holidays.append(BankHoliday(day: easter.adding(days: 1), name: "Easter Monday"))
            holidays.append(BankHoliday(day: lastMonday(of: 8, year), name: "Summer bank holiday"))
        }
        if nation == .northernIreland {
            holidays.append(BankHoliday(year, 3, 17, "St Patrick’s Day"))
            holidays.append(BankHoliday(year, 7, 12, "Battle of the Boyne (Orangemen’s Day)"))
        }
        return substituted(holidays)
    }

    /// Moves each holiday that falls on a weekend to the next weekday that is not a holiday already, earlier ones first: a
    /// Christmas Day on Saturday is kept on Monday and Boxing Day on Tuesday; on Sunday, Boxing Day is kept on its own Monday
    /// and Christmas Day on Tuesday.
    ///
    /// The Act moves only some of them (schedule 1, a Sunday's); the rest are moved by a proclamation each time.
    private static func substituted(_ holidays: [BankHoliday]) -> [BankHoliday] {
        var kept = holidays.filter { !$0.day.isWeekend }
        for holiday in holidays.filter(\.day.isWeekend).sorted(by: { $0.day < $1.day }) {
            var day = holiday.day.adding(days: 1)
            while day.isWeekend || kept.contains(where: { $0.day == day }) { day = day.adding(days: 1) }
            kept.append(BankHoliday(day: day, name: "\(holiday.name) (substitute day)"))
        }
        return kept
    }

    /// The Gregorian computus of Meeus, Jones and Butcher (J. Meeus, Astronomical Algorithms, 1991, chapter 8).
    static func easterSunday(in year: Int) -> CalendarDay {
        let (golden, century, yearOfCentury) = (year % 19, year / 100, year % 100)
        let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let late = (golden + 11 * epact + 22 * weekday) / 451
        let days = epact + weekday - 7 * late + 114
        return BankHoliday(year, days / 31, days % 31 + 1, "Easter Sunday").day
    }

    private init(_ year: Int, _ month: Int, _ day: Int, _ name: String) {
        self.init(day: CalendarDay(civil: year, month, day), name: name)
    }

    private static func firstMonday(of month: Int, _ year: Int) -> CalendarDay {
        let first = CalendarDay(civil: year, month, 1)
        return first.adding(days: (7 - first.weekday.rawValue) % 7)
    }

    private static func lastMonday(of month: Int, _ year: Int) -> CalendarDay {
        let last = CalendarDay(civil: year, month, 31)
        return last.adding(days: -last.weekday.rawValue)
    }
}

extension CalendarDay {
    fileprivate var isWeekend: Bool { weekday == .saturday || weekday == .sunday }
}
