import Foundation
import Insight
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("Journeys as a table")
struct CSVLogTests {
    private func journey(_ id: String, _ agency: String?) throws -> ExportedJourney {
        let begun = Instant(london: try CalendarDay("2012-01-09"), hour: 10, minute: 0)
        return ExportedJourney(
            id: id, attributes: [("cohort", "2012-01"), ("outcome", "work")],
            steps: [
                .init(
                    activity: "Referral made", kind: "referral.made", time: begun, person: nil, agency: agency,
                    role: "adviser"),
                .init(
                    activity: "Met, \"twice\"", kind: "met", time: begun.adding(minutes: 60), person: "=1+1",
                    agency: agency, role: "adviser"),
            ])
    }

    private func table(_ journeys: [ExportedJourney]) -> String {
        CSVLog.heading + journeys.map { CSVLog.rows(of: $0) }.joined()
    }

    private func copied(_ text: String) throws -> String {
        var out = ""
        try CSVLog.copy(HeldBytes(Array(text.utf8), atMost: 7)) { out += $0 }
        return out
    }

    @Test("An event is a row, with what its case says of itself, quoted as RFC 4180 asks and guarded from formulas")
    func rows() throws {
        let lines = table([try journey("1", "North, East")]).components(separatedBy: "\r\n")
        #expect(
            lines == [
                "case,activity,time,person,agency,kind,role,programme,cohort,group,basis,nation,outcome",
                "1,Referral made,2012-01-09T10:00:00.000Z,,\"North, East\",referral.made,adviser,,2012-01,,,,work",
                "1,\"Met, \"\"twice\"\"\",2012-01-09T11:00:00.000Z,'=1+1,\"North, East\",met,adviser,,2012-01,,,,work",
                "",
            ])
    }

    @Test("Read with no mapping it has the map of the journeys, and written again it is the same bytes")
    func again() throws {
        let journeys = [try journey("1", "North"), try journey("2", nil)]
        let text = table(journeys)
        let read = try JourneyMap(.csv(HeldBytes(Array(text.utf8)), CSVMapping()))
        let known = try JourneyMap(.journeys { take in for journey in journeys { try take(journey) } })
        #expect(read == known)
        #expect(try copied(text) == text)
    }

    @Test("A table of somebody else's keeps every row and column and each value as it stands, and then stays as it is")
    func foreign() throws {
        let theirs = "\u{FEFF}who;what;when;cost\n1;\"a;b\";2012;-3.50\n\n2;@x;2013;-3+4\n"
        let once = try copied(theirs)
        #expect(once == "who,what,when,cost\r\n1,a;b,2012,-3.50\r\n2,@x,2013,-3+4\r\n")
        #expect(try copied(once) == once)
        #expect(throws: LogFault.self) { try copied("a,b\n1\n") }
    }

    @Test("The map of a copy is that of the table, whatever its names and values hold")
    func map() throws {
        let rows = [
            "case\tactivity\ttime\t\"who;what;why;where;how\"", "1\t=start\t2012-01-01\t+x",
            "1\t@\"b\"\t2012-01-02\t-1-",
            "2\t=start\t2012-01-01\ta;b",
        ]
        let text = rows.map { $0.replacing("@\"b\"", with: "\"@\"\"b\"\"\"") }.joined(separator: "\n")
        func map(_ text: String) throws -> JourneyMap {
            try JourneyMap(.csv(HeldBytes(Array(text.utf8)), CSVMapping(person: "who;what;why;where;how")))
        }
        let theirs = try map(text)
        #expect(theirs.activities.map(\.name) == ["=start", "@\"b\""])
        let once = try copied(text)
        #expect(try map(once) == theirs && copied(once) == once)
    }

    @Test("A comma or a quotation mark with an accent upon it is still one to whoever reads the bytes")
    func accents() {
        #expect(CSVText.quoted("a,\u{301}b") == "\"a,\u{301}b\"")
        #expect(CSVText.quoted("\"\u{301}") == "\"\"\"\u{301}\"")
        #expect(CSVText.inTable("=\u{301}") == "'=\u{301}")
    }

    @Test("What a case of the store says of itself has a column each", arguments: Engine.allCases)
    func store(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        try await desk.refer(1)
        let said = try await desk.office.readingLog { log in
            var said: [String] = []
            try log.journeys { said += $0.attributes.map(\.name) }
            return said
        }
        #expect(said == JourneyTraits.names)
        try await desk.close()
    }
}
