import Testing

@testable import Insight

@Suite("The rows of a table")
struct CSVRowsTests {
    private func rows(_ text: String, inPieces size: Int = .max) throws -> [[String]] {
        var rows: [[String]] = []
        try CSVRows.read(HeldBytes(Array(text.utf8), atMost: size)) { rows.append($0) }
        return rows
    }

    @Test("Each row comes with all its fields, the heading first, whatever stands between them")
    func whole() throws {
        for (text, size) in [("a,b\r\n\"1, \"\"2\"\"\n\",\r\n", 1), ("a\tb\n\"1, \"\"2\"\"\n\"\t", 3)] {
            #expect(try rows(text, inPieces: size) == [["a", "b"], ["1, \"2\"\n", ""]])
        }
    }

    @Test("A row that is too long or too short is refused with its line, and so is nothing at all")
    func refused() throws {
        for (text, line, says) in [
            ("a,b\n1,2\n1\n", 3, "1 fields where the heading has 2"), ("a\n1,2\n", 2, "2 fields"), ("", 1, "nothing"),
        ] {
            let found = try #require(fault { _ = try rows(text) })
            #expect(found.line == line && found.sentence.contains(says))
        }
    }

    @Test("Who acted and for whom is read of columns of those names, unless another is said or a case is told by them")
    func usual() throws {
        let text = """
            case,activity,time,person,agency
            1,a,2012-01-01,x,North
            1,b,2012-01-02,y,South
            """
        func map(_ mapping: CSVMapping) throws -> JourneyMap {
            try JourneyMap(.csv(HeldBytes(Array(text.utf8)), mapping))
        }
        let usual = try map(CSVMapping())
        #expect(usual.betweenPeople.map(\.to) == ["y"] && usual.betweenAgencies.map(\.to) == ["South"])
        #expect(try map(CSVMapping(person: "agency")).betweenPeople.map(\.to) == ["South"])
        #expect(try map(CSVMapping(caseColumn: "person")).betweenPeople.isEmpty)
    }
}
