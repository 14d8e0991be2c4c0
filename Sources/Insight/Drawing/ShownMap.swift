/// The part of a journey map that is shown: the commonest steps, until they make up a share of all that were taken.
///
/// It says how many people took no other step, and how many took one that is left out, as far as that may be told.
public struct ShownMap: Sendable, Equatable {
    /// A step that is drawn.
    public struct Edge: Sendable, Equatable {
        /// The place, among the activities, of the one that came first.
        public let from: Int
        /// The place of the activity that came next.
        public let to: Int
        /// What is told of it.
        public let step: ToldMap.Edge

        /// How many people it is drawn as: those who took it, or everybody where that is withheld.
        public var cases: Int { step.width }
        /// Seconds.
        public var median: Double { step.median }
    }

    /// What enough cases begin or end with.
    public struct Ending: Sendable, Equatable {
        /// The place of the activity.
        public let place: Int
        /// How many do; nil where that is withheld.
        public let people: Int?
    }

    /// In the order of their names.
    public let activities: [ToldMap.Activity]
    /// In the order of their activities’ places.
    public let edges: [Edge]
    /// What cases begin with.
    public let starts: [Ending]
    /// What cases end with.
    public let ends: [Ending]
    /// The activities by how far into a journey each first happens, in the mean of those in which it does.
    public let order: [Int]
    /// How many different steps there are, shown or not.
    public let steps: Int
    /// Steps that fewer people than this took are left out; 0 when none is for that.
    public let least: Int

    /// Everybody.
    let cases: Int
    /// People of whose journey every step is shown.
    let shownCases: Int
    /// As many of those as are told of (`DetailLevels`).
    private let toldCases: Int

    /// People of whose journey a step is not shown.
    var hiddenCases: Int { cases - shownCases }

    /// - Parameters:
    ///   - map: the whole of it.
    ///   - share: the least share of all steps taken to show, of 1.
    ///   - least: what fewer people did is not shown.
    public init(_ map: JourneyMap, share: Double = 1, least: Int = 0) {
        self.init(ToldMap(map, least: least), share: share)
    }

    /// - Parameters:
    ///   - map: what is told of.
    ///   - share: the least share of all steps taken to show, of 1.
    public init(_ map: ToldMap, share: Double = 1) {
        let levels = DetailLevels(map)
        self.init(map, levels, drawing: levels.count(share: share))
    }

    /// - Parameters:
    ///   - levels: of the same map.
    ///   - count: how many of the commonest steps are drawn.
    init(_ map: ToldMap, _ levels: DetailLevels, drawing count: Int) {
        let kept = levels.edges.prefix(count)
        let isWhole = count == map.whole.edges.count
        let near = Set(kept.flatMap { [ExactName($0.from), ExactName($0.to)] })
        let activities = map.activities.filter { isWhole || near.contains(ExactName($0.name)) }
        let places = Dictionary(
            activities.enumerated().map { (ExactName($1.name), $0) }, uniquingKeysWith: { first, _ in first })
        self.activities = activities
        edges = kept.sorted { $0.isNamed(before: $1) }.compactMap { edge in
            guard let from = places[ExactName(edge.from)], let to = places[ExactName(edge.to)] else { return nil }
            return Edge(from: from, to: to, step: edge)
        }
        func placed(_ endings: [ToldMap.Ending]) -> [Ending] {
            endings.compactMap { ending in
                places[ExactName(ending.name)].map { Ending(place: $0, people: ending.people) }
            }
        }
        let firsts = activities.map { levels.first(ExactName($0.name)) ?? 0 }
        order = activities.indices.sorted { (firsts[$0], $0) < (firsts[$1], $1) }
        starts = placed(map.start)
        ends = placed(map.end)
        (shownCases, toldCases) = levels.people(drawing: count)
        (cases, steps, least) = (map.cases, map.whole.edges.count, map.least)
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

    /// How many took no other step, and how many did, as far as is told.
    private var taken: String {
        let others = "took at least one that is not drawn"
        if Proportion.isFew(hiddenCases, under: least) {
            return "\(JourneyMap.people(hiddenCases, least: least)) \(others)"
        }
        if toldCases == shownCases {
            return "\(JourneyMap.people(shownCases)) took no other, and \(JourneyMap.people(hiddenCases)) \(others)"
        }
        if toldCases > 0 { return "at least \(JourneyMap.people(toldCases)) took no other" }
        return "\(JourneyMap.people(shownCases, least: least)) took no other"
    }

    /// The fullest part that can still be read: at most so many steps.
    public static func readable(_ map: JourneyMap, atMost steps: Int = 26, least: Int = 0) -> ShownMap {
        readable(ToldMap(map, least: least), atMost: steps)
    }

    /// The fullest part that can still be read: at most so many steps.
    public static func readable(_ map: ToldMap, atMost steps: Int = 26) -> ShownMap {
        let levels = DetailLevels(map)
        let counts = stride(from: 1, through: 0.05, by: -0.05).lazy.map { levels.count(share: $0) }
        return ShownMap(
            map, levels, drawing: counts.first { $0 <= steps } ?? levels.count(share: 0.02))
    }

    /// What stands at a step: how many people took it, and how long half of them waited.
    func label(_ edge: Edge) -> [String] {
        [JourneyMap.people(told: edge.step.people, least: least), JourneyMap.written(edge.median)]
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

    /// The same of people of whom it may not be told how many they are: `all but fewer than five`.
    /// - Parameters:
    ///   - count: nil where that is withheld.
    ///   - least: the fewest people who are told of.
    public static func people(told count: Int?, least: Int) -> String {
        count.map { people($0) } ?? "all but fewer than \(inWords(least))"
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
