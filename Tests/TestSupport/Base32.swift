extension [UInt8] {
    /// What an authenticator makes of a key that is typed into it, spaces and all (RFC 4648 §6).
    public init(base32 text: String) {
        let letters = Array<Character>("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        self = []
        var (held, bits) = (0, 0)
        for letter in text where letter != " " {
            held = held << 5 | (letters.firstIndex(of: letter) ?? 0)
            bits += 5
            guard bits >= 8 else { continue }
            bits -= 8
            append(UInt8(truncatingIfNeeded: held >> bits))
            held &= (1 << bits) - 1
        }
    }
}
