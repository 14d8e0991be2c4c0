/// Reads and writes the digits of fixed-width text, byte by byte: days, moments and identifiers are read by the million.
enum ASCIIDigits {
    /// The whole number that the bytes of a range spell; nil when any of them is not a digit.
    static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        var number = 0
        for position in range {
            guard let digit = decimal(bytes[position]) else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }

    static func decimal(_ byte: UInt8) -> UInt8? {
        0x30...0x39 ~= byte ? byte - 0x30 : nil
    }

    static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// A number with leading noughts up to a width.
    static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return digits.utf8.count >= width
            ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
    }
}
