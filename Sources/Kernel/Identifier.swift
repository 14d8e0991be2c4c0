/// A UUID that knows what it names, so that a case cannot be passed where an appointment is meant.
public struct Identifier<Named>: Sendable, Hashable, Comparable {
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, then randomness, so that later ones sort after earlier ones.
    public init(at moment: Instant, random: RandomSource) {
        let milliseconds = UInt64(bitPattern: moment.milliseconds) & 0xFFFF_FFFF_FFFF
        high = milliseconds << 16 | 0x7000 | (random.next() & 0x0FFF)
        low = 0x8000_0000_0000_0000 | (random.next() >> 2)
    }

    /// The same UUID, naming something else: what a command makes takes the command's id.
    public init<Other>(_ other: Identifier<Other>) {
        self.init(high: other.high, low: other.low)
    }

    /// Reads the usual text form, in either case.
    /// - Throws: `Refusal` when the text is not a UUID.
    public init(_ text: some StringProtocol) throws(Refusal) {
        var string = String(text)
        guard let (high, low) = string.withUTF8(Self.halves) else { throw Self.unreadable(text) }
        self.init(high: high, low: low)
    }

    private static func halves(_ bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64)? {
        guard bytes.count == 36 else { return nil }
        var halves: (UInt64, UInt64) = (0, 0)
        for position in 0..<36 {
            let byte = bytes[position]
            if position == 8 || position == 13 || position == 18 || position == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = ASCIIDigits.hexadecimal(byte) else { return nil }
            if position < 18 {
                halves.0 = halves.0 << 4 | UInt64(digit)
            } else {
                halves.1 = halves.1 << 4 | UInt64(digit)
            }
        }
        return halves
    }

    private static func unreadable(_ text: some StringProtocol) -> Refusal {
        Refusal(
            "identifier.unreadable",
            "“\(text.prefix(40))” is not a reference this system made. Check the address or the file.")
    }

    public static func < (left: Self, right: Self) -> Bool { (left.high, left.low) < (right.high, right.low) }
}

extension Identifier: CustomStringConvertible {
    /// The 36-character lower-case form that is stored and printed.
    public var description: String {
        String(unsafeUninitializedCapacity: 36) { text in
            var position = 0
            for (half, value) in [high, low].enumerated() {
                for nibble in 0..<16 {
                    let index = half * 16 + nibble
                    if index == 8 || index == 12 || index == 16 || index == 20 {
                        text[position] = UInt8(ascii: "-")
                        position += 1
                    }
                    let digit = UInt8(value >> UInt64(60 - nibble * 4) & 0xF)
                    text[position] = digit < 10 ? digit + 0x30 : digit + 0x57
                    position += 1
                }
            }
            return 36
        }
    }
}

/// The only way randomness enters: from the system in service, from a seed in a simulation or a test.
public struct RandomSource: Sendable {
    public let next: @Sendable () -> UInt64

    public init(_ next: @escaping @Sendable () -> UInt64) { self.next = next }

    public static let system = RandomSource { UInt64.random(in: .min ... .max) }

    /// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): the same seed gives the same numbers on every machine.
    public static func seeded(_ seed: UInt64) -> RandomSource {
        let state = Locked(seed)
        return RandomSource {
            state.with { state in
                state &+= 0x9E37_79B9_7F4A_7C15
                var mixed = state
                mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
                mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
                return mixed ^ (mixed >> 31)
            }
        }
    }

    /// A number in 0 ..< 1 with 53 random bits.
    public func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A whole number in 0 ..< limit.
    public func below(_ limit: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(limit)).high) }
}
