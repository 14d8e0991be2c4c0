/// What may be told of counts of people, where those of one to four are withheld.
enum SmallCounts {
    /// Counts that add up to a sum others may know: each small one is withheld, and of the rest as many of the smallest
    /// as it takes for those withheld to be two or more and enough together, so that none can be found by subtraction.
    static func told(_ counts: [Int?], under least: Int) -> [Int?] {
        let linked = LinkedCounts(
            counts.map { $0 ?? 0 }, withheld: counts.map { $0 == nil }, [.init(parts: Array(counts.indices))],
            under: least)
        return counts.indices.map { linked.isWithheld[$0] ? nil : counts[$0] }
    }

    /// Whether a count tells of nobody, or of enough; one that is withheld already does not.
    static func isTold(_ count: Int?, under least: Int) -> Bool {
        count.map { !Proportion.isFew($0, under: least) } ?? false
    }
}

extension LivedPathway {
    /// The same without any count that would tell of fewer people than so many, and without single cases.
    public func withheld(under least: Int) -> LivedPathway {
        guard least > self.least else { return self }
        func told(_ count: Int?) -> Int? { SmallCounts.isTold(count, under: least) ? count : nil }
        let judged = told(judged)
        let rest = cases.flatMap { cases in self.judged.map { cases - $0 } }
        return LivedPathway(
            title: title, cases: told(rest) == nil ? nil : told(cases), steps: steps.map { $0.withheld(under: least) },
            untold: untold, judged: judged, agreement: judged == nil ? nil : agreement,
            spread: judged == nil ? .hidden : spread.withheld(under: least), byCase: nil, least: least)
    }
}

extension LivedPathway.Step {
    /// A count that would tell of so few others, those due for whom it does not hold, is withheld too.
    fileprivate func withheld(under least: Int) -> LivedPathway.Step {
        var (told, counts): (Int?, [Int?]) = (nil, [])
        if let due, SmallCounts.isTold(due, under: least) {
            let each = ([kept] + left.map(\.people)).map { count in
                count.flatMap { SmallCounts.isTold(due - $0, under: least) ? $0 : nil }
            }
            (told, counts) = (due, SmallCounts.told(each, under: least))
        }
        return LivedPathway.Step(
            title: title, brief: brief, activity: activity, others: others, due: told,
            kept: counts.first ?? nil,
            left: zip(left, counts.dropFirst()).map { $1 == nil ? $0.withheld : $0 })
    }
}

extension LivedPathway.Left {
    /// That somebody left it so, and no number.
    fileprivate var withheld: LivedPathway.Left {
        LivedPathway.Left(departure: departure, people: nil, medianDays: nil, totalDays: nil)
    }
}
