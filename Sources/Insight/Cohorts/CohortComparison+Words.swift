extension CohortComparison {
    /// How many of each reached what is asked, in a sentence or two, with how many that is of how many.
    public var sentence: String {
        guard !first.rate.isWithheld, !second.rate.isWithheld else {
            return
                "There are too few people to say how many reached “\(question.reaching)” without telling of fewer than five."
        }
        let days = "\(JourneyMap.days(question.within))\(question.since.map { " of “\($0)”" } ?? "")"
        let (one, other) = (Self.written(first.rate), Self.written(second.rate))
        return
            "Within \(days), \(one) of \(first.name) and \(other) of \(second.name) reached “\(question.reaching)”. \(compared)"
    }

    private var compared: String {
        let more = second.rate.more(than: first.rate)
        if more.difference == 0 { return "That is the same share." }
        if more.interval.contains(0) { return "The difference may be chance." }
        return "That is clearly \(more.difference > 0 ? "more" : "fewer") in \(second.name)."
    }

    /// What the columns of a table of both rates have.
    public static let rateHeads = [
        "Cohort", "Followed long enough", "Reached it", "95% interval", "Half had, after (95% interval)",
    ]

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
                "\(name) is not mature: fewer than five in it have not been followed for \(JourneyMap.days(question.within)) yet. The five who began last are left out."
        }
        if counted == 0 { return "\(name) is not mature: there is nobody in it to count." }
        return
            "\(name) is not mature: not everybody in it has been followed for \(JourneyMap.days(question.within)) yet. Rates count only those who have."
    }

    /// How many had been followed long enough, and of how many: `40 of 50`; one to four are not told of.
    public var followedWritten: String {
        if Proportion.isFew(counted) { return "fewer than five" }
        if leavesOutFew {
            return "\(mature). Fewer than five are too new to be counted; the five who began last are left out"
        }
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
