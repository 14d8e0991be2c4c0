/// Which of the ways people went, and of what they begin and end with, may be told of. Each list adds up to everybody, and
/// the ways that begin, or end, with something add up to those who do.
struct ToldWays {
    private let map: JourneyMap
    private let least: Int
    /// Nil where everything is told.
    private let linked: LinkedCounts?

    init(_ map: JourneyMap, least: Int) {
        self.map = map
        self.least = least
        linked = least > 0 ? Self.linked(map, least) : nil
    }

    /// The ways that may be told of, the most taken first.
    var variants: [JourneyMap.Variant] { map.variants.indices.filter { isTold($0) }.map { map.variants[$0] } }

    /// What enough people begin with, and how many do; nil where that would tell of others.
    var start: [ToldMap.Ending] { endings(map.start, after: map.variants.count) }

    /// What enough people end with, and how many do; nil where that would tell of others.
    var end: [ToldMap.Ending] { endings(map.end, after: map.variants.count + map.start.count) }

    private func endings(_ endings: [JourneyMap.Activity], after place: Int) -> [ToldMap.Ending] {
        endings.enumerated().filter { $1.count >= least }.map {
            ToldMap.Ending(name: $1.name, people: isTold(place + $0) ? $1.count : nil)
        }
    }

    private func isTold(_ place: Int) -> Bool { linked.map { !$0.isWithheld[place] } ?? true }

    /// The ways, then what is begun with, then what is ended with.
    private static func linked(_ map: JourneyMap, _ least: Int) -> LinkedCounts {
        let endings = map.start + map.end
        let happened = Dictionary(
            map.activities.map { (ExactName($0.name), $0.cases) }, uniquingKeysWith: { first, _ in first })
        // How many came to it and began, or ended, elsewhere stands in the same table.
        let fewElsewhere = endings.map { ending in
            Proportion.isFew((happened[ExactName(ending.name)] ?? 0) - ending.count, under: least)
        }
        let ways = map.variants.indices
        let nowhere = ways.filter { map.variants[$0].activities.isEmpty }
        let begun = ways.count + map.start.count
        func sums(_ places: Range<Int>, _ ending: (JourneyMap.Variant) -> String?) -> [LinkedCounts.Sum] {
            let alike = Dictionary(grouping: ways) { ending(map.variants[$0]).map(ExactName.init) }
            let each = places.map { place in
                LinkedCounts.Sum(parts: alike[ExactName(endings[place - ways.count].name)] ?? [], total: place)
            }
            return [LinkedCounts.Sum(parts: Array(places) + nowhere)] + each
        }
        return LinkedCounts(
            map.variants.map(\.cases) + endings.map(\.count),
            withheld: ways.map { _ in false } + fewElsewhere,
            [LinkedCounts.Sum(parts: Array(ways))] + sums(ways.count..<begun, \.activities.first)
                + sums(begun..<ways.count + endings.count, \.activities.last), under: least)
    }
}
