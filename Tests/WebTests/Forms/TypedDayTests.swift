import Kernel
import Testing
import Web

@Suite("Days as people type them")
struct TypedDayTests {
    @Test(
        "The ways people write a day are all read",
        arguments: [
            "30 6 2012", "30/06/2012", "30/6/2012", "30.6.2012", "30-06-2012", "30 June 2012", "30 june 2012",
            "30 Jun 2012", "30th June 2012", "30th of June 2012", "Saturday 30 June 2012", "Sat 30 Jun 2012",
            "2012-06-30", "2012/06/30", "2012 6 30", "30062012", "  30  06  2012 ", "30 June, 2012",
        ])
    func read(_ text: String) throws {
        #expect(try TypedDay.read(text) == CalendarDay(year: 2012, month: 6, day: 30))
    }

    @Test("September may be cut to four letters")
    func september() throws {
        #expect(try TypedDay.read("1 Sept 2012") == CalendarDay(year: 2012, month: 9, day: 1))
    }

    @Test(
        "What is not a day is refused with what to write",
        arguments: [
            ("31 6 2012", "day.none"), ("29 2 2011", "day.none"), ("32/1/2012", "day.none"), ("1 13 2012", "day.none"),
            ("30 6 12", "day.short-year"), ("tomorrow", "day.unreadable"), ("30 2012", "day.unreadable"),
            ("30 6 20123", "day.unreadable"), ("30 Ju 2012", "day.unreadable"), ("3006201", "day.unreadable"),
            ("30 6 2012 9", "day.unreadable"), ("٣٠ ٦ ٢٠١٢", "day.unreadable"),
        ])
    func refused(_ text: String, _ code: String) {
        let refusal = #expect(throws: Refusal.self) { try TypedDay.read(text) }
        #expect(refusal?.code == code)
    }

    @Test("Every day, written in any of the ways, is read back as itself")
    func everyDay() throws {
        for number in stride(from: Int32(-20_000), through: 40_000, by: 97) {
            let day = CalendarDay(number: number)
            let (year, month, date) = day.parts
            for text in [
                day.written, day.description, "\(date)/\(month)/\(year)", WrittenDay.short(day), WrittenDay.full(day),
            ] {
                #expect(try TypedDay.read(text) == day)
            }
        }
    }
}
