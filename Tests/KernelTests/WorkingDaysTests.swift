import Kernel
import Testing

@Suite("Working days")
struct WorkingDaysTests {
    @Test("England and Wales keep the same days; the three calendars differ", arguments: [2002, 2012, 2026])
    func calendarsAreShared(year: Int) {
        #expect(keptDays(.england, year) == keptDays(.wales, year))
        #expect(Set([Nation.england, .scotland, .northernIreland].map { keptDays($0, year) }).count == 3)
    }

    @Test("The bank holidays of a year are those published for each nation", arguments: PublishedBankHolidays.all)
    func publishedYears(nation: Nation, year: Int, days: String) {
        #expect(keptDays(nation, year) == days)
    }

    @Test(
        "A bank holiday has the name gov.uk gives it",
        arguments: [
            (.england, "2011-12-26", "Boxing Day"), (.england, "2011-12-27", "Christmas Day (substitute day)"),
            (.wales, "2021-12-27", "Christmas Day (substitute day)"),
            (.wales, "2021-12-28", "Boxing Day (substitute day)"),
            (.england, "2020-05-08", "Early May bank holiday (VE day)"),
            (.england, "2012-06-04", "Spring bank holiday"),
            (.england, "2012-06-05", "Queen’s Diamond Jubilee"), (.scotland, "2012-01-02", "2nd January"),
            (.scotland, "2012-01-03", "New Year’s Day (substitute day)"),
            (.scotland, "2022-01-03", "New Year’s Day (substitute day)"),
            (.scotland, "2022-01-04", "2nd January (substitute day)"), (.scotland, "2007-11-30", "St Andrew’s Day"),
            (.scotland, "2026-06-15", "World Cup bank holiday"),
            (.northernIreland, "2012-03-19", "St Patrick’s Day (substitute day)"),
            (.northernIreland, "2020-07-13", "Battle of the Boyne (Orangemen’s Day) (substitute day)"),
            (.northernIreland, "2022-09-19", "Bank Holiday for the State Funeral of Queen Elizabeth II"),
        ] as [(Nation, String, String)])
    func names(nation: Nation, day: String, name: String) throws {
        #expect(try WorkingDays(nation).bankHoliday(on: CalendarDay(day)) == name)
    }

    @Test(
        "A day that a holiday was moved from, or that only another nation keeps, is worked",
        arguments: [
            (.england, "2002-05-27"), (.scotland, "2012-05-28"), (.northernIreland, "2020-05-04"),
            (.england, "2022-05-30"),
            (.england, "2026-06-15"), (.scotland, "2012-04-09"), (.scotland, "2012-08-27"), (.england, "2012-08-06"),
            (.scotland, "2006-11-30"), (.wales, "2012-07-12"), (.england, "2012-01-03"),
        ] as [(Nation, String)])
    func workedDays(nation: Nation, day: String) throws {
        #expect(try WorkingDays(nation).isWorkingDay(CalendarDay(day)))
    }

    @Test("No day of a weekend is worked, and none has a bank holiday's name", arguments: Nation.allCases)
    func weekends(nation: Nation) throws {
        let days = WorkingDays(nation)
        let weekend = try CalendarDay("1999-12-25")
        for week in 0..<1_700 {
            for day in [weekend.adding(weeks: week), weekend.adding(days: week * 7 + 1)] {
                #expect(!days.isWorkingDay(day) && days.bankHoliday(on: day) == nil)
            }
        }
    }

    @Test(
        "Working days are counted over weekends and bank holidays",
        arguments: [
            (.england, "2012-06-01", 1, "2012-06-06"), (.england, "2012-06-02", 0, "2012-06-02"),
            (.england, "2012-06-02", 1, "2012-06-06"), (.england, "2011-04-21", 2, "2011-04-27"),
            (.england, "2011-04-21", 4, "2011-05-03"), (.scotland, "2011-12-30", 1, "2012-01-04"),
            (.england, "2011-12-30", 1, "2012-01-03"), (.england, "2012-03-01", 15, "2012-03-22"),
            (.northernIreland, "2012-03-16", 1, "2012-03-20"),
        ] as [(Nation, String, Int, String)])
    func adding(nation: Nation, from: String, count: Int, to: String) throws {
        #expect(try WorkingDays(nation).adding(count, to: CalendarDay(from)).description == to)
    }

    @Test(
        "Adding working days and counting them undo each other, and land on a working day", arguments: Nation.allCases)
    func addingAndCounting(nation: Nation) {
        let days = WorkingDays(nation)
        let samples = Samples(seed: 10)
        var wrong: [String] = []
        for _ in 0..<3_000 {
            let (from, count) = (samples.day(1900...2150), samples.one(of: [1, 2, 5, 15, 260, 20_000]))
            let reached = days.adding(count, to: from)
            let right =
                days.isWorkingDay(reached) && days.count(after: from, through: reached) == count
                && days.count(after: from, through: reached.adding(days: -1)) == count - 1
            if !right { wrong.append("\(from) \(count) \(reached)") }
        }
        #expect(wrong.isEmpty)
    }

    @Test(
        "A count is the number of working days met on the way, inside the years laid out and across their ends",
        arguments: ["1969-06-01", "1998-06-01", "2011-06-01", "2069-06-01", "2110-06-01"])
    func countMatchesWalking(from: String) throws {
        let start = try CalendarDay(from)
        for nation in Nation.allCases {
            let days = WorkingDays(nation)
            var walked = 0
            for day in start.adding(days: 1)...start.adding(days: 1_000) {
                if days.isWorkingDay(day) { walked += 1 }
                #expect(days.count(after: start, through: day) == walked)
            }
        }
    }

    @Test("Counting back counts nothing")
    func countingBack() throws {
        let day = try CalendarDay("2012-06-06")
        #expect(WorkingDays(.england).count(after: day, through: day) == 0)
        #expect(WorkingDays(.england).count(after: day, through: day.adding(days: -30)) == 0)
    }

    @Test("Outside 2000 to 2030 the standing rules hold and nothing was moved")
    func otherYears() throws {
        #expect(keptDays(.england, 1977) == "01-03 04-08 04-11 05-02 05-30 08-29 12-26 12-27")
        #expect(keptDays(.england, 2099) == "01-01 04-10 04-13 05-04 05-25 08-31 12-25 12-28")
        #expect(try WorkingDays(.england).adding(1, to: CalendarDay("9999-12-31")).description == "10000-01-04")
    }

    private func keptDays(_ nation: Nation, _ year: Int) -> String {
        let days = WorkingDays(nation)
        let (first, last) = (CalendarDay(year: year, month: 1, day: 1)!, CalendarDay(year: year, month: 12, day: 31)!)
        return (first...last).filter { days.bankHoliday(on: $0) != nil }.map { $0.description.dropFirst(5) }
            .joined(separator: " ")
    }
}
