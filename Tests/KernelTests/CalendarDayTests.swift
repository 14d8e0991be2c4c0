import Foundation
import Kernel
import Testing

@Suite("Calendar days")
struct CalendarDayTests {
    @Test("Every day from 1900 to 2100 has the year, month, day and weekday of Foundation's Gregorian calendar")
    func agreesWithFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        let first = try #require(CalendarDay(year: 1900, month: 1, day: 1))
        let last = try #require(CalendarDay(year: 2100, month: 12, day: 31))
        var wrong: [CalendarDay] = []
        for day in first...last {
            let date = Date(timeIntervalSince1970: Double(day.number) * 86_400)
            let theirs = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            let ours = day.parts
            let same =
                theirs.year == ours.year && theirs.month == ours.month && theirs.day == ours.day
                && theirs.weekday == (day.weekday.rawValue + 1) % 7 + 1
                && CalendarDay(year: ours.year, month: ours.month, day: ours.day) == day
            if !same { wrong.append(day) }
        }
        #expect(wrong.isEmpty)
        #expect(first.days(until: last) == 73_413)
    }

    @Test("Every day from 1900 to 2100 is read back from its text, and text order is day order")
    func textRoundTrip() throws {
        let first = try #require(CalendarDay(year: 1900, month: 1, day: 1))
        let texts = (0..<73_414).map { first.adding(days: $0).description }
        let unread = texts.indices.filter { (try? CalendarDay(texts[$0])) != first.adding(days: $0) }
        #expect(unread.isEmpty)
        #expect(texts == texts.sorted())
    }

    @Test(
        "A day that does not exist is refused",
        arguments: [
            "2011-06-31", "2011-02-29", "1900-02-29", "2012-02-30", "2012-13-01", "2012-00-10", "2012-01-00",
            "0000-01-01",
        ])
    func refusesNoSuchDay(text: String) {
        #expect(refusal { () throws(Refusal) in try CalendarDay(text) } == "day.none")
    }

    @Test(
        "Text that is not year, month and day is refused",
        arguments: [
            "", "2012", "2012-6-30", "12-06-30", "2012/06/30", "30-06-2012", "2012-06-30T00:00Z", " 2012-06-30",
            "2012-06-3é", "+012-06-30", "2012-06--1", "２０１２-06-30", "2012-06-30\u{301}", "20120630--",
        ])
    func refusesOtherText(text: String) {
        #expect(refusal { () throws(Refusal) in try CalendarDay(text) } == "day.unreadable")
    }

    @Test("A part of a longer text can be read")
    func readsSubstring() throws {
        #expect(try CalendarDay("on 2012-02-29 or so".dropFirst(3).prefix(10)).written == "29 February 2012")
    }

    @Test("A day past the last year that can be read is still written")
    func writesBeyondTheLastYear() throws {
        #expect(try CalendarDay("9999-12-31").adding(days: 1).description == "10000-01-01")
        #expect(try CalendarDay("0001-01-01").adding(days: -1).description == "0000-12-31")
    }

    @Test(
        "A month after the last days of a longer month is the last day of the shorter",
        arguments: [
            ("2011-01-31", 1, "2011-02-28"), ("2012-01-31", 1, "2012-02-29"), ("2012-01-30", 1, "2012-02-29"),
            ("2011-03-31", -1, "2011-02-28"), ("2011-10-31", 13, "2012-11-30"), ("2012-02-29", 12, "2013-02-28"),
            ("2012-02-29", 48, "2016-02-29"), ("2011-12-15", 1, "2012-01-15"), ("2012-01-15", -1, "2011-12-15"),
            ("2011-06-01", 0, "2011-06-01"),
        ])
    func addingMonthsClamps(from: String, months: Int, to: String) throws {
        #expect(try CalendarDay(from).adding(months: months).description == to)
    }

    @Test("Up to the 28th, as many months forward as back is the day it started from, before year 1 too")
    func addingMonthsUndone() {
        let samples = Samples(seed: 13)
        var wrong: [String] = []
        for _ in 0..<5_000 {
            let (day, months) = (samples.day(1...3000), samples.int(-60_000...60_000))
            let moved = day.adding(months: months)
            let monthsApart = (moved.year - day.year) * 12 + moved.month - day.month
            if day.day <= 28, monthsApart != months || moved.adding(months: -months) != day {
                wrong.append("\(day) \(months)")
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test("Whole months until a day are the most that can be added without passing it")
    func monthsUntil() {
        let samples = Samples(seed: 2)
        var wrong: [String] = []
        for _ in 0..<5_000 {
            let (from, to) = (samples.day(1950...2050), samples.day(1950...2050))
            let months = from.months(until: to)
            let right =
                to <= from ? months == 0 : from.adding(months: months) <= to && from.adding(months: months + 1) > to
            if !right { wrong.append("\(from) \(to) \(months)") }
        }
        #expect(wrong.isEmpty)
    }

    @Test(
        "An age is reached on the birthday; on 1 March where a birthday of 29 February is missing",
        arguments: [
            ("1981-06-15", "2012-06-14", 30), ("1981-06-15", "2012-06-15", 31), ("1992-02-29", "2010-02-28", 17),
            ("1992-02-29", "2010-03-01", 18), ("1992-02-29", "2012-02-29", 20), ("1992-03-01", "2012-02-29", 19),
            ("2012-06-15", "2012-06-15", 0), ("2013-06-15", "2012-06-15", 0), ("1912-12-31", "2012-12-30", 99),
        ])
    func age(born: String, on: String, years: Int) throws {
        #expect(try CalendarDay(born).age(on: CalendarDay(on)) == years)
    }

    @Test("Days, weeks and ranges count as the calendar does")
    func counting() throws {
        let day = try CalendarDay("2012-02-27")
        #expect(day.adding(weeks: 104).description == "2014-02-24")
        #expect((day..<day.adding(days: 4)).map(\.day) == [27, 28, 29, 1])
        #expect(day.days(until: day.adding(days: -9)) == -9)
        #expect(day.weekday.name == "Monday")
        #expect(try CalendarDay("2012-02-29").adding(years: 1).description == "2013-02-28")
    }
}
