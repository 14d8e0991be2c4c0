import Crypto
import Kernel

extension Identifier {
    /// A UUIDv8 (RFC 9562 §5.8) made of words: the same words name the same thing, whoever asks and however often.
    init(derivedFrom words: [String]) {
        let text = words.map { "\($0.utf8.count):\($0)" }.joined()
        let digest = Array(SHA256.hash(data: Array(text.utf8)))
        func half(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        self.init(
            high: half(digest[0..<8]) & ~0xF000 | 0x8000,
            low: half(digest[8..<16]) & ~0xC000_0000_0000_0000 | 0x8000_0000_0000_0000)
    }
}
