/// Reads comma-separated values (RFC 4180) a record at a time, in bounded memory however long a field or a file is.
///
/// Lines end in CR LF or LF. What is wrong with one record is told with it, and reading goes on at the next.
struct CSVReader {
    /// One field, or why it cannot be read.
    enum Field: Equatable {
        case text(String)
        case tooLong
        case notText
        case quotedBadly
        /// Its quotation mark is still open at the end of the file.
        case unfinished
    }

    struct Record {
        /// The line of the file it begins on, from 1.
        let line: Int
        let fields: [Field]
    }

    /// The longest field that is kept, in bytes.
    static let longest = 20_000

    private let more: () throws -> [UInt8]
    private var buffer: [UInt8] = []
    private var place = 0
    private var line = 1
    private var isAtEnd = false

    /// - Parameter more: the next bytes of the file; none at its end.
    init(_ more: @escaping () throws -> [UInt8]) throws {
        self.more = more
        if try peek() == 0xEF, try peek(1) == 0xBB, try peek(2) == 0xBF { place += 3 }
    }

    /// The next record; nil at the end. Lines with nothing on them are passed over.
    mutating func next() throws -> Record? {
        while let byte = try peek(), byte == Self.lineFeed || byte == Self.carriageReturn { try takeLineEnd() }
        guard try peek() != nil else { return nil }
        let first = line
        var fields: [Field] = []
        while true {
            fields.append(try field())
            guard try peek() == Self.comma else { break }
            place += 1
        }
        if try peek() != nil { try takeLineEnd() }
        return Record(line: first, fields: fields)
    }

    private mutating func field() throws -> Field {
        guard try peek() == Self.quote else {
            var bytes = Kept()
            var hasQuote = false
            while let byte = try peek(), byte != Self.comma, byte != Self.lineFeed {
                // A carriage return ends a line only before a line feed.
                if byte == Self.carriageReturn, try peek(1) == Self.lineFeed { break }
                if byte == Self.quote { hasQuote = true }
                bytes.add(byte)
                place += 1
            }
            return hasQuote ? .quotedBadly : bytes.field
        }
        place += 1
        var bytes = Kept()
        while let byte = try peek() {
            if byte == Self.quote {
                place += 1
                guard try peek() == Self.quote else { return try afterQuote(bytes.field) }
            } else if byte == Self.lineFeed {
                line += 1
            }
            bytes.add(byte)
            place += 1
        }
        return .unfinished
    }

    /// After the closing mark only a comma or the end of the line may stand.
    private mutating func afterQuote(_ field: Field) throws -> Field {
        var answer = field
        while let byte = try peek(), byte != Self.comma, byte != Self.lineFeed {
            if byte == Self.carriageReturn, try peek(1) == Self.lineFeed { break }
            answer = .quotedBadly
            place += 1
        }
        return answer
    }

    private mutating func takeLineEnd() throws {
        if try peek() == Self.carriageReturn { place += 1 }
        if try peek() == Self.lineFeed {
            place += 1
            line += 1
        }
    }

    private mutating func peek(_ ahead: Int = 0) throws -> UInt8? {
        while place + ahead >= buffer.count {
            guard !isAtEnd else { return nil }
            buffer.removeFirst(place)
            place = 0
            let read = try more()
            if read.isEmpty { isAtEnd = true }
            buffer += read
        }
        return buffer[place + ahead]
    }

    /// The bytes of a field, as far as they are kept.
    private struct Kept {
        var bytes: [UInt8] = []
        var isTooLong = false

        mutating func add(_ byte: UInt8) {
            if bytes.count < CSVReader.longest { bytes.append(byte) } else { isTooLong = true }
        }

        var field: Field {
            if isTooLong { return .tooLong }
            return String(validating: bytes, as: UTF8.self).map { .text($0) } ?? .notText
        }
    }

    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
}
