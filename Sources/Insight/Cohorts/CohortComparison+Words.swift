extension CohortComparison {
    /// How many of each reached what is asked, in a sentence or two, with how many that is of how many and how sure it is.
    public var sentence: String {
        for cohort in [first, second] {
            if let why = cohort.cannotBeSaid(question) {
                return "How many of \(cohort.name) reached “\(question.reaching)” cannot be said yet, as \(why)."
            }
        }
        guard !first.rate.isWithheld, !second.rate.isWithheld else {
            return
                "There are too few people to say how many reached “\(question.reaching)” without telling of fewer than five."
        }
        let days = "\(JourneyMap.days(question.within))\(question.since.map { " of “\($0)”" } ?? "")"
        return
            "Within \(days), \(shares(first.rate, second.rate)) reached “\(question.reaching)”. \(compared(first.rate, second.rate))"
    }

    /// `25% (10 of 40; 95% interval: 14.2% to 40.2%) of June and 75% (30 of 40; …) of July`
    func shares(_ one: Proportion, _ other: Proportion) -> String {
        func share(_ rate: Proportion, of cohort: Cohort) -> String {
            "\(Self.percent(rate.share)) (\(rate.count) of \(rate.of); 95% interval: \(Self.written(rate.interval))) of \(cohort.name)"
        }
        return "\(share(one, of: first)) and \(share(other, of: second))"
    }

    /// How much more of the second that is than of the first, and how sure, in a sentence.
    func compared(_ one: Proportion, _ other: Proportion) -> String {
        let more = other.more(than: one)
        let interval = "95% interval: \(Self.written(more.interval))"
        if more.difference == 0 { return "That is the same share (of the difference the \(interval))." }
        let difference = "\(Self.percent(more.difference)) (\(interval))"
        if more.interval.contains(0) { return "The difference may be chance: it is \(difference)." }
        return
            "That is clearly \(more.difference > 0 ? "more" : "fewer") in \(second.name): the difference is \(difference)."
    }

    /// Who of either cohort does not count, in sentences.
    public var leftOut: [String] {
        [first, second].flatMap { [$0.immaturity(question), $0.others(question)].compactMap(\.self) }
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

    /// Why nothing is said of those who were followed long enough, for the end of a sentence; nil where there are enough.
    func cannotBeSaid(_ question: CohortQuestion) -> String? {
        guard mature < Proportion.least else { return nil }
        if counted == 0 && !leavesOutFew { return "there is nobody in it to count" }
        let followed = "been followed for \(JourneyMap.days(question.within))"
        return mature == 0 && !leavesOutFew
            ? "nobody in it has \(followed)" : "fewer than five in it have \(followed)"
    }

    /// That some are left out for not having come to where days are counted from, in a sentence; nil when nobody is.
    func others(_ question: CohortQuestion) -> String? {
        guard leavesOutOthers else { return nil }
        let what = question.since.map { "never came to “\($0)”" } ?? "had nothing happen to them"
        return "Fewer than five of \(name) \(what); they are left out."
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
    public var medianWritten: String { Median.written(median, of: times, counted) }
}
