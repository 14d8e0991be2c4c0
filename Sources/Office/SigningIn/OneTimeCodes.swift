import Crypto
import Kernel

/// The codes of one key, each good for one step of time (TOTP, RFC 6238), made of the number of that step (HOTP, RFC 4226).
struct OneTimeCodes {
    /// Milliseconds of a step: the 30 seconds that RFC 6238 §5.2 advises and every authenticator has.
    static let stepLength: Int64 = 30_000
    /// How many steps a clock may be off, either way: for the time a code takes to arrive, RFC 6238 §5.2 advises one.
    static let drift = 1

    let key: [UInt8]
    var digits = 6

    static func step(at moment: Instant) -> Int { Int(moment.milliseconds / stepLength) }

    /// The code of a step (RFC 4226 §5.3).
    func code(at step: Int) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let digest = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: key)))
        let offset = Int(digest[digest.count - 1] & 0xF)
        let number = digest[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(1) { power, _ in power * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step that a typed code is of.
    /// - Parameter last: the step of the last code that was taken: neither that nor an earlier one is taken again.
    /// - Returns: nil when it is of no step that is near enough to the moment and later than the last.
    func step(of typed: String, at moment: Instant, after last: Int = -1) -> Int? {
        let now = Self.step(at: moment)
        let typed = typed.filter { !$0.isWhitespace }
        return (now - Self.drift...now + Self.drift).first { step in
            step > last && code(at: step).isSame(inConstantTimeAs: typed)
        }
    }
}
