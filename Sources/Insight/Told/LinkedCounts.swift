/// Counts of people that add up, some of them in several ways at once, of which those of one to four are withheld, and as
/// many more as it takes for none of them to be found by subtraction.
///
/// No sum has one withheld count alone, which would be what is left of it, and those withheld of a sum that is told are
/// enough people together; nor does a sum that everybody knows, less those told of it and less what is told within those
/// that are not, leave as few. It is the suppression of complementary cells in linked tables (Hundepool et al., Statistical
/// Disclosure Control, 2012), the smallest first.
struct LinkedCounts {
    /// Counts that add up.
    struct Sum {
        /// The places of what is added.
        let parts: [Int]
        /// The place of what they come to; nil where that is a number everybody knows.
        var total: Int?
    }

    private let counts: [Int]
    private let least: Int
    /// Whether each count is withheld.
    private(set) var isWithheld: [Bool]

    /// - Parameters:
    ///   - counts: of people.
    ///   - isWithheld: which of them are withheld whatever they add up to, beside those of one to four.
    ///   - sums: what adds up to what.
    ///   - least: counts below this are withheld.
    init(_ counts: [Int], withheld isWithheld: [Bool], _ sums: [Sum], under least: Int) {
        self.counts = counts
        self.least = least
        self.isWithheld = zip(counts, isWithheld).map { $1 || Proportion.isFew($0, under: least) }
        let parts = Dictionary(
            sums.compactMap { sum in sum.total.map { ($0, sum.parts) } }, uniquingKeysWith: { first, _ in first })
        // What one sum has withheld another may tell, so they are gone through until no more is.
        var before = -1
        while before != withheld {
            before = withheld
            for sum in sums { settle(sum) }
            // What everybody knows less those told of it is known too: those withheld, or what adds up to them.
            for sum in sums where sum.total == nil {
                let rest = sum.parts.filter { self.isWithheld[$0] }
                settle(Sum(parts: rest.flatMap { parts[$0] ?? [$0] }))
            }
        }
    }

    private var withheld: Int { isWithheld.count(where: { $0 }) }

    private mutating func settle(_ sum: Sum) {
        var hidden = sum.parts.filter { isWithheld[$0] }
        let isTotalWithheld = sum.total.map { isWithheld[$0] } ?? false
        // A total that is withheld beside a part of it leaves two that nobody knows.
        guard isTotalWithheld ? hidden.isEmpty : !(hidden.isEmpty || isEnough(hidden)) else { return }
        if let total = sum.total, !isTotalWithheld {
            isWithheld[total] = true
            return
        }
        let rest = sum.parts.filter { !isWithheld[$0] && counts[$0] > 0 }
        for place in rest.sorted(by: { (counts[$0], $0) < (counts[$1], $1) }) {
            isWithheld[place] = true
            hidden.append(place)
            if isTotalWithheld || isEnough(hidden) { return }
        }
    }

    private func isEnough(_ hidden: [Int]) -> Bool {
        hidden.count > 1 && hidden.reduce(0) { $0 + counts[$1] } >= least
    }
}
