/// The references that XML has without declaring any (XML 1.0 §4.1, §4.6).
enum XMLReferences {
    private static let named: [(StaticString, UInt8)] = [
        ("lt", UInt8(ascii: "<")), ("gt", UInt8(ascii: ">")), ("amp", UInt8(ascii: "&")), ("quot", UInt8(ascii: "\"")),
        ("apos", UInt8(ascii: "'")),
    ]

    /// An attribute's value with its references replaced; white space as it stands in the file becomes a space each.
    static func replaced(_ bytes: UnsafeRawBufferPointer, at line: Int) throws(LogFault) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            guard byte == UInt8(ascii: "&") else {
                out.append(byte < 0x20 ? 0x20 : byte)
                continue
            }
            guard let end = bytes[position...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
                throw LogFault(line: line, "A “&” stands by itself. Write it as &amp;.")
            }
            try append(bytes[position..<end], to: &out, at: line)
            position = end + 1
        }
        return out
    }

    private static func append(
        _ reference: Slice<UnsafeRawBufferPointer>, to out: inout [UInt8], at line: Int
    ) throws(LogFault) {
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
            throw LogFault(line: line, "“&\(text.prefix(20));” is not a reference that XML has by itself.")
        }
        out += String(Character(scalar)).utf8
    }
}
