extension JourneyMap {
    /// How many went a way that is not told of, in a sentence; nil when every way is.
    /// - Parameters:
    ///   - told: how many of the variants are told of, from the first.
    ///   - least: of fewer people it says only that they are few, and nothing of how many ways theirs were.
    public func otherWays(than told: Int, least: Int = 0) -> String? {
        let rest = variants.dropFirst(told)
        let people = rest.reduce(0) { $0 + $1.cases }
        guard people > 0 else { return nil }
        guard people >= least else {
            return "Fewer than \(Self.inWords(least)) people went another way, which is not listed."
        }
        return rest.count == 1
            ? "\(Self.people(people)) went one other way, which is not listed."
            : "\(Self.people(people)) went one of \(Self.grouped(rest.count)) other ways, which are not listed."
    }
}
