extension CohortComparison {
    /// The answer in a sentence.
    public var sentence: String {
        guard !first.rate.isWithheld, !second.rate.isWithheld else {
            return
                "There are too few people to say how many reached “\(question.reaching)” without telling of fewer than five."
        }
        let more = second.rate.more(than: first.rate)
        let compared =
            more.interval.contains(0)
            ? "The difference may be chance."
            : more.difference > 0
                ? "That is clearly more in \(second.name)." : "That is clearly fewer in \(second.name)."
        return
            "Within \(question.within) days\(question.since.map { " of “\($0)”" } ?? ""), \(Self.percent(first.rate.share)) of \(first.name) and \(Self.percent(second.rate.share)) of \(second.name) reached “\(question.reaching)”. \(compared)"
    }

    /// `12.5%`
    public static func percent(_ share: Double) -> String { "\(MapDrawing.n(share * 100))%" }

    /// `25% (10 of 40)`, or that it is withheld.
    public static func written(_ proportion: Proportion) -> String {
        proportion.isWithheld
            ? "withheld" : "\(percent(proportion.share)) (\(proportion.count) of \(proportion.of))"
    }

    /// `12.5% to 30%`
    public static func written(_ range: ClosedRange<Double>) -> String {
        "\(percent(range.lowerBound)) to \(percent(range.upperBound))"
    }
}
