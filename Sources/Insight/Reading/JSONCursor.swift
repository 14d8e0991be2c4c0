import Foundation
import Kernel

/// Reads JSON (RFC 8259) member by member where it stands, and knows the line it is at.
///
/// `Kernel.JSON` makes a tree of the whole; a log is too large for that, and its reader must say where a fault is.
struct JSONCursor {
    private let bytes: [UInt8]
    private(set) var position = 0
    private var depth = 0

    private static var mostDeep: Int { 64 }

    /// - Throws: `LogFault` when the bytes are not UTF-8.
    init(_ bytes: [UInt8]) throws(LogFault) {
        self.bytes = bytes
        var check = UTF8Check()
        let wrong = bytes.withUnsafeBytes { check.firstWrong(in: $0) } ?? (check.isOpen ? bytes.count : nil)
        if let wrong {
            throw fault("A byte here is not UTF-8, or is a control character. Save the file as UTF-8.", at: wrong)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    func fault(_ sentence: String, at place: Int? = nil) -> LogFault {
        let line = bytes.prefix(min(place ?? position, bytes.count)).reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        return LogFault(line: line, sentence)
    }

    private var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func skipBlank() {
        while next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipBlank()
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func require(_ byte: UInt8, _ what: String) throws(LogFault) {
        guard !take(byte) else { return }
        guard position < bytes.count else { throw fault("The file ends too early. It was cut off: fetch it again.") }
        throw fault("\(what) was expected here.")
    }

    /// Hands over each member of an object by its name; the body reads or passes over the value.
    mutating func object(_ what: String, _ body: (inout JSONCursor, String) throws -> Void) throws {
        try require(UInt8(ascii: "{"), "\(what), an object,")
        try deeper()
        if !take(UInt8(ascii: "}")) {
            repeat {
                let name = try string("A name")
                try require(UInt8(ascii: ":"), "A colon")
                try body(&self, name)
            } while take(UInt8(ascii: ","))
            try require(UInt8(ascii: "}"), "A comma or the end of an object")
        }
        depth -= 1
    }

    /// Hands over each element of an array; the body reads or passes over it.
    mutating func array(_ what: String, _ body: (inout JSONCursor) throws -> Void) throws {
        try require(UInt8(ascii: "["), "\(what), an array,")
        try deeper()
        if !take(UInt8(ascii: "]")) {
            repeat {
                // An element begins where it stands, so that a fault of it is told with its own line.
                skipBlank()
                try body(&self)
            } while take(UInt8(ascii: ","))
            try require(UInt8(ascii: "]"), "A comma or the end of an array")
        }
        depth -= 1
    }

    private mutating func deeper() throws(LogFault) {
        depth += 1
        guard depth <= Self.mostDeep else {
            throw fault(
                "Values stand \(depth) deep in one another; an event log has no use for more than \(Self.mostDeep).")
        }
    }

    mutating func string(_ what: String) throws -> String {
        try require(UInt8(ascii: "\""), "\(what), a text,")
        let start = position
        var hasEscape = false
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            guard bytes[position] >= 0x20 else { throw fault("A line ends inside a text.") }
            if bytes[position] == UInt8(ascii: "\\") {
                hasEscape = true
                position += 1
            }
            position += 1
        }
        guard position < bytes.count else {
            throw fault("The file ends inside a text. It was cut off: fetch it again.")
        }
        defer { position += 1 }
        guard hasEscape else { return String(decoding: bytes[start..<position], as: UTF8.self) }
        let quoted = Array(bytes[start - 1...position])
        guard case .string(let text)? = try? JSON(parsing: quoted) else {
            throw fault("An escape in this text is not one that JSON has.")
        }
        return text
    }

    /// A text, or a number or a truth as it is written.
    mutating func scalar(_ what: String) throws -> String {
        skipBlank()
        if next == UInt8(ascii: "\"") { return try string(what) }
        guard next != UInt8(ascii: "{"), next != UInt8(ascii: "[") else {
            throw fault("\(what), a single value, was expected here.")
        }
        let start = position
        try pass()
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// A value as it is written, without the blanks between its parts.
    mutating func written() throws -> String {
        skipBlank()
        let start = position
        try pass()
        var out: [UInt8] = []
        var (isText, isEscaped) = (false, false)
        for byte in bytes[start..<position] {
            let isBlank = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
            if isBlank, !isText { continue }
            if byte == UInt8(ascii: "\""), !isEscaped { isText.toggle() }
            isEscaped = isText && byte == UInt8(ascii: "\\") && !isEscaped
            out.append(byte)
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Whether an array comes next.
    mutating func isAtArray() -> Bool {
        skipBlank()
        return next == UInt8(ascii: "[")
    }

    /// Passes over a value.
    mutating func pass() throws {
        skipBlank()
        switch next {
        case UInt8(ascii: "{"): try object("A value") { cursor, _ in try cursor.pass() }
        case UInt8(ascii: "["): try array("A value") { try $0.pass() }
        case UInt8(ascii: "\""): _ = try string("A value")
        default:
            let start = position
            while position < bytes.count, Self.isWordByte(bytes[position]) { position += 1 }
            let word = Array(bytes[start..<position])
            guard !word.isEmpty, (try? JSON(parsing: word)) != nil else {
                throw fault(
                    position < bytes.count
                        ? "A value was expected here." : "The file ends too early. It was cut off: fetch it again.",
                    at: start)
            }
        }
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// Makes sure that nothing follows.
    mutating func end() throws(LogFault) {
        skipBlank()
        guard position == bytes.count else { throw fault("Something follows the end of the log.") }
    }
}

extension ByteReader {
    /// All there is.
    /// - Throws: `LogFault` for more than so many bytes, and for those that the source finds wrong.
    mutating func whole(atMost most: Int) throws -> [UInt8] {
        var all: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 17)
        while true {
            let count: Int
            do {
                count = try piece.withUnsafeMutableBytes { try read(into: $0) }
            } catch let wrong as any ReadingFault {
                throw LogFault(line: all.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }, wrong.sentence)
            }
            guard count > 0 else { return all }
            all += piece[..<count]
            guard all.count <= most else {
                throw LogFault(
                    line: 1,
                    "The file is over \(most >> 20) MB, which is more than is read at once. Write it as XES or CSV.")
            }
        }
    }
}
