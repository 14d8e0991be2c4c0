/// How much of a map is shown where so many of its commonest steps are drawn, and how many people took no other step.
///
/// Of neighbouring levels the one number less the other would tell of as few as took one step more. So a number is told
/// where it is as many as are told of before it, or five more, and leaves nobody or five; else only that it is as many
/// as before, or more. It is the same for whoever asks for whatever level.
struct DetailLevels {
    /// The commonest first: those that may be drawn.
    let edges: [ToldMap.Edge]
    /// How often those that are drawn were taken, by how many are.
    private let taken: [Int]
    private let allTaken: Int
    /// By how many steps are drawn, the people of whose journey every step is.
    private let shown: [Int]
    /// The same as far as it is told.
    private let told: [Int]
    /// How far into a journey each activity first happens, in the mean of those in which it does.
    private let firsts: [ExactName: Double]

    init(_ map: ToldMap) {
        edges = ToldMap.mostFirst(map.edges)
        let whole = map.whole
        let counts = Dictionary(
            whole.edges.map { (Step(from: ExactName($0.from), to: ExactName($0.to)), $0.count) },
            uniquingKeysWith: { first, _ in first })
        taken = edges.reduce(into: [0]) { taken, edge in
            taken.append(taken[taken.count - 1] + (counts[Step(edge)] ?? 0))
        }
        allTaken = whole.edges.reduce(0) { $0 + $1.count }
        (shown, firsts) = Self.gone(map, edges)
        var last = 0
        told = shown.map { shown in
            let isFew = Proportion.isFew(shown - last, under: map.least)
            if !isFew, !Proportion.isFew(map.cases - shown, under: map.least) { last = shown }
            return last
        }
    }

    /// How many steps are drawn until they make up a share of all that were taken, or there are no more.
    func count(share: Double) -> Int {
        let wanted = Double(allTaken) * min(max(share, 0), 1)
        return taken.firstIndex { Double($0) >= wanted } ?? edges.count
    }

    /// How many took no step but those that are drawn, and how many of them are told of.
    func people(drawing steps: Int) -> (shown: Int, told: Int) { (shown[steps], told[steps]) }

    /// How far into a journey an activity first happens, in the mean of those in which it does; nil where it never does.
    func first(_ activity: ExactName) -> Double? { firsts[activity] }

    /// Where an activity first happens, over all ways.
    private struct First {
        var lastWay = -1
        var places = 0
        var cases = 0

        mutating func add(_ place: Int, of way: Int, gone cases: Int) {
            guard lastWay != way else { return }
            lastWay = way
            places += place * cases
            self.cases += cases
        }
    }

    private struct Step: Hashable {
        let from: ExactName
        let to: ExactName

        init(from: ExactName, to: ExactName) {
            self.from = from
            self.to = to
        }

        init(_ edge: ToldMap.Edge) { self.init(from: ExactName(edge.from), to: ExactName(edge.to)) }
    }

    /// Goes through the ways once. A way is shown once the last of its steps is; one of a single activity once that is
    /// drawn, with a step of others' or, where every step is, by itself.
    private static func gone(
        _ map: ToldMap, _ edges: [ToldMap.Edge]
    ) -> (shown: [Int], firsts: [ExactName: Double]) {
        let whole = map.whole
        let numbers = Dictionary(
            whole.activities.enumerated().map { (ExactName($1.name), $0) }, uniquingKeysWith: { first, _ in first })
        let width = whole.activities.count
        let isWhole = edges.count == whole.edges.count
        var drawnAt = whole.activities.map { isWhole && $0.cases >= map.least ? edges.count : Int.max }
        var ranks: [Int: Int] = [:]
        for (place, edge) in edges.enumerated() {
            guard let from = numbers[ExactName(edge.from)], let to = numbers[ExactName(edge.to)] else { continue }
            ranks[from * width + to] = place + 1
            for end in [from, to] { drawnAt[end] = min(drawnAt[end], place + 1) }
        }
        var people = [Int](repeating: 0, count: edges.count + 1)
        var firsts = [First](repeating: First(), count: width)
        for (index, variant) in whole.variants.enumerated() {
            let way = variant.activities.map { numbers[ExactName($0)] ?? 0 }
            for (place, number) in way.enumerated() { firsts[number].add(place, of: index, gone: variant.cases) }
            let last =
                way.count == 1
                ? drawnAt[way[0]]
                : zip(way, way.dropFirst()).reduce(0) { max($0, ranks[$1.0 * width + $1.1] ?? Int.max) }
            if last <= edges.count { people[last] += variant.cases }
        }
        for steps in people.indices.dropFirst() { people[steps] += people[steps - 1] }
        let means = zip(whole.activities, firsts).map { activity, first in
            (ExactName(activity.name), Double(first.places) / Double(max(first.cases, 1)))
        }
        return (people, Dictionary(means, uniquingKeysWith: { first, _ in first }))
    }
}
