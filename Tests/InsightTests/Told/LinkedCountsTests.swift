import Testing

@testable import Insight

@Suite("Counts that add up in several ways")
struct LinkedCountsTests {
    /// What is told of counts that all add up to a number everybody knows, and some of them to others too.
    private func told(_ counts: [Int], _ sums: [LinkedCounts.Sum] = []) -> [Int?] {
        let linked = LinkedCounts(
            counts, withheld: counts.map { _ in false }, [.init(parts: Array(counts.indices))] + sums, under: 5)
        return zip(counts, linked.isWithheld).map { $1 ? nil : $0 }
    }

    @Test("A small count is withheld with the smallest beside it, however large that is (K-007)")
    func alone() {
        #expect(told([16, 1]) == [nil, nil])
        #expect(told([10, 6, 1]) == [10, nil, nil])
        #expect(told([10, 0, 1]) == [nil, 0, nil])
        #expect(told([10, 6, 5]) == [10, 6, 5])
        #expect(told([10, 3, 2]) == [10, nil, nil])
    }

    @Test(
        "A total of which a small part would be what is left is withheld in its place, and nothing is found by way of it"
    )
    func linked() {
        // The first two come to the third, which adds up with the fourth.
        let sums = [LinkedCounts.Sum(parts: [0, 1], total: 2), LinkedCounts.Sum(parts: [2, 3])]
        let linked = LinkedCounts([9, 2, 11, 30], withheld: [false, false, false, false], sums, under: 5)
        #expect(linked.isWithheld == [false, true, true, true])
        // A total that is withheld for another reason is not to be had from its parts.
        let apart = LinkedCounts([9, 7, 16, 3], withheld: [false, false, false, false], sums, under: 5)
        #expect(apart.isWithheld == [false, true, true, true])
    }

    @Test("Everybody less the totals told, and less what is told within those that are not, is not a few (K-007)")
    func outside() {
        // Ways of three beginnings; those of the first are told of, and of the others neither is.
        let counts = [30, 3, 2, 5, 1, 1, 35, 6, 1]
        let sums = [
            LinkedCounts.Sum(parts: [0, 1, 2, 3, 4, 5]), LinkedCounts.Sum(parts: [6, 7, 8]),
            LinkedCounts.Sum(parts: [0, 1, 2], total: 6), LinkedCounts.Sum(parts: [3, 4], total: 7),
            LinkedCounts.Sum(parts: [5], total: 8),
        ]
        let linked = LinkedCounts(counts, withheld: counts.map { _ in false }, sums, under: 5)
        #expect(linked.isWithheld == [false, true, true, true, true, true, false, true, true])
    }
}
