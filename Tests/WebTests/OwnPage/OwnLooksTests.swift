import Casework
import Kernel
import Office
import Records
import Testing

@testable import Web

@Suite("Who looked, to the customer")
struct OwnLooksTests {
    private func look(
        _ person: UInt64, _ day: String, _ hour: Int, as relation: Relation = .attached,
        because reason: String = "a list"
    ) throws -> Look {
        Look(
            at: Instant(london: try CalendarDay(day), hour: hour, minute: 0),
            by: Author(
                person: Identifier(high: 1, low: person), organisation: Identifier(high: 2, low: 1),
                role: .providerAdviser), subject: nil, act: Act.readCase.rawValue, reason: reason,
            relation: relation.rawValue)
    }

    @Test("The looks of one person on one day for one reason are one line, with how many (K-007)")
    func lines() throws {
        var lines: [OwnLooks.Line] = []
        for look in [
            try look(1, "2012-08-14", 16), try look(2, "2012-08-14", 15), try look(1, "2012-08-14", 9, as: .referred),
            try look(1, "2012-08-14", 8), try look(1, "2012-08-14", 7), try look(1, "2012-08-13", 17),
        ] {
            OwnLooks.add(look, look.by.person == Identifier(high: 1, low: 1) ? "Ben" : "Priya", to: &lines)
        }
        #expect(lines.map(\.who) == ["Ben", "Priya", "Ben", "Ben"], "The newest first")
        #expect(lines.map(\.moments.count) == [3, 1, 1, 1])
        #expect(lines[0].day == lines[2].day && lines[0].reasons != lines[2].reasons)
        #expect(lines[3].day == (try CalendarDay("2012-08-13")))
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
        #expect(lines.map(\.reasons) == [[LookWords.found.english]])
    }

    @Test("A look by the customer's yes has its own line, which says so and for what (K-007)")
    func consented() throws {
        let law =
            "Seen by the provider this person is attached to, under a public task: to help you find and keep work."
        let yes =
            "Seen because the person agreed on 14 May 2012 to share it to find you a course and help you finish it, "
            + "until 14 May 2013."
        var lines: [OwnLooks.Line] = []
        for reason in [law, "\(law) \(yes)"] {
            OwnLooks.add(try look(1, "2012-08-14", 9, because: reason), "Ben", to: &lines)
        }
        let help = RelationWords.attached.english
        let agreed =
            "You said yes on 14 May 2012: they may see what you agreed to, until 14 May 2013. "
            + "It is to find you a course and help you finish it."
        #expect(lines.map(\.reasons) == [[help], [help, agreed]])
    }
}
