import Kernel

/// Gathers two cohorts of a log in one reading.
public struct CohortSink: EventLogSink {
    private let filters: (BoundFilter, BoundFilter)
    private(set) var first: CohortTally
    private(set) var second: CohortTally
    private(set) var until = Int64.min
    private var trace = Trace()

    /// - Parameters:
    ///   - first: which cases are the first cohort.
    ///   - second: which cases are the second; no case may be in both.
    ///   - question: what both are asked.
    ///   - tables: the numbers of the names that the log will be read with.
    ///   - store: where waiting times, and the events of those who are too new so far, go beyond so much memory; with
    ///     none, all stay in memory.
    ///   - memory: bytes of them to keep in memory.
    public init(
        _ first: TraceFilter, _ second: TraceFilter, _ question: CohortQuestion, naming tables: inout LogTables,
        spillingTo store: (any SpillStore)? = nil, beyond memory: Int = 256 << 20
    ) {
        filters = (BoundFilter(first, naming: &tables), BoundFilter(second, naming: &tables))
        let goal = tables.activities.number(of: question.reaching)
        let since = question.since.map { tables.activities.number(of: $0) }
        self.first = CohortTally(spillingTo: store, beyond: memory / 2, goal, since: since, within: question.within)
        self.second = CohortTally(spillingTo: store, beyond: memory / 2, goal, since: since, within: question.within)
    }

    /// A filter may ask what a case says of itself.
    public var takesAttributes: Bool { true }
    /// Takes an event of the case under way.
    public mutating func event(_ event: LoggedEvent) { trace.events.append(event) }
    /// Takes what the case under way says of itself.
    public mutating func attribute(_ name: String, _ value: String) { trace.attributes.append((name, value)) }

    /// Adds the case to the cohort that means it.
    /// - Throws: what the store of waiting times throws.
    /// - Refuses: a case that is in both, as how sure a difference is is known only of cohorts that have nobody in common
    ///   (Newcombe 1998 takes the two for independent).
    public mutating func endTrace() throws {
        trace.order()
        until = max(until, trace.events.last?.time ?? until)
        let (isFirst, isSecond) = (filters.0.holds(of: trace), filters.1.holds(of: trace))
        guard !(isFirst && isSecond) else { throw Self.overlap }
        if isFirst { try first.add(trace, until: until) }
        if isSecond { try second.add(trace, until: until) }
        trace.events.removeAll(keepingCapacity: true)
        trace.attributes.removeAll(keepingCapacity: true)
    }

    private static let overlap = Refusal(
        "cohorts.overlap",
        "Some cases are in both cohorts, so how sure a difference is cannot be said. Change one of them so that no case is in both."
    )
}

/// One cohort while it is gathered.
struct CohortTally {
    /// What is kept of a case that counts.
    private struct Life {
        let begun: Int64
        let reached: Int64?
        /// The number of the way it went within the days of the question.
        let way: Int
    }

    /// A case that counts, whole, with the place of the event at which its days begin.
    private struct Held {
        let begun: Int64
        let place: Int
        let trace: Trace
    }

    private var discovery: MapDiscovery
    /// Of those who are mature alone, and of those days alone.
    private var compared: MapDiscovery
    private let goal: Int32
    private let since: Int32?
    private let within: Int64
    private var lives: [Life] = []
    private var ways = VariantTable()
    /// The five that begin last wait for the end of the log, which says whether one to four of them are too new.
    private var latest: [Held] = []
    /// Those who never came to the activity from which days are counted, until there are five; fewer are left out.
    private var others: [Trace] = []
    private var tellsOfOthers = false
    /// Those who were too new when they came, until the log has gone on for long enough after them.
    private var waiting: WaitingWindows
    /// How many wait when they are looked through next.
    private var looksThroughAt = 64

    /// - Parameter memory: bytes to keep in memory, which both maps and those who are too new so far share.
    init(spillingTo store: (any SpillStore)?, beyond memory: Int, _ goal: Int32, since: Int32?, within days: Int) {
        discovery = MapDiscovery(spillingTo: store, beyond: memory / 3)
        compared = MapDiscovery(
            spillingTo: store, beyond: memory / 3, waitingOver: ActivityWait.days(within: days))
        waiting = WaitingWindows(spillingTo: store, beyond: memory / 3)
        self.goal = goal
        self.since = since
        within = Int64(days) * Cohort.day
    }

    /// - Parameter until: the last moment of the log as far as it has been read.
    mutating func add(_ trace: Trace, until: Int64) throws {
        let events = trace.events
        guard let place = since == nil ? events.indices.first : events.firstIndex(where: { $0.activity == since })
        else { return try addOther(trace) }
        latest.append(Held(begun: events[place].time, place: place, trace: trace))
        guard latest.count > Proportion.least else { return }
        let begun = latest.map(\.begun)
        guard let first = begun.indices.min(by: { begun[$0] < begun[$1] }) else { return }
        let held = latest.remove(at: first)
        try keep(held, until: until)
    }

    private mutating func addOther(_ trace: Trace) throws {
        others.append(trace)
        guard tellsOfOthers || others.count >= Proportion.least else { return }
        tellsOfOthers = true
        for other in others { try discover(other) }
        others = []
    }

    private mutating func discover(_ trace: Trace) throws {
        for event in trace.events { discovery.event(event) }
        try discovery.endTrace()
    }

    private mutating func keep(_ held: Held, until: Int64) throws {
        try discover(held.trace)
        let (goal, within) = (goal, within)
        let followed = held.trace.events[held.place...]
        let window = Window(
            begun: held.begun,
            events: ContiguousArray(followed.prefix(while: { $0.time - held.begun <= within })))
        let reached = followed.first(where: { $0.activity == goal })
        let number = ways.add(ContiguousArray(window.events.map(\.activity)))
        lives.append(Life(begun: held.begun, reached: reached?.time, way: number))
        if held.begun + within <= until { return try window.add(to: &compared, within: within) }
        try waiting.append(window)
        guard waiting.count >= looksThroughAt else { return }
        try compareMature(until: until)
        looksThroughAt = max(64, waiting.count * 2)
    }

    /// Takes those after whom the log has gone on for long enough by now.
    private mutating func compareMature(until: Int64) throws {
        try waiting.moveMature(to: &compared, within: within, until: until)
    }

    /// - Parameters:
    ///   - name: as the reader named it.
    ///   - until: the last moment in the log, up to which everybody was followed.
    ///   - tables: the names, by the numbers that the cases were given with.
    /// - Throws: what the store of waiting times throws.
    mutating func cohort(_ name: String, until: Int64, naming tables: LogTables) throws -> Cohort {
        let within = within
        func isNew(_ begun: Int64) -> Bool { begun + within > until }
        let new = lives.count(where: { isNew($0.begun) }) + latest.count(where: { isNew($0.begun) })
        let leavesOutFew = Proportion.isFew(new)
        // All five: the few alone would be what is left of the whole cohort less this one.
        for held in latest where !leavesOutFew { try keep(held, until: until) }
        latest = []
        try compareMature(until: until)
        let mature = lives.filter { !isNew($0.begun) }
        let reached = mature.count(where: { life in life.reached.map { $0 - life.begun <= within } ?? false })
        let left = lives.count(where: { isNew($0.begun) && $0.reached == nil })
        let followed = Proportion.isFew(left) ? mature : lives
        return Cohort(
            name: name, map: try JourneyMap(discovery, naming: tables),
            compared: try JourneyMap(compared, naming: tables), mature: mature.count,
            rate: Proportion(reached, of: mature.count),
            times: KaplanMeier(
                followed.map { KaplanMeier.Life(($0.reached ?? until) - $0.begun, reached: $0.reached != nil) }),
            counted: lives.count, leavesOutFew: leavesOutFew, leavesOutOthers: !others.isEmpty,
            followedAll: until - (followed.map(\.begun).max() ?? until), happened: happened(mature, naming: tables))
    }

    private func happened(_ lives: [Life], naming tables: LogTables) -> [Happening: Int] {
        let names = tables.activities.names
        var cases = [Int](repeating: 0, count: ways.count)
        for life in lives { cases[life.way] += 1 }
        var happened: [Happening: Int] = [:]
        for way in cases.indices where cases[way] > 0 {
            let activities = ways[way].map { ExactName(names[Int($0)]) }
            var each = Set(activities.map { Happening(from: $0, to: nil) })
            for (from, to) in zip(activities, activities.dropFirst()) { each.insert(Happening(from: from, to: to)) }
            for one in each { happened[one, default: 0] += cases[way] }
        }
        return happened
    }
}
