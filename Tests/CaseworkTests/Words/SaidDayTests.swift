import Kernel
import Testing

@testable import Casework

@Suite("Days and times as they are said")
struct SaidDayTests {
    private func welsh(_ make: () -> String) -> String { Language.welsh.write(make) }

    @Test("A day and a time are said in the reader’s language, and in English to staff (G-245, K-039)")
    func both() throws {
        let starts = try Instant("2012-08-14T09:30:00.000Z")
        #expect(starts.day.said == "14 August 2012" && starts.day.saidInFull == "Tuesday 14 August 2012")
        #expect(starts.saidClock == "10:30am")
        #expect(welsh { starts.day.said } == "14 Awst 2012")
        #expect(welsh { starts.day.saidInFull } == "dydd Mawrth 14 Awst 2012")
        #expect(welsh { starts.day.saidFirst } == "Dydd Mawrth 14 Awst 2012")
        #expect(welsh { starts.day.saidShort } == "Maw 14 Awst 2012")
        #expect(welsh { starts.saidClock } == "10:30yb")
        #expect(welsh { starts.adding(minutes: 240).saidClock } == "2:30yp")
        #expect(welsh { starts.adding(minutes: 90).saidClock } == "hanner dydd")
    }

    @Test("Every day of the week and month of the year has a Welsh name of its own")
    func names() {
        let days = (0..<7).map { number in welsh { day("2012-08-13").adding(days: number).saidInFull } }
        #expect(Set(days.map { $0.split(separator: " ")[1] }).count == 7 && days[0].hasPrefix("dydd Llun"))
        let months = (0..<12).map { number in welsh { day("2012-01-15").adding(months: number).said } }
        #expect(Set(months.map { $0.split(separator: " ")[1] }).count == 12 && months[1] == "15 Chwefror 2012")
    }

    @Test(
        "How far away a day is takes the words that the number asks for",
        arguments: [
            (0, "heddiw"), (1, "yfory"), (-1, "ddoe"), (2, "ymhen deuddydd"), (6, "ymhen 6 diwrnod"),
            (-6, "6 diwrnod yn ôl"), (62, "ymhen deufis"), (100, "ymhen 3 mis"), (731, "ymhen dwy flynedd"),
            (1100, "ymhen 3 blynedd"), (1830, "ymhen 5 mlynedd"),
        ])
    func distance(_ days: Int, _ said: String) {
        let today = day("2012-08-09")
        #expect(welsh { today.saidDistance(to: today.adding(days: days)) } == said)
    }
}
