/// Eight bytes looked at together, as one number: eight times fewer steps than one by one.
struct EightBytes {
    private let word: UInt64

    private static var tops: UInt64 { 0x8080_8080_8080_8080 }
    private static var rests: UInt64 { 0x7F7F_7F7F_7F7F_7F7F }

    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer, at position: Int) {
        word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
    }

    /// Whether every byte is below 128.
    @inline(__always)
    var areASCII: Bool { word & Self.tops == 0 }

    /// The top bit of each byte that is below 32; only of bytes below 128.
    @inline(__always)
    private var controls: UInt64 {
        // Added to 96, what is 32 and more reaches 128, and what is less does not.
        ~(word &+ 0x6060_6060_6060_6060) & Self.tops
    }

    /// The top bit of each byte that is not this one; only of bytes below 128.
    @inline(__always)
    private func others(than byte: UInt8) -> UInt64 {
        ((word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)) &+ Self.rests) & Self.tops
    }

    /// Whether none is 128 or more, or below 32 and neither a tab nor an end of a line.
    @inline(__always)
    var arePlain: Bool {
        guard areASCII else { return false }
        let controls = controls
        return controls == 0 || controls & others(than: 0x09) & others(than: 0x0A) & others(than: 0x0D) == 0
    }
}
