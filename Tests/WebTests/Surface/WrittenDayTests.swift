import Kernel
import Testing
import Web

@Suite("Days and moments on a page")
struct WrittenDayTests {
    private func day(_ text: String) throws -> CalendarDay { try CalendarDay(text) }

    @Test("A date says its distance")
    func distance() throws {
        let written = WrittenDay(try day("2012-08-14"), today: try day("2012-08-08"))
        let page = try HTMLPage(p { written }.render()).root
        #expect(page.text == "Tue 14 Aug 2012 (in 6 days)")
        #expect(page.first("time")?["datetime"] == "2012-08-14")
    }

    @Test(
        "The distance is as a person would say it",
        arguments: [
            ("2012-08-09", "today"), ("2012-08-10", "tomorrow"), ("2012-08-08", "yesterday"),
            ("2012-08-11", "in 2 days"),
            ("2012-07-27", "13 days ago"), ("2012-10-04", "in 56 days"), ("2012-10-05", "in 1 month"),
            ("2012-10-09", "in 2 months"), ("2011-08-09", "12 months ago"), ("2010-08-10", "23 months ago"),
            ("2010-08-09", "2 years ago"), ("2022-08-08", "in 9 years"), ("2022-08-09", "in 10 years"),
        ])
    func distances(_ text: String, _ expected: String) throws {
        #expect(WrittenDay.distance(from: try day("2012-08-09"), to: try day(text)) == expected)
    }

    @Test("A distance never says nothing and never lies about its direction")
    func everyDistance() throws {
        let today = try day("2012-08-09")
        for offset in -1500...1500 {
            let words = WrittenDay.distance(from: today, to: today.adding(days: offset))
            #expect(words.hasPrefix("in ") == (offset > 1))
            #expect(words.hasSuffix(" ago") == (offset < -1))
            #expect(!words.contains("0 months") || words.contains("10 months") || words.contains("20 months"))
        }
    }

    @Test(
        "A time is said as people say it, on the clock in London",
        arguments: [
            (9, 30, "9:30am"), (0, 0, "midnight"), (12, 0, "12 noon"), (12, 5, "12:05pm"), (0, 10, "12:10am"),
            (14, 0, "2pm"), (23, 59, "11:59pm"),
        ])
    func clock(_ hour: Int, _ minute: Int, _ expected: String) throws {
        let moment = Instant(london: try day("2012-08-30"), hour: hour, minute: minute)
        #expect(WrittenMoment.clock(moment) == expected)
    }
}
