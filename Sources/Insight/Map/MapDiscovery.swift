/// Makes a journey map out of traces, one at a time.
///
/// It is the directly-follows graph of process mining (van der Aalst, Process Mining, 2nd ed. 2016, §2.3 and §6.2): an
/// edge from a to b counts how often b came next after a in one case. Within a case events are in the order of their
/// times, those of one time in the order of the log. A hand-off is one person, or agency, acting next in a case after
/// another; events of which the log does not say who are passed over (handover of work, ibid. §9.3).
///
/// Memory is bounded by the longest trace, the distinct variants and edges, and the waiting times, eight bytes for each
/// step up to a limit, beyond which they go to a store that the caller gives. Where it is to tell how long people waited,
/// those still waiting too, counts are added by activity and day, and nothing by case.
public struct MapDiscovery: EventLogSink {
    private(set) var cases = 0
    private(set) var events = 0
    private(set) var follows = StepTable()
    private(set) var people = StepTable()
    private(set) var agencies = StepTable()
    private(set) var counts: ContiguousArray<Int> = []
    /// How many cases each activity happened in.
    private(set) var visits: ContiguousArray<Int> = []
    private(set) var starts: ContiguousArray<Int> = []
    private(set) var ends: ContiguousArray<Int> = []
    private(set) var variants = VariantTable()
    /// Nil where no waits are told of.
    private(set) var waits: WaitTally?
    let store: (any SpillStore)?

    private var lastCase: ContiguousArray<Int> = []
    private var width = 0
    /// Waiting times in memory, and how many there may be.
    private var held = 0
    private let most: Int

    private var activities: ContiguousArray<Int32> = []
    private var times: ContiguousArray<Int64> = []
    private var actors: ContiguousArray<Actor> = []
    private var inOrder = true
    private var hasActors = false

    private struct Actor {
        let person: Int32
        let agency: Int32
    }

    /// - Parameters:
    ///   - store: where waiting times go beyond 256 MB of them; with none, all stay in memory.
    ///   - memory: bytes of waiting times to keep in memory.
    ///   - days: after how many days the map tells of people as still waiting (``JourneyMap/waits``); nil to tell of none.
    public init(
        spillingTo store: (any SpillStore)? = nil, beyond memory: Int = 256 << 20, waitingOver days: Int? = nil
    ) {
        self.store = store
        waits = days.map { WaitTally(over: $0) }
        most = store == nil ? .max : memory / 8
    }

    /// Takes an event of the case under way.
    @inline(__always)
    public mutating func event(_ event: LoggedEvent) {
        if let last = times.last, last > event.time { inOrder = false }
        activities.append(event.activity)
        times.append(event.time)
        actors.append(Actor(person: event.person, agency: event.agency))
        if event.person & event.agency != -1 { hasActors = true }
    }

    /// Counts the case that is over.
    /// - Throws: what the store of waiting times throws.
    public mutating func endTrace() throws { try endTrace(followedTo: nil) }

    /// - Parameter end: up to when the case was followed, where that is not the end of the log; as of one case, so of all.
    mutating func endTrace(followedTo end: Int64?) throws {
        if !inOrder { order() }
        events += activities.count
        waits?.add(activities, at: times, followedTo: end)
        if let first = activities.first, let last = activities.last {
            makeRoom(for: Int(activities.max() ?? 0))
            starts[Int(first)] += 1
            ends[Int(last)] += 1
            visit(first)
            for index in 1..<max(activities.count, 1) {
                visit(activities[index])
                follows.add(
                    from: activities[index - 1], to: activities[index], after: times[index] - times[index - 1],
                    case: cases)
            }
            held += activities.count - 1
            if hasActors { handOff() }
        }
        cases += 1
        variants.add(activities)
        activities.removeAll(keepingCapacity: true)
        times.removeAll(keepingCapacity: true)
        actors.removeAll(keepingCapacity: true)
        (inOrder, hasActors) = (true, false)
        if held > most { try spillWaits() }
    }

    @inline(__always)
    private mutating func visit(_ activity: Int32) {
        let activity = Int(activity)
        counts[activity] += 1
        if lastCase[activity] != cases {
            lastCase[activity] = cases
            visits[activity] += 1
        }
    }

    private mutating func handOff() {
        var (person, agency) = (-1, -1)
        for index in actors.indices {
            let actor = actors[index]
            if actor.person >= 0 {
                if person >= 0, actors[person].person != actor.person {
                    people.add(
                        from: actors[person].person, to: actor.person, after: times[index] - times[person], case: cases)
                    held += 1
                }
                person = index
            }
            if actor.agency >= 0 {
                if agency >= 0, actors[agency].agency != actor.agency {
                    agencies.add(
                        from: actors[agency].agency, to: actor.agency, after: times[index] - times[agency], case: cases)
                    held += 1
                }
                agency = index
            }
        }
    }

    private mutating func spillWaits() throws {
        guard let store else { return }
        try follows.spill(to: store)
        try people.spill(to: store)
        try agencies.spill(to: store)
        held = 0
    }

    private mutating func makeRoom(for activity: Int) {
        guard activity >= width else { return }
        let wider = max(16, activity + 1, width * 2)
        follows.widen(to: wider)
        for _ in width..<wider {
            counts.append(0)
            visits.append(0)
            starts.append(0)
            ends.append(0)
            lastCase.append(-1)
        }
        width = wider
    }

    /// Sorts a trace by time; the position in the log decides between equals.
    private mutating func order() {
        let order = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
        activities = ContiguousArray(order.map { activities[$0] })
        times = ContiguousArray(order.map { times[$0] })
        actors = ContiguousArray(order.map { actors[$0] })
    }
}
