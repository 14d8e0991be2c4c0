import Casework
import Kernel
import Records
import Testing

@testable import Web

@Suite("Who looked, to the customer")
struct OwnLooksTests {
    private func look(_ person: UInt64, _ day: String, _ hour: Int, as relation: Relation = .attached) throws -> Look {
        Look(
            at: Instant(london: try CalendarDay(day), hour: hour, minute: 0),
            by: Author(
                person: Identifier(high: 1, low: person), organisation: Identifier(high: 2, low: 1),
                role: .providerAdviser), subject: nil, act: Act.readCase.rawValue, reason: "a list",
            relation: relation.rawValue)
    }

    @Test("The looks of one person on one day are one line, with how many and each reason once (K-007)")
    func lines() throws {
        var lines: [OwnLooks.Line] = []
        for look in [
            try look(1, "2012-08-14", 16), try look(2, "2012-08-14", 15), try look(1, "2012-08-14", 9, as: .referred),
            try look(1, "2012-08-14", 8), try look(1, "2012-08-13", 17),
        ] {
            OwnLooks.add(look, look.by.person == Identifier(high: 1, low: 1) ? "Ben" : "Priya", to: &lines)
        }
        #expect(lines.map(\.who) == ["Ben", "Priya", "Ben"], "The newest first")
        #expect(lines.map(\.moments.count) == [3, 1, 1])
        #expect(lines[0].reasons.count == 2 && lines[0].reasons[0] != lines[0].reasons[1])
        #expect(lines[2].day == (try CalendarDay("2012-08-13")))
        let html = OwnLooks(lines: lines).render()
        #expect(String(decoding: html, as: UTF8.self).contains("3 times, the last at 4pm"))
    }

    @Test("That a search by number or birth date found them is a look with its own reason (K-007, C01)")
    func found() throws {
        let seen = try look(1, "2012-08-14", 9)
        let found = Look(
            at: seen.at, by: seen.by, subject: nil, act: Act.findCustomer.rawValue, reason: "a search", relation: nil)
        var lines: [OwnLooks.Line] = []
        OwnLooks.add(found, "Ben", to: &lines)
        #expect(lines.map(\.reasons) == [[OwnSharingWords.foundBySearch.english]])
    }
}
