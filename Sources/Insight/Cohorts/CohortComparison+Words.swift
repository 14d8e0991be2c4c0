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
            "Within \(JourneyMap.days(question.within))\(question.since.map { " of “\($0)”" } ?? ""), \(Self.percent(first.rate.share)) of \(first.name) and \(Self.percent(second.rate.share)) of \(second.name) reached “\(question.reaching)”. \(compared)"
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

extension Cohort {
    /// `June 2011`, or `June 2011 (not mature)`.
    public var label: String { isMature ? name : "\(name) (not mature)" }

    /// Why it is not mature, in a sentence or two; nil when it is.
    public func immaturity(_ question: CohortQuestion) -> String? {
        guard !isMature else { return nil }
        if leavesOutFew {
            return
                "\(name) is not mature: fewer than five in it have not been followed for \(JourneyMap.days(question.within)) yet. They are left out."
        }
        if counted == 0 { return "\(name) is not mature: there is nobody in it to count." }
        return
            "\(name) is not mature: not everybody in it has been followed for \(JourneyMap.days(question.within)) yet. Rates count only those who have."
    }

    /// How many had been followed long enough, and of how many: `40 of 50`; one to four are not told of.
    public var followedWritten: String {
        if Proportion.isFew(counted) { return "fewer than five" }
        if leavesOutFew { return "\(mature). Fewer than five are too new to be counted" }
        return "\(Proportion.isFew(mature) ? "fewer than five" : "\(mature)") of \(counted)"
    }

    /// By when half had got there: `120 days (98 to 150)`.
    public var medianWritten: String {
        guard let median else {
            return times.median == nil && counted >= 2 * Proportion.least ? "not reached" : "not known"
        }
        return "\(JourneyMap.days(median.days)) (\(median.low) to \(median.high.map { "\($0)" } ?? "not reached"))"
    }
}
