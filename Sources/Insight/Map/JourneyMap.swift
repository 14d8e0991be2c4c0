/// The journey as it was lived: which activity followed which, how often, after how long, and every way that was taken.
public struct JourneyMap: Sendable, Equatable {
    /// Something that happens, and how often.
    public struct Activity: Sendable, Equatable {
        /// As the log calls it.
        public let name: String
        /// How often it happened.
        public let count: Int
        /// In how many cases.
        public let cases: Int

        /// - Parameters:
        ///   - name: as the log calls it.
        ///   - count: how often it happened.
        ///   - cases: in how many cases; in as many as it happened, when nil.
        public init(name: String, count: Int, cases: Int? = nil) {
            self.name = name
            self.count = count
            self.cases = cases ?? count
        }
    }

    /// One activity directly after another in the same case.
    public struct Edge: Sendable, Equatable {
        /// What came before.
        public let from: String
        /// What came directly after.
        public let to: String
        /// How often it happened.
        public let count: Int
        /// In how many cases.
        public let cases: Int
        /// The median of the times between, in seconds; of an even number it is the mean of the middle two.
        public let median: Double
        /// The mean of the times between, in seconds.
        public let mean: Double
        /// The 90th percentile of the times between, in seconds; it lies between the two nearest, in proportion (Hyndman and
        /// Fan, type 7, The American Statistician 50, 1996).
        public let ninetieth: Double
        /// What the median may be in truth, at 95% or more, in seconds: from one order statistic to another, by the binomial
        /// distribution (Conover, Practical Nonparametric Statistics, 3rd ed. 1999, §3.2). Nil of fewer than six times.
        ///
        /// It takes each time for one by itself: where people took the step again and again it is surer than it should be.
        public let medianInterval: ClosedRange<Double>?
    }

    /// A way that was taken, from first activity to last.
    public struct Variant: Sendable, Equatable {
        /// What happened, in order.
        public let activities: [String]
        /// How many cases went this way.
        public let cases: Int
    }

    /// How many cases there are, empty ones too.
    public let cases: Int
    /// How many events there are.
    public let events: Int
    /// In the order of their names.
    public let activities: [Activity]
    /// In the order of their names, from then to.
    public let edges: [Edge]
    /// Hand-offs between people: the next known one in a case after a different one, in the order of their names.
    public let betweenPeople: [Edge]
    /// Hand-offs between organisations: the next known one in a case after a different one.
    public let betweenAgencies: [Edge]
    /// What cases begin with, and how many.
    public let start: [Activity]
    /// What cases end with, and how many.
    public let end: [Activity]
    /// The most taken first; those taken alike often, in the order of their names.
    public let variants: [Variant]
    /// How long people waited after they first came to each activity, those still waiting too, in the order of their names;
    /// none where `MapDiscovery` was not told to gather it.
    public let waits: [ActivityWait]
    /// Up to when everybody counts as followed in `waits`, in milliseconds; nil where there are none, or each case has an
    /// end of its own.
    public let until: Int64?

    /// - Parameters:
    ///   - discovery: what was counted over the cases.
    ///   - tables: the names, by the numbers that the cases were given with.
    ///   - end: the last moment of the log, in milliseconds; that of the cases counted, when nil.
    /// - Throws: what the store of spilled waiting times throws.
    public init(_ discovery: consuming MapDiscovery, naming tables: LogTables, until end: Int64? = nil) throws {
        let names = tables.activities.names
        until = discovery.waits?.until.map { max($0, end ?? $0) }
        waits = discovery.waits?.waits(until: until ?? 0, naming: names) ?? []
        cases = discovery.cases
        events = discovery.events
        let (counts, visits) = (discovery.counts, discovery.visits)
        func named(_ counts: ContiguousArray<Int>, in visits: ContiguousArray<Int>) -> [Activity] {
            zip(names, zip(counts, visits)).filter { $0.1.0 > 0 }
                .map { Activity(name: $0.0, count: $0.1.0, cases: $0.1.1) }
                .sorted { ExactName($0.name) < ExactName($1.name) }
        }
        activities = named(counts, in: visits)
        start = named(discovery.starts, in: discovery.starts)
        self.end = named(discovery.ends, in: discovery.ends)
        let store = discovery.store
        func edges(_ steps: ContiguousArray<Step>, _ names: [String]) throws -> [Edge] {
            try steps.map { step in
                var waits = step.waits
                let count = waits.count
                let times = try waits.summary(store)
                return Edge(
                    from: names[Int(step.from)], to: names[Int(step.to)], count: count, cases: step.cases,
                    median: times.median, mean: times.mean, ninetieth: times.ninetieth,
                    medianInterval: times.medianInterval)
            }.sorted { (ExactName($0.from), ExactName($0.to)) < (ExactName($1.from), ExactName($1.to)) }
        }
        self.edges = try edges(discovery.follows.steps, names)
        betweenPeople = try edges(discovery.people.steps, tables.people.names)
        betweenAgencies = try edges(discovery.agencies.steps, tables.agencies.names)
        let table = discovery.variants
        variants = (0..<table.count).map { number in
            Variant(activities: table[number].map { names[Int($0)] }, cases: table.cases[number])
        }.sorted { one, other in
            one.cases != other.cases
                ? one.cases > other.cases : one.activities.lexicographicallyPrecedes(other.activities)
        }
    }
}
