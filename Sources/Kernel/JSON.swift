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
        out.reserveCapacity(256)
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
        func list<Element>(
            _ elements: [Element], _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ each: (Element) -> Void
        ) {
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
        var string = string
        out.append(UInt8(ascii: "\""))
        string.withUTF8 { bytes in
            var written = 0
            for (position, byte) in bytes.enumerated() {
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
                out.append(contentsOf: bytes[written..<position])
                written = position + 1
                escape(byte, to: &out)
            }
            out.append(contentsOf: bytes[written...])
        }
        out.append(UInt8(ascii: "\""))
    }

    private static func escape(_ byte: UInt8, to out: inout [UInt8]) {
        switch byte {
        case 0x0A: out.append(contentsOf: "\\n".utf8)
        case 0x0D: out.append(contentsOf: "\\r".utf8)
        case 0x09: out.append(contentsOf: "\\t".utf8)
        case 0..<0x20:
            let digit = byte & 0xF
            out.append(contentsOf: byte < 0x10 ? "\\u000".utf8 : "\\u001".utf8)
            out.append(digit < 10 ? digit + 0x30 : digit + 0x57)
        default:
            out.append(UInt8(ascii: "\\"))
            out.append(byte)
        }
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
    public func day(_ name: String) throws -> CalendarDay {
        try required(name) { try $0.string.map { try CalendarDay($0) } }
    }
    public func instant(_ name: String) throws -> Instant {
        try required(name) { try $0.string.map { try Instant($0) } }
    }
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
