/// Reads the rows of a table one after another, with everything that stands in them; nothing is kept of one that was handed
/// over.
public enum CSVRows {
    /// - Parameters:
    ///   - source: comma-separated values (RFC 4180), or values between semicolons or tabs.
    ///   - each: takes the fields of each row, those of the heading first.
    /// - Throws: `LogFault` with the line, for what is no table or has a row that is too long or too short; and whatever
    ///   the source or `each` throw.
    public static func read(_ source: any ByteReader, each: ([String]) throws -> Void) throws {
        var scanner = CSVScanner(source, separator: nil)
        guard try scanner.next() else { throw LogFault(line: 1, "There is nothing in this file.") }
        let columns = scanner.count
        try each(fields(of: scanner))
        while try scanner.next() {
            try scanner.require(columns)
            try each(fields(of: scanner))
        }
    }

    private static func fields(of scanner: borrowing CSVScanner) -> [String] {
        (0..<scanner.count).map { scanner.text($0) }
    }
}
