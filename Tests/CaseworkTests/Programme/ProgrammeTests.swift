import Casework
import Kernel
import Testing

private func on(_ text: String) throws -> CalendarDay { try CalendarDay(text) }

@Suite("Parts of a programme")
struct ProgrammeTests {
    @Test(
        "A dated value answers for both end days of its range and for none outside",
        arguments: [
            ("2011-05-31", nil), ("2011-06-01", "old"), ("2012-10-21", "old"), ("2012-10-22", "new"),
            ("2030-01-01", "new"),
        ])
    func dated(_ day: String, _ expected: String?) throws {
        let value = Dated([
            .init(DayRange(from: try on("2011-06-01"), until: try on("2012-10-21")), "old"),
            .init(DayRange(from: try on("2012-10-22")), "new"),
        ])
        #expect(value.on(try on(day)) == expected)
    }

    @Test("Ranges overlap when they share a day, whichever comes first")
    func overlaps() throws {
        let first = DayRange(from: try on("2011-06-01"), until: try on("2011-06-30"))
        for (from, until, expected) in [
            ("2011-06-30", "2011-07-01", true), ("2011-07-01", "2011-07-02", false),
            ("2011-05-01", "2011-05-31", false),
            ("2011-05-01", "2011-06-01", true), ("2011-06-10", "2011-06-11", true), ("2011-01-01", "2012-01-01", true),
        ] {
            let other = DayRange(from: try on(from), until: try on(until))
            #expect(first.overlaps(other) == expected)
            #expect(other.overlaps(first) == expected)
        }
        #expect(DayRange.always.overlaps(first))
        #expect(!DayRange(from: try on("2011-07-01")).overlaps(first))
        #expect(DayRange(until: try on("2011-06-01")).overlaps(first))
    }

    @Test("A time limit ends on its day in days, working days, weeks or months")
    func limits() throws {
        let start = try on("2011-12-23")
        let days = WorkingDays(.england)
        func end(_ limit: TimeLimit) -> String { limit.lastDay(after: start) { days.adding($1, to: $0) }.description }
        #expect(end(TimeLimit(2, .days)) == "2011-12-25")
        #expect(end(TimeLimit(2, .workingDays)) == "2011-12-29")
        #expect(end(TimeLimit(2, .weeks)) == "2012-01-06")
        #expect(end(TimeLimit(2, .months)) == "2012-02-23")
        #expect(TimeLimit(1, .workingDays).written == "1 working day")
        #expect(TimeLimit(2, .workingDays).written == "2 working days")
    }

    @Test("A sum is no surer than its weakest part; a printed total stands on its own word")
    func maximum() throws {
        var row = TariffRow(group: "1", attached: .always)
        #expect(row.maximum.value == .zero)
        row.attachment = Figure(Money(pence: 40_000), .published, source: "a table")
        #expect(row.maximum.status == .published)
        row.sustainment = SustainmentTerms(
            fee: Figure(Money(pence: 17_000), .derived, source: "division"), everyWeeks: 4,
            atMost: Figure(13, .derived, source: "division"),
            workingDaysAfter: Figure(15, .published, source: "an answer"),
            afterAllottedTime: .untilFirstBreak)
        #expect(row.maximum.value == Money(pence: 261_000))
        #expect(row.maximum.status == .derived)
        row.outcome = .weeks(
            WeeksOutcome(
                fee: Figure(Money(pence: 120_000), .unconfirmed, source: "memory"),
                weeks: Figure(26, .published, source: "a table"), counted: .cumulative))
        #expect(row.maximum.status == .unconfirmed)
        row.total = Figure(Money(pence: 381_000), .published, source: "a table")
        #expect(row.maximum == Figure(Money(pence: 381_000), .published, source: "a table"))
        #expect(row.sum.value == Money(pence: 381_000))
    }
}
