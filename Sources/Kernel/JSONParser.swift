extension JSON {
    /// Reads one JSON value (RFC 8259) that is the whole of the text.
    ///
    /// A whole number that fits in 64 bits is read as `int`, any other number as `real`. Where a name stands twice in an
    /// object both members are kept, and the first is the one that answers.
    /// - Parameter depth: how deeply arrays and objects may nest before the text is refused.
    /// - Throws: `JSONFault` with the byte at which reading stopped.
    public init(parsing text: String, depth: Int = 64) throws {
        var text = text
        self = try text.withUTF8 { try JSONParser.parse($0, depth: depth) }
    }

    /// Reads one JSON value that is the whole of the bytes, which must be UTF-8.
    /// - Throws: `JSONFault` with the byte at which reading stopped.
    public init(parsing bytes: [UInt8], depth: Int = 64) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw JSONFault("not JSON: bytes that are not UTF-8")
        }
        try self.init(parsing: text, depth: depth)
    }
}

private struct JSONParser {
    /// Valid UTF-8, and so is any part of it that ends at an ASCII byte.
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    static func parse(_ bytes: UnsafeBufferPointer<UInt8>, depth: Int) throws(JSONFault) -> JSON {
        var parser = JSONParser(bytes: bytes)
        let value = try parser.value(depth: depth)
        parser.skipSpace()
        guard parser.position == bytes.count else { throw parser.fault("something after the value") }
        return value
    }

    func fault(_ what: String) -> JSONFault { JSONFault("not JSON: \(what) at byte \(position)") }

    /// The byte at the position; nought, which is nowhere allowed, at the end of the text.
    private var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func skipSpace() {
        while next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSON {
        skipSpace()
        guard position < bytes.count else { throw fault("the text ends early") }
        guard depth > 0 else { throw fault("too deeply nested") }
        switch next {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(JSONFault) -> [JSON.Member] {
        position += 1
        var members: [JSON.Member] = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return members }
        members.reserveCapacity(8)
        while true {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw fault("a name was expected") }
            let name = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw fault("a colon was expected") }
            members.append(JSON.Member(name, try value(depth: depth - 1)))
            skipSpace()
            if take(UInt8(ascii: ",")) { continue }
            guard take(UInt8(ascii: "}")) else { throw fault("an object does not end") }
            return members
        }
    }

    private mutating func array(depth: Int) throws(JSONFault) -> [JSON] {
        position += 1
        var values: [JSON] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return values }
        while true {
            values.append(try value(depth: depth - 1))
            skipSpace()
            if take(UInt8(ascii: ",")) { continue }
            guard take(UInt8(ascii: "]")) else { throw fault("an array does not end") }
            return values
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONFault) -> JSON {
        for offset in 0..<word.utf8CodeUnitCount {
            guard take(word.utf8Start[offset]) else { throw fault("an unknown word") }
        }
        return value
    }

    // MARK: Numbers

    private mutating func number() throws(JSONFault) -> JSON {
        let start = position
        let negative = take(UInt8(ascii: "-"))
        let first = position
        try digits()
        guard bytes[first] != UInt8(ascii: "0") || position == first + 1 else { throw fault("a leading nought") }
        let whole = next != UInt8(ascii: ".") && next | 0x20 != UInt8(ascii: "e")
        if whole, position - first < 19 {  // eighteen digits always fit
            var value = 0
            for digit in first..<position { value = value * 10 + Int(bytes[digit] - 0x30) }
            return .int(negative ? -value : value)
        }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "-")) { _ = take(UInt8(ascii: "+")) }
            try digits()
        }
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
        if whole, let value = Int(text) { return .int(value) }
        guard let real = Double(text), real.isFinite else { throw fault("a number out of range") }
        return .real(real)
    }

    private mutating func digits() throws(JSONFault) {
        let start = position
        while 0x30...0x39 ~= next { position += 1 }
        guard position > start else { throw fault("a value or a digit was expected") }
    }

    // MARK: Strings

    private mutating func string() throws(JSONFault) -> String {
        position += 1
        let start = position
        try skipPlain()
        if next == UInt8(ascii: "\"") {
            position += 1
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position - 1]), as: UTF8.self)
        }
        var out = Array(bytes[start..<position])
        while take(UInt8(ascii: "\\")) {
            try escape(into: &out)
            let plain = position
            try skipPlain()
            out.append(contentsOf: bytes[plain..<position])
        }
        position += 1
        return String(decoding: out, as: UTF8.self)
    }

    /// Moves on to the next quotation mark or backslash.
    private mutating func skipPlain() throws(JSONFault) {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
            guard byte >= 0x20 else { throw fault("a control character in a string") }
            position += 1
        }
        throw fault("a string does not end")
    }

    private mutating func escape(into out: inout [UInt8]) throws(JSONFault) {
        let byte = next
        guard position < bytes.count else { throw fault("a string does not end") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "u"): out.append(contentsOf: String(Character(try scalar())).utf8)
        default: throw fault("an unknown escape")
        }
    }

    /// The character of one `\u` escape, or of the two that make a surrogate pair.
    private mutating func scalar() throws(JSONFault) -> Unicode.Scalar {
        var code = try fourDigits()
        if 0xD800..<0xDC00 ~= code, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
            let second = try fourDigits()
            guard 0xDC00..<0xE000 ~= second else { throw fault("half a surrogate pair") }
            code = 0x10000 + ((code - 0xD800) << 10) + (second - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw fault("half a surrogate pair") }
        return scalar
    }

    private mutating func fourDigits() throws(JSONFault) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = ASCIIDigits.hexadecimal(next) else {
                throw fault("an escape of four digits was expected")
            }
            code = code << 4 | UInt32(digit)
            position += 1
        }
        return code
    }
}
