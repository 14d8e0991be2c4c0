import Foundation

/// Reads XML 1.0 tag by tag from bytes that come in pieces, keeping only the tag it is at.
///
/// It takes what event logs need: elements, attributes, comments, processing instructions and character data, which is
/// passed over. A document type is refused, and with it every entity but the five of XML and characters by number: what
/// cannot be declared cannot explode. Tags are at most 16 MB, depth at most 64.
struct XMLScanner: ~Copyable {
    enum Token { case open, close, end }

    struct Attribute {
        let name: Range<Int>
        let value: Range<Int>
        let hasReference: Bool
    }

    private var source: any ByteReader
    private var buffer: UnsafeMutableRawBufferPointer
    /// What of the buffer is not read yet.
    private var position = 0
    private var filled = 0
    private var isAtEnd = false
    private var check = UTF8Check()
    private var nextTag = NextByte(of: UInt8(ascii: "<"))
    private var nextReference = NextByte(of: UInt8(ascii: "&"))
    /// The line that the buffer begins on.
    private var linesBefore = 1

    /// The element of the last token, as it is written.
    private(set) var name = 0..<0
    /// What elements have before their names, its colon included; nothing as a rule.
    private var prefix: ContiguousArray<UInt8> = []
    var attributes: ArraySlice<Attribute> { scanned[..<attributeCount] }
    /// The attributes of the last tag, and behind them some of tags before.
    private var scanned: [Attribute] = []
    private var attributeCount = 0
    /// Whether the last opened element is empty: no close follows.
    private(set) var isEmpty = false
    private(set) var depth = 0
    private var openNames: ContiguousArray<UInt8> = []
    private var openLengths: ContiguousArray<Int> = []
    private var hadRoot = false

    private static var mostInTag: Int { 16 << 20 }
    private static var mostDeep: Int { 64 }

    init(_ source: any ByteReader, buffer size: Int = 1 << 18) {
        self.source = source
        buffer = .allocate(byteCount: max(size, 64), alignment: 16)
        scanned.reserveCapacity(16)
    }

    deinit { buffer.deallocate() }

    // MARK: What the last tag holds

    func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: buffer[range]) }

    /// Whether the element of the last token has a name, behind the prefix where there is one.
    func isNamed(_ text: StaticString) -> Bool {
        guard !prefix.isEmpty else { return holds(name, text) }
        let start = name.lowerBound + prefix.count
        return start <= name.upperBound && holds(start..<name.upperBound, text)
            && bytes(name.lowerBound..<start).elementsEqual(prefix)
    }

    /// Looks from now on for elements with a prefix, which the outermost has.
    mutating func expect(prefix text: some StringProtocol) { prefix = ContiguousArray("\(text):".utf8) }

    @inline(__always)
    func holds(_ range: Range<Int>, _ text: StaticString) -> Bool {
        range.count == text.utf8CodeUnitCount
            && compare(buffer.baseAddress! + range.lowerBound, text.utf8Start, range.count)
    }

    /// The bytes of the first attribute with a name.
    func attribute(_ text: StaticString) -> Attribute? {
        for index in 0..<attributeCount where holds(scanned[index].name, text) { return scanned[index] }
        return nil
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes(range), as: UTF8.self) }

    /// Whether an attribute's value is what its bytes are: it has no reference, and no white space but spaces.
    @inline(__always)
    func isPlain(_ attribute: Attribute) -> Bool {
        if attribute.hasReference { return false }
        for index in attribute.value where buffer[index] < 0x20 { return false }
        return true
    }

    /// An attribute's value as text, its references replaced and its white space made spaces (XML 1.0 §3.3.3).
    func text(_ attribute: Attribute) throws -> String {
        let bytes = bytes(attribute.value)
        if isPlain(attribute) { return String(decoding: bytes, as: UTF8.self) }
        do throws(XMLReferences.Wrong) {
            return String(decoding: try XMLReferences.replaced(bytes), as: UTF8.self)
        } catch {
            throw fault(error.sentence, at: attribute.value.lowerBound + error.place)
        }
    }

    /// The line of the last token.
    var line: Int { linesBefore + newlines(0..<min(tagStart, filled)) }
    private var tagStart = 0

    // MARK: Going on

    mutating func next() throws -> Token {
        while true {
            guard try toTag() else {
                guard depth == 0 else {
                    throw fault("The file ends inside <\(innermost)>. It was cut off: fetch it again.")
                }
                guard hadRoot else { throw fault("There is no element in this file, so it is not XML.") }
                return .end
            }
            // A tag near the end of what is here is moved to the front, so that the buffer does not grow for it.
            if filled - position < 1024, position > 0 { _ = try fill() }
            tagStart = position
            try have(2)
            switch buffer[position + 1] {
            case UInt8(ascii: "/"):
                try closeTag()
                return .close
            case UInt8(ascii: "?"): try pass(until: "?>", from: 2, "processing instruction")
            case UInt8(ascii: "!"): try declaration()
            default:
                try openTag()
                return .open
            }
        }
    }

    /// Moves to the next `<`, over character data.
    private mutating func toTag() throws -> Bool {
        while true {
            let found = nextTag.first(from: position, in: here)
            if found < filled {
                if depth == 0 {
                    try requireBlank(position..<found)
                } else if nextReference.first(from: position, in: here) < found {
                    _ = try checkReferences(position..<found)
                }
                position = found
                return true
            }
            if depth == 0 {
                try requireBlank(position..<filled)
                position = filled
            } else {
                // What may be the beginning of a reference is looked at again with what follows it.
                position = try checkReferences(position..<filled, isCut: true)
            }
            guard try fill() else { return false }
        }
    }

    /// Refuses a reference that XML does not have by itself.
    /// - Returns: where a reference begins that may go on behind the range, which only may be with `isCut`; else its end.
    private func checkReferences(_ range: Range<Int>, isCut: Bool = false) throws -> Int {
        do throws(XMLReferences.Wrong) {
            return try range.lowerBound + XMLReferences.check(bytes(range), isCut: isCut)
        } catch {
            throw fault(error.sentence, at: range.lowerBound + error.place)
        }
    }

    private func requireBlank(_ range: Range<Int>) throws {
        for index in range {
            switch buffer[index] {
            case 0x20, 0x09, 0x0A, 0x0D: continue
            // A byte order mark may begin a file.
            case 0xEF where index < 3 && linesBefore == 1, 0xBB where index < 3 && linesBefore == 1,
                0xBF where index < 3 && linesBefore == 1:
                continue
            default: throw fault("There is text outside of every element, so this is not XML.", at: index)
            }
        }
    }

    private mutating func openTag() throws {
        var scan = position + 1
        name = try scanName(&scan)
        attributeCount = 0
        isEmpty = false
        while true {
            let before = scan
            try skipBlank(&scan)
            switch try byte(scan) {
            case UInt8(ascii: ">"):
                scan += 1
                try opened(end: scan)
                return
            case UInt8(ascii: "/"):
                guard try byte(scan + 1) == UInt8(ascii: ">") else { throw fault("A “/” stands in a tag by itself.") }
                isEmpty = true
                scan += 2
                try opened(end: scan)
                return
            default:
                guard scan > before else { throw fault("Two attributes stand in a tag with nothing between them.") }
                try scanAttribute(&scan)
            }
        }
    }

    private mutating func opened(end: Int) throws {
        guard depth > 0 || !hadRoot else { throw fault("A second outermost element follows the first.") }
        guard end - position <= Self.mostInTag else { throw fault("A tag is over 16 MB long.") }
        hadRoot = true
        position = end
        guard !isEmpty else { return }
        depth += 1
        guard depth <= Self.mostDeep else {
            throw fault(
                "Elements stand \(depth) deep in one another; an event log has no use for more than \(Self.mostDeep).")
        }
        openNames += bytes(name)
        openLengths.append(name.count)
    }

    private mutating func scanAttribute(_ scan: inout Int) throws {
        let name = try scanName(&scan)
        try skipBlank(&scan)
        guard try byte(scan) == UInt8(ascii: "=") else { throw fault("An attribute has no “=” after its name.") }
        scan += 1
        try skipBlank(&scan)
        let quote = try byte(scan)
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw fault("An attribute's value is not between quotation marks.")
        }
        scan += 1
        let start = scan
        while true {
            if let end = find(quote, from: scan) {
                scan = end
                break
            }
            scan = filled
            _ = try byte(scan)
        }
        if nextTag.first(from: start, in: here) < scan {
            throw fault("A “<” stands inside an attribute. Write it as &lt;.")
        }
        let hasReference = nextReference.first(from: start, in: here) < scan
        if hasReference { _ = try checkReferences(start..<scan) }
        for index in 0..<attributeCount where same(scanned[index].name, name) {
            throw fault("A tag has the same attribute twice.")
        }
        let attribute = Attribute(name: name, value: start..<scan, hasReference: hasReference)
        if attributeCount < scanned.count {
            scanned[attributeCount] = attribute
        } else {
            scanned.append(attribute)
        }
        attributeCount += 1
        scan += 1
    }

    private mutating func closeTag() throws {
        var scan = position + 2
        name = try scanName(&scan)
        try skipBlank(&scan)
        guard try byte(scan) == UInt8(ascii: ">") else { throw fault("A closing tag goes on after its name.") }
        guard let length = openLengths.last else { throw fault("A closing tag has nothing to close.") }
        let from = openNames.count - length
        let matches =
            length == name.count
            && openNames.withUnsafeBytes {
                compare($0.baseAddress! + from, buffer.baseAddress! + name.lowerBound, length)
            }
        guard matches else {
            throw fault("</\(String(decoding: bytes(name).prefix(40), as: UTF8.self))> closes <\(innermost)>.")
        }
        openNames.removeLast(length)
        openLengths.removeLast()
        depth -= 1
        position = scan + 1
    }

    private mutating func declaration() throws {
        if try starts(with: "<!--") { return try pass(until: "-->", from: 4, "comment") }
        if depth > 0, try starts(with: "<![CDATA[") { return try pass(until: "]]>", from: 9, "CDATA section") }
        if try starts(with: "<!DOCTYPE") {
            throw fault(
                "The file declares a document type. Event logs need none, and entities are not expanded: take it out.")
        }
        throw fault("A tag begins with “<!” and is no comment.")
    }

    private mutating func starts(with text: StaticString) throws -> Bool {
        for index in 0..<text.utf8CodeUnitCount {
            guard try byte(position + index) == text.utf8Start[index] else { return false }
        }
        return true
    }

    /// Passes over something that ends in a text, forgetting it as it goes.
    private mutating func pass(until text: StaticString, from skipped: Int, _ what: String) throws {
        let length = text.utf8CodeUnitCount
        try have(skipped)
        if skipped == 2 { try checkEncoding() }
        position += skipped
        while true {
            while let found = find(text.utf8Start[0], from: position) {
                position = found
                try have(length, in: what)
                if compare(buffer.baseAddress! + position, text.utf8Start, length) {
                    position += length
                    return
                }
                if skipped == 4, buffer[position + 1] == UInt8(ascii: "-") {
                    throw fault("“--” stands inside a comment, which XML forbids. Take one of the two out.")
                }
                position += 1
            }
            position = filled
            guard try fill() else { throw fault("The file ends inside a \(what). It was cut off: fetch it again.") }
        }
    }

    /// A declaration that names another encoding than UTF-8 is refused; what names none is read as UTF-8.
    private mutating func checkEncoding() throws {
        guard !hadRoot, try starts(with: "<?xml") else { return }
        var scan = position
        while try byte(scan) != UInt8(ascii: ">") { scan += 1 }
        let declaration = String(decoding: bytes(position..<scan), as: UTF8.self)
        guard let range = declaration.firstRange(of: "encoding") else { return }
        let named = declaration[range.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\"" || $0 == "'" }
            .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        guard ["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains(named.uppercased()) else {
            throw fault("The file says that it is \(named.prefix(40)). Save it as UTF-8.")
        }
    }

    // MARK: Bytes

    private mutating func scanName(_ scan: inout Int) throws -> Range<Int> {
        let start = scan
        while isNameByte(try byte(scan)) { scan += 1 }
        guard scan > start, !(0x2D...0x39).contains(buffer[start]) else {
            throw fault("A tag has no name where one belongs.")
        }
        return start..<scan
    }

    /// Letters, digits, `:`, `_`, `-` and `.`, and every byte of a longer character.
    @inline(__always)
    private func isNameByte(_ byte: UInt8) -> Bool {
        if byte >= 0x80 { return true }
        // A bit for each of the first 64 characters: `-`, `.`, `0` to `:`; and of the next: letters and `_`.
        let bits: UInt64 = byte < 0x40 ? 0x07FF_6000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
        return bits >> UInt64(byte & 0x3F) & 1 == 1
    }

    private mutating func skipBlank(_ scan: inout Int) throws {
        while true {
            switch try byte(scan) {
            case 0x20, 0x09, 0x0A, 0x0D: scan += 1
            default: return
            }
        }
    }

    /// The byte at a position, read from the source when it is not here yet.
    @inline(__always)
    private mutating func byte(_ index: Int) throws -> UInt8 {
        if index >= filled { try have(index - position + 1) }
        return buffer[index]
    }

    /// Makes sure that so many bytes from the position are here. It moves nothing that has been read of the tag: the
    /// buffer grows, and is made small again at the next `fill`.
    private mutating func have(_ count: Int, in what: String = "tag") throws {
        while filled - position < count {
            guard count < Self.mostInTag else { throw fault("A tag is over 16 MB long.") }
            guard try fill(keeping: true) else {
                throw fault("The file ends inside a \(what). It was cut off: fetch it again.")
            }
        }
    }

    /// Reads more.
    /// - Parameter keeping: whether what is here stays where it is, as ranges into it are held.
    /// - Returns: false at the end.
    private mutating func fill(keeping: Bool = false) throws -> Bool {
        guard !isAtEnd else { return false }
        if !keeping {
            // Only at a tag's beginning: everything up to the position is done with.
            linesBefore += newlines(0..<position)
            let rest = filled - position
            if rest > 0 { buffer.baseAddress!.copyMemory(from: buffer.baseAddress! + position, byteCount: rest) }
            filled = rest
            nextTag.moved(by: position)
            nextReference.moved(by: position)
            position = 0
            tagStart = 0
        }
        if filled == buffer.count {
            let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: buffer.count * 2, alignment: 16)
            larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
            buffer.deallocate()
            buffer = larger
        }
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        let count = try read(into: room)
        guard count > 0 else {
            isAtEnd = true
            if check.isOpen { throw fault("The file ends inside a character, so it is not UTF-8.", at: filled) }
            return false
        }
        if let wrong = check.firstWrong(in: UnsafeRawBufferPointer(rebasing: room[..<count])) {
            throw fault(
                "A byte here (\(room[wrong])) is not UTF-8, or is a control character that XML forbids. Save the file as UTF-8.",
                at: filled + wrong)
        }
        filled += count
        return true
    }

    private mutating func read(into room: UnsafeMutableRawBufferPointer) throws -> Int {
        do {
            return try source.read(into: room)
        } catch let wrong as any ReadingFault {
            throw fault(wrong.sentence, at: filled)
        }
    }

    /// What is here of the source.
    @inline(__always)
    private var here: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: buffer.baseAddress, count: filled) }

    @inline(__always)
    private func find(_ byte: UInt8, from start: Int) -> Int? {
        guard start < filled, let found = memchr(buffer.baseAddress! + start, Int32(byte), filled - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(buffer.baseAddress!)
    }

    @inline(__always)
    private func same(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        one.count == other.count
            && compare(buffer.baseAddress! + one.lowerBound, buffer.baseAddress! + other.lowerBound, one.count)
    }

    @inline(__always)
    private func compare(_ one: UnsafeRawPointer, _ other: UnsafeRawPointer, _ count: Int) -> Bool {
        memcmp(one, other, count) == 0
    }

    private func newlines(_ range: Range<Int>) -> Int {
        var (count, position) = (0, range.lowerBound)
        while position < range.upperBound,
            let found = memchr(buffer.baseAddress! + position, 0x0A, range.upperBound - position)
        {
            count += 1
            position = UnsafeRawPointer(found) - UnsafeRawPointer(buffer.baseAddress!) + 1
        }
        return count
    }

    private var innermost: String {
        String(decoding: openNames.suffix(openLengths.last ?? 0).prefix(40), as: UTF8.self)
    }

    func fault(_ sentence: String, at index: Int? = nil) -> LogFault {
        LogFault(line: linesBefore + newlines(0..<min(index ?? position, buffer.count)), sentence)
    }
}

/// Where a byte stands next, looked for once however often it is asked: always further on, never back.
private struct NextByte {
    private let byte: UInt8
    /// None stands from where was asked last up to here.
    private var clear = 0

    init(of byte: UInt8) { self.byte = byte }

    /// - Returns: where the first one stands; the count of the bytes, when there is none.
    @inline(__always)
    mutating func first(from start: Int, in bytes: UnsafeRawBufferPointer) -> Int {
        if start > clear { clear = start }
        guard clear < bytes.count, bytes[clear] != byte, let base = bytes.baseAddress else { return clear }
        clear =
            memchr(base + clear, Int32(byte), bytes.count - clear).map { UnsafeRawPointer($0) - base } ?? bytes.count
        return clear
    }

    /// The bytes now begin further on.
    mutating func moved(by count: Int) { clear = max(clear - count, 0) }
}
