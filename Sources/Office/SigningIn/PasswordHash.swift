import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: scrypt (RFC 7914) with a salt of its own and the cost it was made at.
struct PasswordHash {
    /// `scrypt$15$8$1$salt$hash`: log2 of N, r, p, then hexadecimal.
    let text: String

    /// log2 of the rounds; 15 is what OWASP advises as the least with r 8, about a tenth of a second.
    static let cost = 15
    /// For a password that is printed for everybody: nothing is won by making it slow to try.
    static let knownToAll = 10

    /// Hashes a password. Takes long on purpose.
    init(of password: String, cost: Int = Self.cost) throws {
        var source = SystemRandomNumberGenerator()
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &source) }
        let hash = try Self.derive(password, salt: salt, cost: cost)
        text = "scrypt$\(cost)$8$1$\(Self.hexadecimal(salt))$\(Self.hexadecimal(hash))"
    }

    init(text: String) { self.text = text }

    /// Whether a password is the one this was made of; compared in constant time.
    func matches(_ password: String) throws -> Bool {
        let parts = text.split(separator: "$")
        guard parts.count == 6, parts[0] == "scrypt", let cost = Int(parts[1]), (10...20).contains(cost) else {
            return false
        }
        let hash = Self.hexadecimal(try Self.derive(password, salt: Self.bytes(parts[4]), cost: cost))
        return hash.isSame(inConstantTimeAs: parts[5])
    }

    private static func derive(_ password: String, salt: [UInt8], cost: Int) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(password.utf8), salt: Data(salt), outputByteCount: 32, rounds: 1 << cost, blockSize: 8,
            parallelism: 1, maxMemory: 256 << 20)
        return key.withUnsafeBytes { Array($0) }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func bytes(_ text: Substring) -> [UInt8] {
        let digits = Array(text.utf8)
        return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
        }
    }
}
