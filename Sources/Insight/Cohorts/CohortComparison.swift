import Kernel

/// What two cohorts are asked: who got somewhere, and how soon.
public struct CohortQuestion: Sendable, Equatable {
    /// The activity to be reached.
    public let reaching: String
    /// Days from the first event, or from that of `since`, in which it must have happened.
    public let within: Int
    /// The activity from which days are counted, and without which a case does not count; nil for the first event.
    public let since: String?

    public init(reaching: String, within: Int, since: String? = nil) {
        self.reaching = reaching
        self.within = within
        self.since = since
    }
}

/// One of two cohorts that are laid one above the other.
public struct Cohort: Sendable, Equatable {
    /// As the reader named it.
    public let name: String
    /// The map of everybody in it.
    public let map: JourneyMap
    /// How many had been followed for the days asked when the log ends; the others are too new to count in the rate.
    public let mature: Int
    /// Of those who are mature, how many got there within the days.
    public let rate: Proportion
    /// From the beginning of the days to getting there, of everybody, those too new included for as long as they were followed.
    public let times: KaplanMeier

    /// How many are followed at all: those whose days have begun.
    public let counted: Int

    /// Whether everybody in it was followed for the days of the question when the log ends.
    public var isMature: Bool { mature == counted }
}

/// Two cohorts of one log, what differs between them and how sure that is.
///
/// Every rate has its denominator and a Wilson interval; times are by Kaplan and Meier with Greenwood's. Counts that would
/// tell of fewer than five people are withheld.
public struct CohortComparison: Sendable {
    /// The share of a cohort's people who did something, or took a step, in the one and in the other.
    public struct Difference: Sendable, Equatable {
        /// The step that differs, with `to`.
        public let from: String
        /// Nil for an activity by itself.
        public let to: String?
        /// Of the first cohort, how many took it.
        public let first: Proportion
        /// Of the second cohort, how many took it.
        public let second: Proportion

        /// Second less first, with its interval at 95%.
        public var more: (difference: Double, interval: ClosedRange<Double>) { second.more(than: first) }
        /// Whether the interval leaves out nought. Of twenty things that do not differ, one will seem to.
        public var isClear: Bool { !more.interval.contains(0) }
        /// Whether the counts would tell of one to four people, and so are not told.
        public var isWithheld: Bool { first.isWithheld || second.isWithheld }
    }

    /// What was asked of both.
    public let question: CohortQuestion
    /// The cohort that is drawn above.
    public let first: Cohort
    /// The cohort that is drawn below.
    public let second: Cohort
    /// The greatest first; without those withheld.
    public let differences: [Difference]
    /// How many more were withheld for small numbers.
    public let withheld: Int
    /// The last moment in the log, up to which everybody was followed; milliseconds.
    public let until: Int64

    /// - Throws: `LogFault`, and what the source and the store throw.
    public init(
        _ log: EventLog, _ first: (name: String, filter: TraceFilter), _ second: (name: String, filter: TraceFilter),
        _ question: CohortQuestion, spillingTo store: (any SpillStore)? = nil
    ) throws {
        var tables = LogTables()
        var sink = CohortSink(first.filter, second.filter, question, naming: &tables, spillingTo: store)
        try log.read(into: &sink, naming: &tables, spillingTo: store)
        try self.init(sink, (first.name, second.name), question, naming: tables)
    }

    public init(
        _ sink: CohortSink, _ names: (String, String), _ question: CohortQuestion, naming tables: LogTables
    ) throws {
        self.question = question
        until = sink.until
        first = try sink.first.cohort(names.0, question, until: sink.until, naming: tables)
        second = try sink.second.cohort(names.1, question, until: sink.until, naming: tables)
        let all = Self.differences(first.map, second.map)
        differences = all.filter { !$0.isWithheld }
        withheld = all.count - differences.count
    }

    private static func differences(_ first: JourneyMap, _ second: JourneyMap) -> [Difference] {
        struct Key: Hashable {
            let from: String
            let to: String?
        }
        func cases(_ map: JourneyMap) -> [Key: Int] {
            let steps = map.edges.map { (Key(from: $0.from, to: $0.to), $0.cases) }
            return Dictionary(
                uniqueKeysWithValues: steps + map.activities.map { (Key(from: $0.name, to: nil), $0.cases) })
        }
        let (one, other) = (cases(first), cases(second))
        return Set(one.keys).union(other.keys).map {
            Difference(
                from: $0.from, to: $0.to, first: Proportion(one[$0] ?? 0, of: first.cases),
                second: Proportion(other[$0] ?? 0, of: second.cases))
        }.sorted {
            let (a, b) = (abs($0.more.difference), abs($1.more.difference))
            return a != b ? a > b : ($0.from, $0.to ?? "") < ($1.from, $1.to ?? "")
        }
    }
}

/// Gathers two cohorts of a log in one reading.
public struct CohortSink: EventLogSink {
    private let filters: (BoundFilter, BoundFilter)
    private(set) var first: CohortTally
    private(set) var second: CohortTally
    private(set) var until = Int64.min
    private var trace = Trace()

    public init(
        _ first: TraceFilter, _ second: TraceFilter, _ question: CohortQuestion, naming tables: inout LogTables,
        spillingTo store: (any SpillStore)? = nil
    ) {
        filters = (BoundFilter(first, naming: &tables), BoundFilter(second, naming: &tables))
        let goal = tables.activities.number(of: question.reaching)
        let since = question.since.map { tables.activities.number(of: $0) }
        self.first = CohortTally(MapDiscovery(spillingTo: store), goal, since: since)
        self.second = CohortTally(MapDiscovery(spillingTo: store), goal, since: since)
    }

    public var takesAttributes: Bool { true }
    public mutating func event(_ event: LoggedEvent) { trace.events.append(event) }
    public mutating func attribute(_ name: String, _ value: String) { trace.attributes.append((name, value)) }

    public mutating func endTrace() throws {
        trace.order()
        until = max(until, trace.events.last?.time ?? until)
        if filters.0.holds(of: trace) { try first.add(trace) }
        if filters.1.holds(of: trace) { try second.add(trace) }
        trace.events.removeAll(keepingCapacity: true)
        trace.attributes.removeAll(keepingCapacity: true)
    }
}

/// One cohort while it is gathered.
struct CohortTally {
    private var discovery: MapDiscovery
    private let goal: Int32
    private let since: Int32?
    /// When each case began, and when it got there.
    private var lives: [(begun: Int64, reached: Int64?)] = []

    init(_ discovery: MapDiscovery, _ goal: Int32, since: Int32?) {
        self.discovery = discovery
        self.goal = goal
        self.since = since
    }

    mutating func add(_ trace: Trace) throws {
        for event in trace.events { discovery.event(event) }
        try discovery.endTrace()
        let events = trace.events
        guard let place = since == nil ? events.indices.first : events.firstIndex(where: { $0.activity == since })
        else { return }
        lives.append((events[place].time, events[place...].first { $0.activity == goal }?.time))
    }

    func cohort(
        _ name: String, _ question: CohortQuestion, until: Int64, naming tables: LogTables
    ) throws -> Cohort {
        let within = Int64(question.within) * 86_400_000
        let mature = lives.filter { $0.begun + within <= until }
        let reached = mature.filter { life in life.reached.map { $0 - life.begun <= within } ?? false }
        return Cohort(
            name: name, map: try JourneyMap(discovery, naming: tables), mature: mature.count,
            rate: Proportion(reached.count, of: mature.count),
            times: KaplanMeier(
                lives.map { KaplanMeier.Life(($0.reached ?? until) - $0.begun, reached: $0.reached != nil) }),
            counted: lives.count)
    }
}
