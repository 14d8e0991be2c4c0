/// The part of a journey map that is shown: the commonest steps, until they make up a share of all that were taken.
///
/// It says how many people took no other step, and how many took one that is left out.
public struct ShownMap: Sendable, Equatable {
    /// A step that is drawn.
    public struct Edge: Sendable, Equatable {
        /// The place, among the activities, of the one that came first.
        public let from: Int
        /// The place of the activity that came next.
        public let to: Int
        /// How often it was taken.
        public let count: Int
        /// How many people took it.
        public let cases: Int
        /// Seconds.
        public let median: Double
    }

    /// In the order of their names.
    public let activities: [JourneyMap.Activity]
    /// In the order of their activities’ places.
    public let edges: [Edge]
    /// How many cases begin with each activity, by its place.
    public let starts: [Int]
    /// How many cases end with each activity, by its place.
    public let ends: [Int]
    /// The activities by how far into a journey each first happens, in the mean of those in which it does.
    public let order: [Int]
    /// People of whose journey every step is shown.
    public let shownCases: Int
    /// People of whose journey a step is not shown.
    public let hiddenCases: Int
    /// How many different steps there are, shown or not.
    public let steps: Int
    /// Steps that fewer people than this took are left out; 0 when none is for that.
    public let least: Int

    /// - Parameters:
    ///   - map: the whole of it.
    ///   - share: the least share of all steps taken to show, of 1.
    ///   - least: what fewer people did is not shown.
    public init(_ map: JourneyMap, share: Double = 1, least: Int = 0) {
        let wanted = Double(map.edges.reduce(0) { $0 + $1.count }) * min(max(share, 0), 1)
        var (kept, taken): ([JourneyMap.Edge], Int) = ([], 0)
        for edge in map.edges.sorted(by: { ($1.cases, $0.from, $0.to) < ($0.cases, $1.from, $1.to) })
        where Double(taken) < wanted && edge.cases >= least {
            kept.append(edge)
            taken += edge.count
        }
        let isWhole = kept.count == map.edges.count
        let near = Set(kept.flatMap { [$0.from, $0.to] })
        let activities = map.activities.filter { (isWhole || near.contains($0.name)) && $0.cases >= least }
        let places = Dictionary(uniqueKeysWithValues: activities.enumerated().map { ($1.name, $0) })
        self.activities = activities
        edges = kept.sorted { ($0.from, $0.to) < ($1.from, $1.to) }.compactMap { edge in
            guard let from = places[edge.from], let to = places[edge.to] else { return nil }
            return Edge(from: from, to: to, count: edge.count, cases: edge.cases, median: edge.median)
        }
        func counts(_ ends: [JourneyMap.Activity]) -> [Int] {
            let counts = Dictionary(uniqueKeysWithValues: ends.map { ($0.name, $0.count) })
            return activities.map { activity in counts[activity.name].map { $0 >= least ? $0 : 0 } ?? 0 }
        }
        order = Self.order(map, places)
        starts = counts(map.start)
        ends = counts(map.end)
        let shown = Set(edges.map { Pair(from: $0.from, to: $0.to) })
        hiddenCases = map.variants.reduce(0) { hidden, variant in
            let way = variant.activities.map { places[$0] ?? -1 }
            let isShown =
                !way.contains(-1)
                && zip(way, way.dropFirst()).allSatisfy { shown.contains(Pair(from: $0, to: $1)) }
            return hidden + (isShown ? 0 : variant.cases)
        }
        shownCases = map.cases - hiddenCases
        steps = map.edges.count
        self.least = least
    }

    private static func order(_ map: JourneyMap, _ places: [String: Int]) -> [Int] {
        var (sums, cases) = ([Int](repeating: 0, count: places.count), [Int](repeating: 0, count: places.count))
        for variant in map.variants {
            var met: Set<Int> = []
            for (index, activity) in variant.activities.enumerated() {
                guard let place = places[activity], met.insert(place).inserted else { continue }
                sums[place] += index * variant.cases
                cases[place] += variant.cases
            }
        }
        func mean(_ place: Int) -> Double { Double(sums[place]) / Double(max(cases[place], 1)) }
        return places.values.sorted { (mean($0), $0) < (mean($1), $1) }
    }

    private struct Pair: Hashable {
        let from: Int
        let to: Int
    }

    /// In a sentence: how much is shown, and of how many people something is not.
    public var sentence: String {
        guard hiddenCases > 0 || edges.count < steps else {
            return "Every step that \(JourneyMap.people(shownCases, least: least)) took is drawn."
        }
        return
            "Drawn are the \(JourneyMap.grouped(edges.count)) commonest of \(JourneyMap.grouped(steps)) steps; \(taken)."
            + (least > 0 ? " Steps that fewer than \(JourneyMap.inWords(least)) people took are left out." : "")
    }

    /// How many took no other step, and how many did. Where the one are too few to be told of, how many the others are
    /// is not told either: all less those would be the few.
    private var taken: String {
        let shown = "\(JourneyMap.people(shownCases, least: least)) took no other"
        let hidden = "\(JourneyMap.people(hiddenCases, least: least)) took at least one that is not drawn"
        if Proportion.isFew(hiddenCases, under: least) { return hidden }
        return Proportion.isFew(shownCases, under: least) ? shown : "\(shown), and \(hidden)"
    }

    /// The fullest part that can still be read: at most so many steps.
    public static func readable(_ map: JourneyMap, atMost steps: Int = 26, least: Int = 0) -> ShownMap {
        let shares = stride(from: 1, through: 0.05, by: -0.05)
        return shares.lazy.map { ShownMap(map, share: $0, least: least) }.first { $0.edges.count <= steps }
            ?? ShownMap(map, share: 0.02, least: least)
    }
}

extension JourneyMap {
    /// `1 person`, `12 people`, `1,204 people`.
    public static func people(_ count: Int) -> String { "\(grouped(count)) \(count == 1 ? "person" : "people")" }

    /// `1 day`, `1,200 days`
    public static func days(_ count: Int) -> String { "\(grouped(count)) \(count == 1 ? "day" : "days")" }

    /// The same of people, but `fewer than five people` of one to four where `least` is 5.
    /// - Parameters:
    ///   - count: how many people.
    ///   - least: fewer people than this are not told of; 0 to tell of all.
    public static func people(_ count: Int, least: Int) -> String {
        Proportion.isFew(count, under: least) ? "fewer than \(inWords(least)) people" : people(count)
    }

    /// The number below which cells are withheld, as a sentence has it.
    static func inWords(_ least: Int) -> String { least == 5 ? "five" : grouped(least) }

    static func grouped(_ count: Int) -> String {
        let digits = Array(String(count))
        var out = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { out.append(",") }
            out.append(digit)
        }
        return out
    }
}
