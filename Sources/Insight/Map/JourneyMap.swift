public import Kernel

/// The journey as it was lived: which activity followed which, how often, after how long, and every way that was taken.
public struct JourneyMap: Sendable, Equatable {
    public struct Activity: Sendable, Equatable {
        public let name: String
        /// How often it happened.
        public let count: Int
    }

    /// One activity directly after another in the same case.
    public struct Edge: Sendable, Equatable {
        public let from: String
        public let to: String
        /// How often it happened, and in how many cases.
        public let count: Int
        public let cases: Int
        /// Seconds from the first to the second. The median of an even number is the mean of the middle two; the 90th percentile lies between
        /// the two nearest, in proportion (Hyndman and Fan's type 7).
        public let median: Double
        public let mean: Double
        public let ninetieth: Double
    }

    /// A way that was taken, from first activity to last.
    public struct Variant: Sendable, Equatable {
        public let activities: [String]
        public let cases: Int
    }

    public let cases: Int
    public let events: Int
    /// In the order of their names.
    public let activities: [Activity]
    /// In the order of their names, from then to.
    public let edges: [Edge]
    /// How many cases began, and ended, with an activity.
    public let start: [Activity]
    public let end: [Activity]
    /// The most taken first; those taken alike often, in the order of their names.
    public let variants: [Variant]

    /// - Parameter names: the activities, by the numbers that the traces were given with.
    public init(_ discovery: consuming MapDiscovery, names: [String]) {
        cases = discovery.cases
        events = discovery.events
        let counts = discovery.counts
        func named(_ counts: ContiguousArray<Int>) -> [Activity] {
            zip(names, counts).filter { $0.1 > 0 }.map { Activity(name: $0.0, count: $0.1) }.sorted {
                $0.name < $1.name
            }
        }
        activities = named(counts)
        start = named(discovery.starts)
        end = named(discovery.ends)
        edges = discovery.steps.map { step in
            var waits = WaitingTimes(step.waits)
            return Edge(
                from: names[Int(step.from)], to: names[Int(step.to)], count: step.waits.count, cases: step.cases,
                median: waits.quantile(0.5), mean: waits.mean, ninetieth: waits.quantile(0.9))
        }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        let table = discovery.variants
        variants = (0..<table.count).map { number in
            Variant(activities: table[number].map { names[Int($0)] }, cases: table.cases[number])
        }.sorted { one, other in
            one.cases != other.cases
                ? one.cases > other.cases : one.activities.lexicographicallyPrecedes(other.activities)
        }
    }
}

extension JourneyMap {
    /// The form that other programs rely on (design §10).
    public var json: JSON {
        func counts(_ activities: [Activity]) -> JSON {
            .object(activities.map { JSON.Member($0.name, .int($0.count)) })
        }
        return [
            "cases": .int(cases), "events": .int(events),
            "activities": .array(activities.map { .string($0.name) }),
            "edges": .array(
                edges.map { edge in
                    [
                        "from": .string(edge.from), "to": .string(edge.to), "count": .int(edge.count),
                        "cases": .int(edge.cases), "median_seconds": .real(edge.median),
                        "mean_seconds": .real(edge.mean), "p90_seconds": .real(edge.ninetieth),
                    ]
                }),
            "start": counts(start), "end": counts(end),
            "variants": .array(
                variants.map { variant in
                    [
                        "activities": .array(variant.activities.map { .string($0) }), "cases": .int(variant.cases),
                    ]
                }),
        ]
    }
}

extension JourneyMap {
    /// The map of an event log in XES.
    /// - Throws: `LogFault`, and what the source throws.
    public init(xes source: any ByteReader) throws {
        var reader = XESReader()
        var discovery = MapDiscovery()
        try reader.read(source, into: &discovery)
        self.init(discovery, names: reader.activities.names)
    }
}
