/// The bytes of a page while it is being written.
///
/// Markup comes only from literals in the program (`StaticString`), everything else goes through `text` and is escaped,
/// so a value that a person typed cannot become markup. The bytes themselves are out of reach outside this file.
public struct HTMLOutput: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 64)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    func finish() -> [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    @inline(__always)
    fileprivate mutating func append(_ pointer: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        (start + count).initialize(from: pointer, count: length)
        count += length
    }

    @inline(__always)
    private mutating func reserve(_ length: Int) {
        if capacity - count < length { grow(for: length) }
    }

    @inline(never)
    private mutating func grow(for length: Int) {
        capacity = max(capacity * 2, count + length)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        moved.initialize(from: start, count: count)
        start.deallocate()
        start = moved
    }

    /// Appends markup that stands in the program.
    @inline(__always)
    public mutating func markup(_ literal: StaticString) {
        append(literal.utf8Start, literal.utf8CodeUnitCount)
    }

    /// Appends `<name a="b">`.
    mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
        let length = name.utf8CodeUnitCount
        reserve(length + 2)
        start[count] = UInt8(ascii: "<")
        (start + count + 1).initialize(from: name.utf8Start, count: length)
        count += length + 1
        if !attributes.isEmpty {
            for attribute in attributes { attribute.write(to: &self) }
            reserve(1)
        }
        start[count] = UInt8(ascii: ">")
        count += 1
    }

    /// Appends `</name>`.
    mutating func close(_ name: StaticString) {
        let length = name.utf8CodeUnitCount
        reserve(length + 3)
        start[count] = UInt8(ascii: "<")
        start[count + 1] = UInt8(ascii: "/")
        (start + count + 2).initialize(from: name.utf8Start, count: length)
        start[count + length + 2] = UInt8(ascii: ">")
        count += length + 3
    }

    /// Appends a value, escaped for text and for quoted attributes alike.
    ///
    /// A carriage return is written as a reference, because a parser would turn it into a line feed; NUL, which HTML
    /// cannot hold, becomes the replacement character (HTML Standard §13.2.3.5, §13.2.5).
    public mutating func text(_ value: String) {
        let done: Void? = value.utf8.withContiguousStorageIfAvailable { escape($0) }
        if done == nil { Array(value.utf8).withUnsafeBufferPointer { escape($0) } }
    }

    /// Appends a whole number.
    public mutating func number(_ value: Int) {
        if (0..<10).contains(value) {
            var digit = 0x30 + UInt8(truncatingIfNeeded: value)
            append(&digit, 1)
        } else {
            text(String(value))
        }
    }

    /// One bit for each byte under 64 that must not stand as itself: NUL, CR, `"`, `&`, `'`, `<`, `>`.
    private static let special: UInt64 =
        1 << 0x00 | 1 << 0x0D | 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        guard let first = text.baseAddress else { return }
        var start = 0
        for index in 0..<text.count {
            let byte = text[index]
            guard byte < 64, Self.special >> UInt64(byte) & 1 == 1 else { continue }
            append(first + start, index - start)
            start = index + 1
            switch byte {
            case 0x22: markup("&quot;")
            case 0x26: markup("&amp;")
            case 0x27: markup("&#39;")
            case 0x3C: markup("&lt;")
            case 0x3E: markup("&gt;")
            case 0x0D: markup("&#13;")
            default: markup("\u{FFFD}")
            }
        }
        append(first + start, text.count - start)
    }
}

/// HTML that has been written already: what a stored page part or a list of unlike parts is made of.
public struct Fragment: HTML {
    private let bytes: [UInt8]

    public init(@HTMLBuilder _ content: () -> some HTML) { bytes = content().render(capacity: 512) }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { bytes.isEmpty }

    public func write(to page: inout HTMLOutput) {
        bytes.withUnsafeBufferPointer { page.append($0.baseAddress!, $0.count) }
    }
}

/// Markup that is written as it stands: drawings of our own, and nothing a person typed.
///
/// The one way past escaping; search for this name to see every use.
public struct UnescapedMarkup: HTML {
    private let text: String

    /// Markup written in the program.
    public init(_ literal: StaticString) { text = literal.description }

    /// Markup made by a program that escapes for itself, as the drawing of a journey map.
    public init(escapedBy source: StaticString, _ text: String) { self.text = text }

    public func write(to page: inout HTMLOutput) {
        Array(text.utf8).withUnsafeBufferPointer { page.append($0.baseAddress!, $0.count) }
    }
}
