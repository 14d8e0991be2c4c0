/// A new key as somebody gives it to their authenticator: to type, or by a link on a device that has one.
public struct AuthenticatorKey: Sendable, Equatable {
    /// In groups of four letters and digits.
    public let written: String
    /// `otpauth://totp/…` (Key URI Format, Google Authenticator), which opens an authenticator on the same device.
    public let address: String

    /// - Parameter username: letters, digits and `.-_@`, as user names are, none of which is escaped in an address.
    init(_ key: [UInt8], of username: String) {
        let text = Self.base32(key)
        written = stride(from: 0, to: text.count, by: 4).map { start in String(text.dropFirst(start).prefix(4)) }
            .joined(separator: " ")
        address =
            "otpauth://totp/Throughline:\(username)?secret=\(text)&issuer=Throughline&algorithm=SHA1"
            + "&digits=6&period=\(OneTimeCodes.stepLength / 1000)"
    }

    /// RFC 4648 §6, without the padding that authenticators do not take.
    static func base32(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var text = ""
        var (held, bits) = (0, 0)
        for byte in bytes {
            held = held << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(letters[held >> bits & 31])
            }
            held &= (1 << bits) - 1
        }
        if bits > 0 { text.append(letters[held << (5 - bits) & 31]) }
        return text
    }
}
