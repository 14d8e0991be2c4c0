/// What is told of a map: every page, drawing and file is made of this, so that none tells what another leaves out.
///
/// What fewer people did than `least` is left out. Withheld is also a number that would tell of as few when it is taken
/// from another of its table, or from everybody: how many did something that all but so few did, the smallest of what
/// adds up with what is left out (`ToldWays`), and how often something happened where few took it again. With `least` 0
/// everything is told.
public struct ToldMap: Sendable, Equatable {
    /// Something that happens. What is nil is withheld.
    public struct Activity: Sendable, Equatable {
        /// As the log calls it.
        public let name: String
        /// In how many cases; nil where that is all but so few.
        public let people: Int?
        /// How often it happened.
        public let times: Int?
        /// How many cases begin with it.
        public let began: Int?
        /// How many cases end with it.
        public let ended: Int?
    }

    /// One activity directly after another, or one person or organisation after another.
    public struct Edge: Sendable, Equatable {
        /// What came before.
        public let from: String
        /// What came directly after.
        public let to: String
        /// How many people took it; nil where that is all but so few.
        public let people: Int?
        /// How often it was taken; nil where that is withheld.
        public let times: Int?
        /// Seconds, as those of `JourneyMap.Edge`.
        public let median: Double
        /// Seconds.
        public let mean: Double
        /// Seconds.
        public let ninetieth: Double
        /// How many it is drawn as, and put in order by: those who took it, or everybody where that is withheld.
        public let width: Int

        /// Seconds that everybody together spent in it, as far as is told.
        public var total: Double { mean * Double(times ?? width) }
    }

    /// What enough people begin or end with.
    public struct Ending: Sendable, Equatable {
        /// As the log calls it.
        public let name: String
        /// How many; nil where that is withheld.
        public let people: Int?
    }

    /// Counts of fewer people than this are withheld; 0 when none is.
    public let least: Int
    /// Everybody who is meant.
    public let cases: Int
    /// How many events there are; nil where that is withheld.
    public let events: Int?
    /// How many different ways were gone, told of or not.
    public let ways: Int
    /// In the order of their names.
    public let activities: [Activity]
    /// In the order of their names, from then to.
    public let edges: [Edge]
    /// Hand-offs between people.
    public let betweenPeople: [Edge]
    /// Hand-offs between organisations.
    public let betweenAgencies: [Edge]
    /// What cases begin with.
    public let start: [Ending]
    /// What cases end with.
    public let end: [Ending]
    /// The most taken first.
    public let variants: [JourneyMap.Variant]
    /// What is come back to.
    public let loops: [JourneyMap.Loop]
    /// Where some stop though most go on.
    public let deadEnds: [JourneyMap.DeadEnd]
    /// How long people waited after they first came to each activity, those still waiting too; none where the map has none.
    public let waits: [ActivityWait]

    /// All of it, told or not: what is counted here comes into no output before it is seen to tell of enough people.
    let whole: JourneyMap

    /// - Parameters:
    ///   - map: all of it.
    ///   - least: counts of fewer people than this are withheld.
    public init(_ map: JourneyMap, least: Int = 0) {
        func isFew(_ count: Int) -> Bool { Proportion.isFew(count, under: least) }
        func told(_ people: Int) -> Int? { isFew(map.cases - people) ? nil : people }
        func edges(_ edges: [JourneyMap.Edge]) -> [Edge] {
            edges.filter { $0.cases >= least }.map { edge in
                let people = told(edge.cases)
                return Edge(
                    from: edge.from, to: edge.to, people: people,
                    times: people == nil || isFew(edge.count - edge.cases) ? nil : edge.count, median: edge.median,
                    mean: edge.mean, ninetieth: edge.ninetieth, width: people ?? map.cases)
            }
        }
        let ways = ToldWays(map, least: least)
        let (start, end) = (ways.start, ways.end)
        let (begun, ended) = (Self.named(map.start, \.name), Self.named(map.end, \.name))
        let (toldBegun, toldEnded) = (Self.named(start, \.name), Self.named(end, \.name))
        let happened = Self.named(map.activities, \.name)
        let allLoops = map.loops
        let loops = allLoops.filter { loop in
            let others = (happened[ExactName(loop.activity)]?.cases ?? 0) - loop.cases
            return loop.cases >= least && told(loop.cases) != nil && !isFew(others)
        }
        let (cameBack, toldBack) = (Self.named(allLoops, \.activity), Self.named(loops, \.activity))
        let activities = map.activities.filter { $0.cases >= least }.map { activity in
            let name = ExactName(activity.name)
            let people = told(activity.cases)
            // More times than people is how often some came back.
            let isBackTold = cameBack[name] == toldBack[name]
            return Activity(
                name: activity.name, people: people, times: people != nil && isBackTold ? activity.count : nil,
                began: begun[name] == nil ? 0 : toldBegun[name]?.people,
                ended: ended[name] == nil ? 0 : toldEnded[name]?.people)
        }
        let tellsOf = Self.named(activities, \.name)
        deadEnds = map.deadEnds.filter { end in
            let activity = tellsOf[ExactName(end.activity)]
            return activity?.people != nil && activity?.ended != nil && !isFew(end.wentOn)
        }
        waits = map.waits.filter { wait in
            wait.isTold(of: map.cases, ended: ended[ExactName(wait.activity)]?.count, least: least)
        }
        // All events less those told would be how often the one thing happened that is not.
        let untold = map.activities.filter { tellsOf[ExactName($0.name)]?.times == nil }.map(\.count)
        let isSumTold = untold.isEmpty || (untold.count > 1 && untold.reduce(0, +) >= least)
        events = isFew(map.cases) || isFew(map.events) || !isSumTold ? nil : map.events
        self.activities = activities
        self.edges = edges(map.edges)
        betweenPeople = edges(map.betweenPeople)
        betweenAgencies = edges(map.betweenAgencies)
        (self.start, self.end, self.loops) = (start, end, loops)
        (cases, variants, self.ways) = (map.cases, ways.variants, map.variants.count)
        (self.least, whole) = (least, map)
    }

    private static func named<Item>(_ items: [Item], _ name: (Item) -> String) -> [ExactName: Item] {
        Dictionary(items.map { (ExactName(name($0)), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The steps that people together waited longest in, as far as is told.
    public var longestWaits: [Edge] {
        edges.filter { $0.total > 0 }.sorted {
            $0.total != $1.total ? $0.total > $1.total : $0.isNamed(before: $1)
        }
    }

    /// The most people first; those alike often in the order of their names.
    public static func mostFirst(_ edges: [Edge]) -> [Edge] {
        edges.sorted { $0.width != $1.width ? $0.width > $1.width : $0.isNamed(before: $1) }
    }
}

extension ToldMap.Edge {
    func isNamed(before other: Self) -> Bool {
        (ExactName(from), ExactName(to)) < (ExactName(other.from), ExactName(other.to))
    }
}
