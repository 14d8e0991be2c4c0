/// Checks bytes that come in pieces for being UTF-8 (RFC 3629) and for control characters that XML 1.0 forbids (§2.2).
struct UTF8Check {
    private enum Wrong: Error { case here(Int) }

    /// The bytes of a character begun in one piece and going on in the next.
    private var missing = 0
    /// What the next byte must lie in; narrower after some leading bytes.
    private var next: ClosedRange<UInt8> = 0x80...0xBF

    /// Whether the bytes so far end in the middle of a character.
    var isOpen: Bool { missing > 0 }

    /// - Returns: the position of the first byte that cannot stand there, or nil.
    mutating func firstWrong(in bytes: UnsafeRawBufferPointer) -> Int? {
        var position = 0
        let count = bytes.count
        while position < count {
            if missing == 0 {
                // Eight plain characters at a time, which nearly all are.
                while position + 8 <= count, EightBytes(bytes, at: position).arePlain { position += 8 }
                guard position < count else { return nil }
            }
            guard accept(bytes[position]) else { return position }
            position += 1
        }
        return nil
    }

    private mutating func accept(_ byte: UInt8) -> Bool {
        if missing > 0 {
            guard next.contains(byte) else { return false }
            missing -= 1
            next = 0x80...0xBF
            return true
        }
        switch byte {
        case 0x20...0x7F, 0x09, 0x0A, 0x0D: return true
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, next) = (2, 0xA0...0xBF)
        case 0xED: (missing, next) = (2, 0x80...0x9F)
        case 0xE1...0xEF: missing = 2
        case 0xF0: (missing, next) = (3, 0x90...0xBF)
        case 0xF1...0xF3: missing = 3
        case 0xF4: (missing, next) = (3, 0x80...0x8F)
        default: return false
        }
        return true
    }
}
