import Foundation
import Kernel
import Testing

@testable import Insight

@Suite("The times of a table")
struct TableTimesTests {
    private let london = TimeZone(identifier: "Europe/London")

    private func utc(_ text: String) -> Int64? { Array(text.utf8).withUnsafeBytes { LoggedTime.milliseconds($0) } }

    private func read(_ text: String, zone: TimeZone? = nil, _ format: TimeFormat? = nil) -> Int64? {
        var times = TableTimes(CSVMapping(zone: zone, timeFormat: format))
        return Array(text.utf8).withUnsafeBytes { times.milliseconds($0) }
    }

    @Test(
        "One with no zone is what the clocks of its place showed; with none named it is UTC, and one with a zone says it itself",
        arguments: [
            ("2012-06-01T09:00", "2012-06-01T08:00:00Z"), ("2012-01-09 09:00:30.5", "2012-01-09T09:00:30.500Z"),
            ("2012-06-01", "2012-05-31T23:00:00Z"), ("2012-06-01T09:00:00Z", "2012-06-01T09:00:00Z"),
            ("2012-06-01T09:00+02:00", "2012-06-01T07:00:00Z"), ("2012-06-30T24:00:00", "2012-06-30T23:00:00Z"),
            // Skipped in spring, and shown twice in autumn, of which the first is meant.
            ("2012-03-25T01:30", "2012-03-25T01:30:00Z"), ("2012-10-28T01:30", "2012-10-28T00:30:00Z"),
            ("2012-10-28T02:00", "2012-10-28T02:00:00Z"), ("2012-10-28T00:59", "2012-10-27T23:59:00Z"),
        ])
    func zones(text: String, moment: String) throws {
        let zone = try #require(london)
        #expect(read(text, zone: zone) == utc(moment))
        #expect(read(text) == utc(text))
    }

    @Test("Hour by hour it is the time in London that the rest of the program knows")
    func hours() throws {
        var clocks = ZoneClocks(try #require(london))
        let first = try CalendarDay("2011-03-01")
        for number in 0..<700 {
            let day = first.adding(days: number)
            for hour in 0..<24 {
                let wall = Instant(utc: day, milliseconds: Int64(hour * 60 + 30) * 60_000).milliseconds
                let known = Instant(london: day, hour: hour, minute: 30).milliseconds
                let read = clocks.moment(of: wall)
                #expect(read == known, "\(day) \(hour):30")
            }
        }
    }

    @Test(
        "A table may write its times in a form of its own",
        arguments: [
            ("dd/MM/yyyy HH:mm", "09/08/2012 08:30"), ("d.M.yyyy HH:mm", "9.8.2012 08:30"),
            ("d/M/yyyy H:mm", "09/08/2012 8:30"), ("yyyyMMdd HHmmss", "20120809 083000"),
            ("HH:mm:ss, MM-dd-yyyy", "08:30:00, 08-09-2012"),
        ])
    func forms(form: String, text: String) throws {
        let format = try TimeFormat(form)
        #expect(read(text, format) == utc("2012-08-09T08:30:00Z"))
        #expect(read(text, zone: london, format) == utc("2012-08-09T07:30:00Z"))
        #expect(format.text == form)
    }

    @Test(
        "What is not in its form is no time",
        arguments: ["31/02/2012 08:30", "09/08/2012", "09/08/2012 08:30 ", "9/8/2012 08:30", "09/08/2012 25:00", ""])
    func noTimes(text: String) throws {
        #expect(read(text, try TimeFormat("dd/MM/yyyy HH:mm")) == nil)
    }

    @Test(
        "A form that does not say when is refused",
        arguments: ["", "dd/MM", "dd/MM/yy", "dd/MM/yyyy hh:mm", "dd/dd/MM/yyyy", "dd/MMM/yyyy", "yyyy-MM-ddé"])
    func refused(form: String) {
        #expect(throws: Refusal.self) { try TimeFormat(form) }
    }

    @Test("The map of a table takes both, and a time that is not in the form is refused with its line")
    func table() throws {
        let mapping = CSVMapping(zone: london, timeFormat: try TimeFormat("dd/MM/yyyy HH:mm"))
        let rows = "1,b,02/06/2012 09:00\n1,a,01/06/2012 09:00\n1,c,02/06/2012 10:00\n"
        let map = try map(of: rows, mapping)
        #expect(map.variants.map(\.activities) == [["a", "b", "c"]] && map.edges.last?.median == 3600)
        let found = try #require(fault { _ = try self.map(of: "1,a,2012-06-02\n", mapping) })
        #expect(found.line == 2 && found.sentence.contains("Write it as dd/MM/yyyy HH:mm."))
    }

    private func map(of rows: String, _ mapping: CSVMapping) throws -> JourneyMap {
        try JourneyMap(.csv(HeldBytes(Array("case,activity,time\n\(rows)".utf8)), mapping))
    }
}
