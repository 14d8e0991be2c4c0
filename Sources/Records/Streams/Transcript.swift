import Crypto

/// Bytes to be hashed, signed or authenticated that can be taken apart in one way only: the purpose, then each part after
/// its length in four bytes, highest first. A part that is absent has the length FFFFFFFF, so it is not an empty one.
///
/// No purpose may change, nor the parts that follow it: stored digests, seals and signatures are made of them.
struct Transcript {
    private(set) var bytes: [UInt8] = []

    init(_ purpose: String) {
        bytes.reserveCapacity(512)
        add(purpose)
    }

    mutating func add(_ text: String?) {
        guard let text else { return addLength(.max) }
        addLength(UInt32(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func add(_ part: [UInt8]?) {
        guard let part else { return addLength(.max) }
        addLength(UInt32(part.count))
        bytes.append(contentsOf: part)
    }

    /// A whole number, as its decimal digits.
    mutating func add(_ number: Int) { add(String(number)) }

    private mutating func addLength(_ length: UInt32) {
        bytes.append(UInt8(truncatingIfNeeded: length >> 24))
        bytes.append(UInt8(truncatingIfNeeded: length >> 16))
        bytes.append(UInt8(truncatingIfNeeded: length >> 8))
        bytes.append(UInt8(truncatingIfNeeded: length))
    }

    /// SHA-256 of the bytes.
    var digest: [UInt8] { Array(SHA256.hash(data: bytes)) }
}

extension [UInt8] {
    /// Two lower-case hexadecimal digits a byte.
    var hexadecimal: String {
        String(unsafeUninitializedCapacity: count * 2) { text in
            let digits: StaticString = "0123456789abcdef"
            for (place, byte) in enumerated() {
                text[place * 2] = digits.utf8Start[Int(byte >> 4)]
                text[place * 2 + 1] = digits.utf8Start[Int(byte & 0xF)]
            }
            return count * 2
        }
    }

    /// - Returns: nil when the text is not pairs of hexadecimal digits.
    init?(hexadecimal text: some StringProtocol) {
        let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
        self = stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0]! << 4 | digits[$0 + 1]!) }
    }
}
