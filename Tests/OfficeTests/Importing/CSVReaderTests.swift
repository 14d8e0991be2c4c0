import Testing

@testable import Office

@Suite("Comma-separated values")
struct CSVReaderTests {
    /// Reads a text a few bytes at a time, as a file comes.
    private func read(_ bytes: [UInt8], piece: Int = 3) throws -> [CSVReader.Record] {
        var rest = bytes[...]
        var reader = try CSVReader {
            defer { rest = rest.dropFirst(piece) }
            return Array(rest.prefix(piece))
        }
        var records: [CSVReader.Record] = []
        while let record = try reader.next() { records.append(record) }
        return records
    }

    private func fields(_ text: String, piece: Int = 3) throws -> [[CSVReader.Field]] {
        try read(Array(text.utf8), piece: piece).map(\.fields)
    }

    @Test(
        "Quotation marks, doubled marks, commas and new lines inside a field, by RFC 4180", arguments: [1, 2, 7, 1000])
    func quoting(piece: Int) throws {
        let found = try fields("a,\"b, c\",\"d \"\"e\"\"\"\r\n\"f\ng\",,h\n", piece: piece)
        #expect(found == [[.text("a"), .text("b, c"), .text("d \"e\"")], [.text("f\ng"), .text(""), .text("h")]])
    }

    @Test("A byte order mark is no part of the first field")
    func byteOrderMark() throws {
        #expect(try read([0xEF, 0xBB, 0xBF] + Array("a,b".utf8)).map(\.fields) == [[.text("a"), .text("b")]])
    }

    @Test("A record is told by the line it begins on, whatever lines its fields hold")
    func lines() throws {
        #expect(try read(Array("a\n\"b\nc\"\n\nd".utf8)).map(\.line) == [1, 2, 5])
    }

    @Test("A 10 MB field is named and not kept, and the next record is read")
    func longField() throws {
        let text = "a,\(String(repeating: "x", count: 10_000_000)),b\nc,d,e\n"
        #expect(
            try fields(text, piece: 65_536) == [
                [.text("a"), .tooLong, .text("b")], [.text("c"), .text("d"), .text("e")],
            ])
    }

    @Test("Bytes that are not UTF-8 are told of the one field")
    func notText() throws {
        #expect(try read([0x61, 0x2C, 0xFF, 0xFE, 0x2C, 0x62]).map(\.fields) == [[.text("a"), .notText, .text("b")]])
    }

    @Test("A mark inside an unquoted field, or words after the closing one, spoil that field alone")
    func strayMarks() throws {
        #expect(try fields("a\"b,c\n\"d\"e,f\n") == [[.quotedBadly, .text("c")], [.quotedBadly, .text("f")]])
    }

    @Test("A mark still open at the end of the file is told")
    func truncated() throws {
        #expect(try fields("a,b\nc,\"d") == [[.text("a"), .text("b")], [.text("c"), .unfinished]])
    }

    @Test("Whatever is written with quotation marks is read back the same")
    func roundTrip() throws {
        let pieces = ["", "a", ",", "\"", "\n", "\r\n", " ", "é", "\r"]
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    let value = first + second + third
                    let line = "x," + "\"\(value.replacing("\"", with: "\"\""))\"" + ",y\n"
                    #expect(try fields(line) == [[.text("x"), .text(value), .text("y")]])
                    #expect(
                        try fields("x," + CSVText.quoted(value) + ",y\n") == [[.text("x"), .text(value), .text("y")]])
                }
            }
        }
    }
}
