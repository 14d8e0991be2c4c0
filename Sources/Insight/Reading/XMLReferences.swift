import Foundation

/// The references that XML has without declaring any (XML 1.0 §4.1, §4.6).
enum XMLReferences {
    /// A reference that is none.
    struct Wrong: Error {
        /// Where its `&` stands, from the beginning of the bytes.
        let place: Int
        let sentence: String
    }

    /// The most bytes a reference has, with its `&` and `;`. Those that XML has are shorter by far; what is longer is no
    /// reference.
    static var longest: Int { 64 }

    private static let named: [(StaticString, UInt8)] = [
        ("lt", UInt8(ascii: "<")), ("gt", UInt8(ascii: ">")), ("amp", UInt8(ascii: "&")), ("quot", UInt8(ascii: "\"")),
        ("apos", UInt8(ascii: "'")),
    ]

    /// An attribute's value with its references replaced; white space as it stands in the file becomes a space each, a
    /// line's end of two bytes being one (XML 1.0 §2.11, §3.3.3).
    static func replaced(_ bytes: UnsafeRawBufferPointer) throws(Wrong) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == UInt8(ascii: "&") else {
                position += 1
                if byte == 0x0D, position < bytes.count, bytes[position] == 0x0A { continue }
                out.append(byte < 0x20 ? 0x20 : byte)
                continue
            }
            let end = try end(of: position, in: bytes)
            try append(bytes[position + 1..<end - 1], at: position, to: &out)
            position = end
        }
        return out
    }

    /// Looks whether every reference in some bytes is one that XML has.
    /// - Parameter isCut: whether the bytes may end in the middle of a reference.
    /// - Returns: where what may be cut off begins; the count of the bytes, when nothing is.
    static func check(_ bytes: UnsafeRawBufferPointer, isCut: Bool = false) throws(Wrong) -> Int {
        var position = 0
        var passed: [UInt8] = []
        while position < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + position, Int32(UInt8(ascii: "&")), bytes.count - position)
        {
            position = UnsafeRawPointer(found) - base
            let isShort = bytes.count - position < longest
            if isCut, isShort, !bytes[position...].contains(UInt8(ascii: ";")) { return position }
            let end = try end(of: position, in: bytes)
            try append(bytes[position + 1..<end - 1], at: position, to: &passed)
            passed.removeAll(keepingCapacity: true)
            position = end
        }
        return bytes.count
    }

    /// Behind the `;` of the reference that begins at a position.
    private static func end(of position: Int, in bytes: UnsafeRawBufferPointer) throws(Wrong) -> Int {
        guard let end = bytes[position...].prefix(longest).firstIndex(of: UInt8(ascii: ";")) else {
            throw Wrong(place: position, sentence: "A “&” stands by itself. Write it as &amp;.")
        }
        return end + 1
    }

    private static func append(
        _ reference: Slice<UnsafeRawBufferPointer>, at place: Int, to out: inout [UInt8]
    ) throws(Wrong) {
        if let (_, byte) = named.first(where: { name, _ in
            reference.elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        }) {
            out.append(byte)
            return
        }
        let text = String(decoding: reference, as: UTF8.self)
        let number =
            text.hasPrefix("#x")
            ? UInt32(text.dropFirst(2), radix: 16) : text.hasPrefix("#") ? UInt32(text.dropFirst()) : nil
        guard let number, let scalar = Unicode.Scalar(number), number >= 0x20 || [9, 10, 13].contains(number),
            ![0xFFFE, 0xFFFF].contains(number), !text.contains("+")
        else {
            let name = text.prefix(20)
            // What stands between an “&” and some later “;” may be no reference at all.
            let isName = !text.isEmpty && !text.contains { $0.isWhitespace }
            throw Wrong(
                place: place,
                sentence: isName
                    ? "“&\(name);” is not a reference that XML has by itself."
                    : "A “&” stands by itself. Write it as &amp;.")
        }
        out += String(Character(scalar)).utf8
    }
}
