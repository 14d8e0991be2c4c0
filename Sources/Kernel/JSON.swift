/// A JSON value that keeps the order in which its members were written, so that the same value always makes the same
/// bytes. Stored facts, machine output and the API are all written through it.
///
/// Foundation's encoder has no fixed key order and its decoder works by reflection over coding keys; both stood in the
/// way of hand-coded facts that are folded by the million (docs/decisions/0002).
public enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    case int(Int)
    case real(Double)
    case string(String)
    case array([JSON])
    case object([Member])

    public struct Member: Sendable, Equatable {
        public let name: String
        public let value: JSON

        public init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
    public init(nilLiteral: ()) { self = .null }
}

// MARK: Writing

extension JSON {
    /// An object without the members whose value is nil: an absent fact is not written as null.
    public static func fields(_ members: KeyValuePairs<String, JSON?>) -> JSON {
        .object(members.compactMap { name, value in value.map { Member(name, $0) } })
    }

    /// A value written by its description: a day, an instant, an identifier.
    public static func text(_ value: some CustomStringConvertible) -> JSON { .string(value.description) }

    /// The value with no white space, members in their order.
    public var text: String {
        var out: [UInt8] = []
        write(to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// The value over many lines, indented by two spaces, for people and for files that are compared.
    public var pretty: String {
        var out: [UInt8] = []
        write(to: &out, indent: 0)
        return String(decoding: out, as: UTF8.self)
    }

    private func write(to out: inout [UInt8], indent: Int? = nil) {
        func newLine(_ depth: Int) {
            out.append(UInt8(ascii: "\n"))
            out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
        }
        func list<Element>(_ elements: [Element], _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ each: (Element) -> Void)
        {
            out.append(UInt8(ascii: open))
            for (position, element) in elements.enumerated() {
                if position > 0 { out.append(UInt8(ascii: ",")) }
                if let indent { newLine(indent + 1) }
                each(element)
            }
            if let indent, !elements.isEmpty { newLine(indent) }
            out.append(UInt8(ascii: close))
        }
        switch self {
        case .null: out.append(contentsOf: "null".utf8)
        case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
        case .int(let value): out.append(contentsOf: String(value).utf8)
        case .real(let value): out.append(contentsOf: (value.isFinite ? String(value) : "null").utf8)
        case .string(let value): JSON.write(value, to: &out)
        case .array(let values): list(values, "[", "]") { $0.write(to: &out, indent: indent.map { $0 + 1 }) }
        case .object(let members):
            list(members, "{", "}") {
                JSON.write($0.name, to: &out)
                out.append(UInt8(ascii: ":"))
                if indent != nil { out.append(UInt8(ascii: " ")) }
                $0.value.write(to: &out, indent: indent.map { $0 + 1 })
            }
        }
    }

    private static func write(_ string: String, to out: inout [UInt8]) {
        let hex = Array("0123456789abcdef".utf8)
        out.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                out.append(UInt8(ascii: "\\"))
                out.append(byte)
            case 0x0A: out.append(contentsOf: "\\n".utf8)
            case 0x0D: out.append(contentsOf: "\\r".utf8)
            case 0x09: out.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                out.append(contentsOf: "\\u00".utf8)
                out.append(hex[Int(byte >> 4)])
                out.append(hex[Int(byte & 0xF)])
            default: out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
    }
}

// MARK: Reading members

extension JSON {
    /// The value of a member, or nil when there is none or this is not an object.
    public subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    public var string: String? { if case .string(let value) = self { value } else { nil } }
    public var int: Int? { if case .int(let value) = self { value } else { nil } }
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    public var array: [JSON]? { if case .array(let values) = self { values } else { nil } }
    public var members: [Member]? { if case .object(let members) = self { members } else { nil } }

    /// A member that must be there, read by a function that answers nil for a value it cannot take.
    /// - Throws: `JSONFault` naming the member.
    public func required<Value>(_ name: String, _ read: (JSON) throws -> Value?) throws -> Value {
        guard let value = self[name].flatMap({ $0 == .null ? nil : $0 }), let read = try read(value) else {
            throw JSONFault("“\(name)” is missing or not of its form")
        }
        return read
    }

    public func string(_ name: String) throws -> String { try required(name, \.string) }
    public func int(_ name: String) throws -> Int { try required(name, \.int) }
    public func bool(_ name: String) throws -> Bool { try required(name, \.bool) }
    public func array(_ name: String) throws -> [JSON] { try required(name, \.array) }
    public func day(_ name: String) throws -> CalendarDay { try required(name) { try $0.string.map { try CalendarDay($0) } } }
    public func instant(_ name: String) throws -> Instant { try required(name) { try $0.string.map { try Instant($0) } } }
    public func identifier<Named>(_ name: String) throws -> Identifier<Named> {
        try required(name) { try $0.string.map { try Identifier($0) } }
    }
    public func coded<Code: RawRepresentable<String>>(_ name: String, as code: Code.Type = Code.self) throws -> Code {
        try required(name) { $0.string.flatMap(Code.init(rawValue:)) }
    }

    /// A member that may be absent or null; when it is there it must be readable.
    public func optional<Value>(_ name: String, _ read: (JSON) throws -> (String) throws -> Value) throws -> Value? {
        guard let value = self[name], value != .null else { return nil }
        return try read(self)(name)
    }
}

/// JSON that is not JSON, or not of the form its reader knows; says where.
public struct JSONFault: Error, Sendable, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}

// MARK: Parsing

extension JSON {
    /// Reads one JSON value (RFC 8259) that is the whole of the text.
    /// - Parameter depth: how deeply arrays and objects may nest before the text is refused.
    /// - Throws: `JSONFault` with the byte at which reading stopped.
    public init(parsing text: String, depth: Int = 64) throws {
        var text = text
        self = try text.withUTF8 { try JSON.parse($0, depth: depth) }
    }

    public init(parsing bytes: [UInt8], depth: Int = 64) throws {
        self = try bytes.withUnsafeBufferPointer { try JSON.parse($0, depth: depth) }
    }

    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>, depth: Int) throws -> JSON {
        var parser = JSONParser(bytes: bytes)
        let value = try parser.value(depth: depth)
        parser.skipSpace()
        guard parser.position == bytes.count else { throw parser.fault("something after the value") }
        return value
    }
}

private struct JSONParser {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    func fault(_ what: String) -> JSONFault { JSONFault("not JSON: \(what) at byte \(position)") }

    mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    mutating func value(depth: Int) throws -> JSON {
        skipSpace()
        guard position < bytes.count else { throw fault("the text ends early") }
        guard depth > 0 else { throw fault("too deeply nested") }
        switch bytes[position] {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws -> JSON {
        position += 1
        var members: [JSON.Member] = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw fault("a name was expected") }
            let name = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw fault("a colon was expected") }
            members.append(.init(name, try value(depth: depth - 1)))
            skipSpace()
            if take(UInt8(ascii: ",")) { continue }
            guard take(UInt8(ascii: "}")) else { throw fault("an object does not end") }
            return .object(members)
        }
    }

    private mutating func array(depth: Int) throws -> JSON {
        position += 1
        var values: [JSON] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(values) }
        while true {
            values.append(try value(depth: depth - 1))
            skipSpace()
            if take(UInt8(ascii: ",")) { continue }
            guard take(UInt8(ascii: "]")) else { throw fault("an array does not end") }
            return .array(values)
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws -> JSON {
        let length = word.utf8CodeUnitCount
        guard position + length <= bytes.count,
            (0..<length).allSatisfy({ bytes[position + $0] == word.utf8Start[$0] })
        else { throw fault("an unknown word") }
        position += length
        return value
    }

    private mutating func number() throws -> JSON {
        let start = position
        while position < bytes.count,
            (0x30...0x39).contains(bytes[position]) || "+-.eE".utf8.contains(bytes[position])
        { position += 1 }
        let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
        let digits = text.drop { $0 == "-" }
        guard let first = digits.first, first.isNumber, first != "0" || digits.count == 1 || !digits.dropFirst().first!.isNumber,
            text.last!.isNumber, !text.hasPrefix("--")
        else { throw fault("a value was expected") }
        if let whole = Int(text) { return .int(whole) }
        guard let real = Double(text), real.isFinite else { throw fault("a number out of range") }
        return .real(real)
    }

    private mutating func string() throws -> String {
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\") {
            guard bytes[position] >= 0x20 else { throw fault("a control character in a string") }
            position += 1
        }
        guard position < bytes.count else { throw fault("a string does not end") }
        if bytes[position] == UInt8(ascii: "\"") {
            defer { position += 1 }
            return try decoded(UnsafeBufferPointer(rebasing: bytes[start..<position]))
        }
        var out = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") { return try out.withUnsafeBufferPointer { try decoded($0) } }
            if byte == UInt8(ascii: "\\") {
                try escape(into: &out)
            } else {
                guard byte >= 0x20 else { throw fault("a control character in a string") }
                out.append(byte)
            }
        }
        throw fault("a string does not end")
    }

    private func decoded(_ bytes: UnsafeBufferPointer<UInt8>) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw fault("bytes that are not UTF-8") }
        return text
    }

    private mutating func escape(into out: inout [UInt8]) throws {
        guard position < bytes.count else { throw fault("a string does not end") }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "u"):
            var code = try fourDigits()
            if (0xD800..<0xDC00).contains(code) {
                guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw fault("half a surrogate pair") }
                let second = try fourDigits()
                guard (0xDC00..<0xE000).contains(second) else { throw fault("half a surrogate pair") }
                code = 0x10000 + (code - 0xD800) << 10 + (second - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw fault("half a surrogate pair") }
            out.append(contentsOf: String(Character(scalar)).utf8)
        default: throw fault("an unknown escape")
        }
    }

    private mutating func fourDigits() throws -> UInt32 {
        guard position + 4 <= bytes.count,
            let code = UInt32(String(decoding: UnsafeBufferPointer(rebasing: bytes[position..<position + 4]), as: UTF8.self), radix: 16)
        else { throw fault("an escape of four digits was expected") }
        position += 4
        return code
    }
}
