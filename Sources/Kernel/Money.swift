/// An amount of sterling in whole pence. Never a fraction of a penny: a rate that yields one is refused where it is read.
public struct Money: Sendable, Hashable, Comparable {
    /// The amount in pence; negative for money due back.
    public let pence: Int

    public init(pence: Int) { self.pence = pence }

    /// Reads pounds as people write them: `1200`, `1200.00`, `£1,200.00`, `-5.50`. A comma only ever parts thousands, so
    /// that `1,50` is refused rather than read as 150 pounds.
    /// - Throws: `Refusal` naming the text when it is not an amount, or has part of a penny.
    public init(_ text: some StringProtocol) throws(Refusal) {
        var digits = ""
        var decimals: Int?
        var grouped: Int?  // digits since the last comma
        var negative = false
        for (position, character) in text.enumerated() {
            switch character {
            case "-" where position == 0: negative = true
            case "£" where position == (negative ? 1 : 0): continue
            case "," where decimals == nil && (grouped == 3 || grouped == nil && (1...3).contains(digits.count)):
                grouped = 0
            case "." where decimals == nil && (grouped ?? 3) == 3: decimals = 0
            case "0"..."9" where character.isASCII:
                digits.append(character)
                if let known = decimals { decimals = known + 1 } else { grouped = grouped.map { $0 + 1 } }
            default: throw Money.unreadable(text)
            }
        }
        guard !digits.isEmpty, digits.count <= 15, decimals != 0, (grouped ?? 3) == 3, let whole = Int(digits) else {
            throw Money.unreadable(text)
        }
        switch decimals {
        case nil: self.init(pence: negative ? -whole * 100 : whole * 100)
        case 1: self.init(pence: negative ? -whole * 10 : whole * 10)
        case 2: self.init(pence: negative ? -whole : whole)
        default:
            throw Refusal(
                "money.part-penny", "“\(text)” has part of a penny. Write pounds with at most two decimals, as 1200.50."
            )
        }
    }

    private static func unreadable(_ text: some StringProtocol) -> Refusal {
        Refusal("money.unreadable", "“\(text.prefix(40))” is not an amount of money. Write pounds, as 1200.00.")
    }

    public static let zero = Money(pence: 0)
    public static func < (left: Money, right: Money) -> Bool { left.pence < right.pence }
    public static func + (left: Money, right: Money) -> Money { Money(pence: left.pence + right.pence) }
    public static func - (left: Money, right: Money) -> Money { Money(pence: left.pence - right.pence) }
    public static func * (amount: Money, times: Int) -> Money { Money(pence: amount.pence * times) }
    public static func += (left: inout Money, right: Money) { left = left + right }
}

extension Money: CustomStringConvertible {
    /// `£1,200.00`, with a leading minus for money due back.
    public var description: String {
        var pounds = String(pence.magnitude / 100)
        var position = pounds.count - 3
        while position > 0 {
            pounds.insert(",", at: pounds.index(pounds.startIndex, offsetBy: position))
            position -= 3
        }
        let rest = pence.magnitude % 100
        return "\(pence < 0 ? "-" : "")£\(pounds).\(rest < 10 ? "0" : "")\(rest)"
    }
}
