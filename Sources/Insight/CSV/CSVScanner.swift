/// Reads comma-separated values (RFC 4180) row by row from bytes that come in pieces, keeping only the row it is at.
///
/// Lines end with a line feed, with or without a carriage return. A field between quotation marks may hold anything, a
/// quotation mark being written twice. Empty lines are passed over. A row is at most 16 MB.
struct CSVScanner: ~Copyable {
    private var source: any ByteReader
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
    private var position = 0
    private var filled = 0
    private var isAtEnd = false
    private var check = UTF8Check()
    /// The line that is being read.
    private var reading = 1
    private var separator: UInt8?
    /// The line that the last row begins on.
    private(set) var line = 1
    private var row: ContiguousArray<UInt8> = []
    private var ends: ContiguousArray<Int> = []

    private static var mostInRow: Int { 16 << 20 }

    init(_ source: any ByteReader, separator: UInt8?) {
        self.source = source
        self.separator = separator
    }

    deinit { buffer.deallocate() }

    var count: Int { ends.count }

    func field<Answer>(_ index: Int, _ body: (UnsafeRawBufferPointer) throws -> Answer) rethrows -> Answer {
        let range = (index == 0 ? 0 : ends[index - 1])..<ends[index]
        return try row.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    func text(_ index: Int) -> String { field(index) { String(decoding: $0, as: UTF8.self) } }

    func fault(_ sentence: String) -> LogFault { LogFault(line: line, sentence) }

    /// - Throws: `LogFault` when the row has not as many fields as the heading.
    func require(_ columns: Int) throws(LogFault) {
        guard count != columns else { return }
        throw fault(
            "This row has \(count) fields where the heading has \(columns). A separator or a quotation mark is missing or too many."
        )
    }

    /// - Returns: false when there is no more row.
    mutating func next() throws -> Bool {
        while true {
            guard try hasMore() else { return false }
            line = reading
            row.removeAll(keepingCapacity: true)
            ends.removeAll(keepingCapacity: true)
            try readRow()
            // A line with nothing on it is one field with nothing in it.
            if ends.count > 1 || !row.isEmpty { return true }
        }
    }

    private mutating func readRow() throws {
        let separator = separator ?? UInt8(ascii: ",")
        while true {
            let quoted = try peek() == UInt8(ascii: "\"")
            if quoted { try readQuoted() }
            plain: while true {
                guard let byte = try peek() else { return ends.append(row.count) }
                switch byte {
                case separator:
                    position += 1
                    ends.append(row.count)
                    break plain
                case 0x0A, 0x0D:
                    position += 1
                    if byte == 0x0D, try peek() == 0x0A { position += 1 }
                    reading += 1
                    return ends.append(row.count)
                case _ where quoted:
                    throw fault(
                        "Something follows a closing quotation mark. Write a quotation mark inside a field twice.")
                case UInt8(ascii: "\""):
                    throw fault(
                        "A quotation mark stands inside a field that has none around it. Put the field in quotation marks."
                    )
                default:
                    row.append(byte)
                    position += 1
                }
            }
            guard row.count <= Self.mostInRow else { throw fault("A row is over 16 MB long.") }
        }
    }

    private mutating func readQuoted() throws {
        position += 1
        while true {
            guard let byte = try peek() else {
                throw fault("The file ends inside quotation marks. One is missing, or the file was cut off.")
            }
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard try peek() == UInt8(ascii: "\"") else { return }
                position += 1
            }
            if byte == 0x0A { reading += 1 }
            row.append(byte)
            guard row.count <= Self.mostInRow else {
                throw fault("A row is over 16 MB long. A quotation mark is missing.")
            }
        }
    }

    @inline(__always)
    private mutating func peek() throws -> UInt8? {
        if position == filled, try !hasMore() { return nil }
        return buffer[position]
    }

    private mutating func hasMore() throws -> Bool {
        guard position == filled else { return true }
        guard !isAtEnd else { return false }
        let isFirst = line == 1 && filled == 0
        (position, filled) = (0, 0)
        while filled < buffer.count, !isAtEnd {
            let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            filled += count
            isAtEnd = count == 0
        }
        try checkText()
        if isFirst {
            if buffer.prefix(filled).starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
            if separator == nil { separator = likelySeparator }
        }
        return position < filled
    }

    private mutating func read(into room: UnsafeMutableRawBufferPointer) throws -> Int {
        do {
            return try source.read(into: room)
        } catch let wrong as any ReadingFault {
            throw LogFault(line: buffer[..<filled].reduce(reading) { $1 == 0x0A ? $0 + 1 : $0 }, wrong.sentence)
        }
    }

    private mutating func checkText() throws {
        if let wrong = check.firstWrong(in: UnsafeRawBufferPointer(rebasing: buffer[..<filled])) {
            let line = buffer[..<wrong].reduce(reading) { $1 == 0x0A ? $0 + 1 : $0 }
            throw LogFault(
                line: line,
                "A byte here (\(buffer[wrong])) is not UTF-8, or is a control character. Save the file as UTF-8.")
        }
        if isAtEnd, check.isOpen {
            throw LogFault(line: reading, "The file ends inside a character, so it is not UTF-8.")
        }
    }

    /// The one of comma, semicolon and tab that the heading has most of outside quotation marks.
    private var likelySeparator: UInt8 {
        let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var counts = [0, 0, 0]
        var quoted = false
        for byte in buffer[position..<filled] {
            if byte == UInt8(ascii: "\"") { quoted.toggle() }
            if byte == 0x0A, !quoted { break }
            if !quoted, let which = separators.firstIndex(of: byte) { counts[which] += 1 }
        }
        return separators[counts.firstIndex(of: counts.max() ?? 0) ?? 0]
    }
}
