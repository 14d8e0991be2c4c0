public import Kernel

/// What came with a form: names and values in the order they were sent, repeated names kept.
public struct FormFields: Sendable, Equatable {
    public struct Field: Sendable, Equatable {
        public let name: String
        public let value: String
    }

    public private(set) var all: [Field]
    /// The files that were chosen; never shown again, as a browser fills in no file.
    public private(set) var files: [FormFile] = []

    public init() { all = [] }

    /// The values a page starts from, before anything was typed.
    public init(_ values: KeyValuePairs<String, String>) { all = values.map { Field(name: $0.key, value: $0.value) } }
    /// The same, where the names are not known until the page is made.
    public init(_ values: [(String, String)]) { all = values.map { Field(name: $0.0, value: $0.1) } }

    /// More fields than any form of ours has.
    public static let limit = 500

    /// Reads `application/x-www-form-urlencoded` (WHATWG URL §5.1), more strictly: what is not UTF-8 is refused, where a
    /// browser would put replacement characters in somebody's name.
    /// - Throws: `form.unreadable` for a broken escape or bytes that are not UTF-8; `form.too-many-fields`.
    public init(urlEncoded bytes: some Collection<UInt8>) throws(Refusal) {
        all = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            guard all.count < Self.limit else { throw Self.tooMany }
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            all.append(
                Field(name: try Self.decode(parts[0]), value: parts.count == 2 ? try Self.decode(parts[1]) : ""))
        }
    }

    private static func decode(_ encoded: some Collection<UInt8>) throws(Refusal) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(encoded.count)
        var rest = encoded.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else {
                    throw unreadable
                }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw unreadable }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    static let tooMany = Refusal(
        "form.too-many-fields",
        "This form sent more than \(limit) answers. Go back, leave some out, and send it again.")
    static let unreadable = Refusal(
        "form.unreadable",
        "Some of what was sent is not readable text. Go back, type it again rather than pasting it, and send it again.")

    mutating func add(_ field: Field) { all.append(field) }
    mutating func add(_ file: FormFile) { files.append(file) }

    /// The file chosen in a field; nil when none was.
    public func file(_ name: String) -> FormFile? { files.first { $0.name == name } }

    /// The first value of a name; nil when it was not sent.
    public subscript(_ name: String) -> String? { all.first { $0.name == name }?.value }

    /// Every value of a name, in order: the boxes ticked.
    public func values(_ name: String) -> [String] { all.compactMap { $0.name == name ? $0.value : nil } }

    /// The same fields with one value put in the place of any of its name.
    public func setting(_ name: String, to value: String) -> FormFields {
        var fields = self
        fields.all.removeAll { $0.name == name }
        fields.all.append(Field(name: name, value: value))
        return fields
    }
}
