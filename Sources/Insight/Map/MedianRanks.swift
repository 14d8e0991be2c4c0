/// Between which of so many values in order the median of all that they stand for lies, at 95% or more, whatever way they
/// are spread: the order statistics whose ranks the binomial distribution of one half gives (Conover, Practical
/// Nonparametric Statistics, 3rd ed. 1999, §3.2; David and Nagaraja, Order Statistics, 3rd ed. 2003, §7.1).
struct MedianRanks: Equatable {
    /// The place of the lower, from 0.
    let low: Int
    /// The place of the upper: as far from the end as the lower is from the beginning.
    let high: Int

    /// The chance, on either side, that the median lies beyond.
    private static let beyond = 0.025
    /// A part of the whole that adds nothing any more.
    private static let nothing = 1e-20

    /// - Parameter count: how many values there are. Nil of fewer than six: even the least and the greatest do not make
    ///   95% sure.
    init?(of count: Int) {
        let middle = count / 2
        // The chances of the middle and of each number below it, as parts of the chance of the middle.
        var parts = [1.0]
        while let last = parts.last, last > Self.nothing, parts.count <= middle {
            let number = Double(middle - parts.count + 1)
            parts.append(last * number / (Double(count) - number + 1))
        }
        // An even number has one middle, an odd one two that are alike.
        let all = 2 * parts.reduce(0, +) - (count.isMultiple(of: 2) ? 1 : 0)
        var (chance, rank) = (0.0, middle - parts.count + 1)
        for part in parts.reversed() {
            chance += part / all
            guard chance <= Self.beyond else { break }
            rank += 1
        }
        guard rank > 0 else { return nil }
        low = rank - 1
        high = count - rank
    }
}
