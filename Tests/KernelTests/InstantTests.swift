import Foundation
import Kernel
import Testing

@Suite("Instants")
struct InstantTests {
    private static let quarter: Int64 = 900_000

    /// Every sixth hour from 1996 to 2037, and every quarter of an hour of the days on which the clocks change.
    private static func moments() -> [Instant] {
        var moments: [Instant] = []
        for day in CalendarDay(year: 1996, month: 1, day: 1)!...CalendarDay(year: 2037, month: 12, day: 31)! {
            let mayChange = day.weekday == .sunday && day.day >= 25 && (day.month == 3 || day.month == 10)
            for step in stride(from: 0, to: 96, by: mayChange ? 1 : 24) {
                moments.append(Instant(utc: day, milliseconds: Int64(step) * quarter))
            }
        }
        return moments
    }

    @Test("The clock in London from 1996 to 2037 is the one Foundation shows, on the days it changes too")
    func londonAgreesWithFoundation() throws {
        let zone = try #require(TimeZone(identifier: "Europe/London"))
        var wrong: [Instant] = []
        for moment in InstantTests.moments() {
            let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
            let wall = Instant(milliseconds: moment.milliseconds + Int64(zone.secondsFromGMT(for: date)) * 1000)
            let (day, hour, minute) = moment.london
            if Instant(utc: day, milliseconds: Int64(hour * 60 + minute) * 60_000) != wall || day != moment.day {
                wrong.append(moment)
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test("A time on the clock in London is the first moment that shows it")
    func londonClockToInstant() {
        let hour: Int64 = 3_600_000
        var wrong: [Instant] = []
        for moment in InstantTests.moments() {
            let (day, clock, minute) = moment.london
            let found = Instant(london: day, hour: clock, minute: minute)
            let earlier = Instant(milliseconds: moment.milliseconds - hour)
            if found != (earlier.london == (day, clock, minute) ? earlier : moment) { wrong.append(moment) }
        }
        #expect(wrong.isEmpty)
    }

    @Test(
        "In the hour a spring change skips the clock has gone forward; of the two an autumn change makes the first is meant",
        arguments: [
            ("2012-03-25", 0, 30, "2012-03-25T00:30:00.000Z"), ("2012-03-25", 1, 30, "2012-03-25T01:30:00.000Z"),
            ("2012-03-25", 2, 30, "2012-03-25T01:30:00.000Z"), ("2012-10-28", 0, 30, "2012-10-27T23:30:00.000Z"),
            ("2012-10-28", 1, 30, "2012-10-28T00:30:00.000Z"), ("2012-10-28", 2, 30, "2012-10-28T02:30:00.000Z"),
        ])
    func changeDays(day: String, hour: Int, minute: Int, text: String) throws {
        #expect(try Instant(london: CalendarDay(day), hour: hour, minute: minute).description == text)
    }

    @Test("Late on a summer evening in UTC it is already tomorrow in London")
    func dayIsLondons() throws {
        #expect(try Instant("2012-06-30T23:30Z").day.description == "2012-07-01")
        #expect(try Instant("2012-01-31T23:30Z").day.description == "2012-01-31")
        #expect(try Instant("9999-12-31T23:59:59.999Z").adding(minutes: 1).day.description == "10000-01-01")
    }

    @Test("Every moment is read back from its text, and text order is time order")
    func textRoundTrip() {
        let samples = Samples(seed: 3)
        let moments = (0..<5_000).map { _ in
            Instant(utc: samples.day(1...9999), milliseconds: Int64(samples.int(0...86_399_999)))
        }.sorted()
        let texts = moments.map(\.description)
        #expect(zip(texts, moments).allSatisfy { text, moment in (try? Instant(text)) == moment })
        #expect(texts == texts.sorted())
        #expect(texts.allSatisfy { $0.utf8.count == 24 })
    }

    @Test(
        "The shorter forms leave out thousandths, or seconds too",
        arguments: [
            ("2012-08-09T08:30Z", "2012-08-09T08:30:00.000Z"), ("2012-08-09T08:30:07Z", "2012-08-09T08:30:07.000Z"),
            ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
        ])
    func shortForms(text: String, full: String) throws {
        #expect(try Instant(text).description == full)
    }

    @Test(
        "Text that is not a moment in UTC is refused",
        arguments: [
            "", "Z", "2012-08-09", "2012-08-09T08:30", "2012-08-09 08:30Z", "2012-08-09T08:30:00+01:00",
            "2012-08-09T24:00Z",
            "2012-08-09T08:60Z", "2012-08-09T08:30:60Z", "2012-08-09T8:30:0Z", "2012-08-09T+8:30Z", "2012-08-09T-0:30Z",
            "2012-08-09T08:30:00.5Z", "2012-08-09T08:30:00.+12Z", "2012-08-09T08:30:00.000000Z", "2012-08-09T08:3éZ",
            "2012-08-09T08.30Z", "2012-08-09T08:30:00,000Z", "2012-08-09T08:30z", "not a moment, not at all",
        ])
    func refusesOtherText(text: String) {
        #expect(refusal { () throws(Refusal) in try Instant(text) } == "instant.unreadable")
    }

    @Test("A moment of a day that does not exist says so")
    func refusesNoSuchDay() {
        #expect(refusal { () throws(Refusal) in try Instant("2011-06-31T08:30Z") } == "day.none")
    }
}
