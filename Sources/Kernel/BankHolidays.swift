/// The bank holidays of one nation, laid out so that asking about a day, or counting between two, takes one look.
final class BankHolidays: Sendable {
    static func kept(in nation: Nation) -> BankHolidays {
        switch nation {
        case .england, .wales: englandAndWales
        case .scotland: scotland
        case .northernIreland: northernIreland
        }
    }

    private static let englandAndWales = BankHolidays(.england)
    private static let scotland = BankHolidays(.scotland)
    private static let northernIreland = BankHolidays(.northernIreland)

    /// The years that are laid out; any other year is worked out when it is asked for.
    private static let years = 1970...2069

    private let nation: Nation
    private let first: CalendarDay
    private let last: CalendarDay
    private let names: [String]
    /// How many holidays had been kept by the end of each day, starting from the eve of the first.
    private let passed: [UInt16]

    private init(_ nation: Nation) {
        let holidays = BankHolidays.years.flatMap { BankHoliday.all(in: nation, year: $0) }
        let first = BankHolidays.firstDay(of: BankHolidays.years.lowerBound)
        let last = BankHolidays.firstDay(of: BankHolidays.years.upperBound + 1).adding(days: -1)
        var passed = [UInt16](repeating: 0, count: first.days(until: last) + 2)
        for holiday in holidays { passed[first.days(until: holiday.day) + 1] = 1 }
        for index in passed.indices.dropFirst() { passed[index] += passed[index - 1] }
        self.nation = nation
        self.first = first
        self.last = last
        self.passed = passed
        names = holidays.map(\.name)
    }

    func name(on day: CalendarDay) -> String? {
        guard first <= day, day <= last else {
            return BankHoliday.all(in: nation, year: day.year).first { $0.day == day }?.name
        }
        let index = first.days(until: day) + 1
        return passed[index] == passed[index - 1] ? nil : names[Int(passed[index]) - 1]
    }

    /// How many holidays are kept from 1 January 1970 to the end of a day; less than nought before then.
    func count(through day: CalendarDay) -> Int {
        if day < first { return -distant(between: day.year, and: BankHolidays.years.lowerBound) { $0 > day } }
        if day > last {
            return names.count + distant(between: day.year, and: BankHolidays.years.upperBound) { $0 <= day }
        }
        return Int(passed[first.days(until: day) + 1])
    }

    /// Those that match in a year that is not laid out, and all in the years that part it from one that is: the rules give
    /// the same number every year.
    private func distant(between year: Int, and laidOut: Int, where matches: (CalendarDay) -> Bool) -> Int {
        let holidays = BankHoliday.all(in: nation, year: year)
        return holidays.count * (abs(year - laidOut) - 1) + holidays.count { matches($0.day) }
    }

    private static func firstDay(of year: Int) -> CalendarDay { CalendarDay(civil: year, 1, 1) }
}
