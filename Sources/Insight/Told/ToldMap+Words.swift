extension ToldMap {
    /// What stands for a number that is withheld, where nothing more is said of it.
    public static let withheld = "not told"

    /// What the map says first, in a sentence or two for a board.
    public var sentence: String {
        guard cases > 0 else { return "There is nobody in this log." }
        var said =
            "\(JourneyMap.people(cases)) went \(JourneyMap.grouped(ways)) different \(ways == 1 ? "way" : "ways")."
        if let commonest = variants.first, ways > 1, whole.variants.first == commonest {
            said += " The commonest was that of \(JourneyMap.people(commonest.cases))."
        }
        if let wait = longestWaits.first {
            said +=
                " Most waiting is between “\(wait.from)” and “\(wait.to)”: \(people(wait)), half of them \(JourneyMap.written(wait.median)) or longer."
        }
        if let waitingSentence { said += " \(waitingSentence)" }
        if let handing = Self.mostFirst(betweenAgencies).first {
            said += " The most were handed from \(handing.from) to \(handing.to): \(people(handing))."
        }
        return said
    }

    private func people(_ edge: Edge) -> String { JourneyMap.people(told: edge.people, least: least) }

    /// How many went a way that is not listed, in a sentence; nil when every way is. They are nobody or as many as may be
    /// told of, as no way is told of that would leave fewer.
    /// - Parameter listed: how many of the ways that are told of are listed, from the first.
    public func otherWays(than listed: Int) -> String? {
        let people = cases - variants.prefix(listed).reduce(0) { $0 + $1.cases }
        let others = ways - min(listed, variants.count)
        guard others > 0 else { return nil }
        guard listed > 0 else { return "The ways of \(JourneyMap.people(people)) are not listed." }
        return others == 1
            ? "\(JourneyMap.people(people)) went one other way, which is not listed."
            : "\(JourneyMap.people(people)) went one of \(JourneyMap.grouped(others)) other ways, which are not listed."
    }
}

extension JourneyMap {
    /// What the map says first, in a sentence or two for a board.
    /// - Parameter least: what fewer people did is left out.
    public func sentence(least: Int = 0) -> String { ToldMap(self, least: least).sentence }
}
