public import Kernel

/// One entry of an area's register: anybody with the period's published key can make it again.
public struct Draw: Sendable, Equatable {
    /// 1 for the area's first draw, then one more each time, with no gaps.
    public let number: Int
    public let programme: String
    public let group: String
    public let token: DrawToken
    public let period: String
    /// The first 64 bits of HMAC-SHA-256(period key; programme, area, token), read as a fraction of 2^64.
    public let value: DrawValue
    public let provider: Identifier<Organisation>

    public init(
        number: Int, programme: String, group: String, token: DrawToken, period: String, value: DrawValue,
        provider: Identifier<Organisation>
    ) {
        self.number = number
        self.programme = programme
        self.group = group
        self.token = token
        self.period = period
        self.value = value
        self.provider = provider
    }
}

/// A draw's value: a whole number that stands for itself divided by 2^64.
public struct DrawValue: Sendable, Hashable, CustomStringConvertible {
    public let bits: UInt64

    public init(bits: UInt64) { self.bits = bits }

    /// - Throws: `JSONFault` when it is not 16 hexadecimal digits.
    public init(_ text: String) throws {
        guard text.utf8.count == 16, !text.hasPrefix("+"), let bits = UInt64(text, radix: 16) else {
            throw JSONFault("“\(text.prefix(40))” is not the value of a draw")
        }
        self.bits = bits
    }

    /// 16 hexadecimal digits.
    public var description: String {
        let digits = String(bits, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The value in ten-thousandths, rounded down: what it is compared with shares in.
    public var tenThousandths: Int { Int(bits.multipliedFullWidth(by: 10_000).high) }

    /// The first provider whose cumulative share exceeds the value; nil when there are no shares.
    public func choose(from shares: [Share]) -> Identifier<Organisation>? {
        var cumulative = 0
        for share in shares {
            cumulative += share.tenThousandths
            if cumulative > tenThousandths { return share.provider }
        }
        return nil
    }
}

/// What an area's register says to a referral that is being decided.
public struct DrawSetting: Sendable {
    public let area: Area
    /// The value of this person's token under the period's key; nil when no key is committed for the day.
    public let value: DrawValue?
    /// The draw already made for this token and programme: a repeat returns it, and a partner follows it.
    public let earlier: Draw?

    public init(area: Area, value: DrawValue?, earlier: Draw?) {
        self.area = area
        self.value = value
        self.earlier = earlier
    }

    /// The draw for a group: the earlier one, or the next in the register.
    /// - Refuses: when no key is committed for the day, or the area has no shares for the group.
    public func draw(programme: String, group: String, token: DrawToken, on day: CalendarDay) throws(Refusal) -> Draw {
        if let earlier { return earlier }
        guard let value, let period = area.period(on: day) else {
            throw Refusal(
                "draw.no-key",
                "No draw can be made in this area on \(day.written): no key is committed for that day. Ask the commissioner to commit one.",
                rule: "design §4.8")
        }
        guard let provider = value.choose(from: area.shares(programme: programme, group: group, on: day)) else {
            throw Refusal(
                "draw.no-shares",
                "This area has no providers for this group on \(day.written). Ask the commissioner to set the shares.",
                rule: "design §4.8")
        }
        return Draw(
            number: area.draws + 1, programme: programme, group: group, token: token, period: period.id, value: value,
            provider: provider)
    }
}
