import Crypto
public import Casework
public import Kernel

/// The secret of one period of an area's draws (design §4.8).
public struct DrawKey: Sendable {
    private let bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads a published key.
    /// - Throws: `Refusal` when it is not hexadecimal.
    public init(hexadecimal text: String) throws(Refusal) {
        let digits = Array(text.trimmed.utf8)
        var bytes: [UInt8] = []
        for position in stride(from: 0, to: digits.count, by: 2) {
            guard position + 1 < digits.count,
                let byte = UInt8(String(decoding: digits[position...position + 1], as: UTF8.self), radix: 16)
            else {
                throw Refusal(
                    "draw.key", "The key is not hexadecimal. Give the key as it is published on the register.")
            }
            bytes.append(byte)
        }
        self.bytes = bytes
    }

    public var hexadecimal: String { Self.hexadecimal(bytes) }

    /// SHA-256 of the key, in hexadecimal: what is put on the register before the period begins.
    public var commitment: String { Self.hexadecimal(SHA256.hash(data: bytes)) }

    /// HMAC-SHA-256 over `programme|area|token`, its first 64 bits.
    public func value(programme: String, area: Identifier<Area>, token: DrawToken) -> DrawValue {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("\(programme)|\(area)|\(token)".utf8), using: SymmetricKey(data: bytes))
        return DrawValue(bits: code.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
