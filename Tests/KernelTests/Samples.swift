import Kernel

/// Values made from a seed, so that a property that fails can be run again on the same ones.
struct Samples {
    let random: RandomSource

    init(seed: UInt64) { random = .seeded(seed) }

    func int(_ range: ClosedRange<Int>) -> Int { range.lowerBound + random.below(range.count) }
    func day(_ years: ClosedRange<Int>) -> CalendarDay {
        let first = CalendarDay(year: years.lowerBound, month: 1, day: 1)!
        let last = CalendarDay(year: years.upperBound, month: 12, day: 31)!
        return first.adding(days: random.below(first.days(until: last) + 1))
    }
    func one<Element>(of elements: [Element]) -> Element { elements[random.below(elements.count)] }
    func list<Element>(upTo limit: Int, _ make: () -> Element) -> [Element] {
        (0..<random.below(limit + 1)).map { _ in make() }
    }

    /// Up to so many characters: plain, quoted, control, accented, beyond the sixteen-bit plane, combining.
    func text(upTo limit: Int) -> String {
        let scalars: [Unicode.Scalar] = [
            "a", "Z", "7", " ", "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{1f}", "\u{7f}", "é", "ŵ", "£",
            "\u{301}",
            "\u{2028}", "\u{fffd}", "日", "😀", "\u{10ffff}",
        ]
        var text = ""
        for _ in 0..<random.below(limit + 1) { text.unicodeScalars.append(one(of: scalars)) }
        return text
    }

    func json(depth: Int) -> JSON {
        switch random.below(depth > 0 ? 8 : 6) {
        case 0: .null
        case 1: .bool(random.below(2) == 0)
        case 2: .int(int(-1000...1000))
        case 3: .int(Int(truncatingIfNeeded: random.next()))
        case 4: .real(finite())
        case 5: .string(text(upTo: 30))
        case 6: .array(list(upTo: 4) { json(depth: depth - 1) })
        default: .object(list(upTo: 4) { .init(text(upTo: 12), json(depth: depth - 1)) })
        }
    }

    private func finite() -> Double {
        let value = Double(bitPattern: random.next())
        return value.isFinite ? value : 0.5
    }
}

/// The code of the refusal that a piece of work ends in, or nil when it ends well.
func refusal(_ work: () throws(Refusal) -> some Any) -> String? {
    do throws(Refusal) {
        _ = try work()
        return nil
    } catch {
        return error.code
    }
}
