/// Which cases are meant: a statement about one case that is true of it or not.
public indirect enum TraceFilter: Sendable, Equatable {
    /// The activity happened.
    case activity(String)
    /// The case begins with the activity.
    case begins(String)
    /// The case ends with the activity.
    case ends(String)
    /// The second came directly after the first.
    case path(String, String)
    /// The agency acted in the case.
    case agency(String)
    /// The person acted in the case, by the name or reference that the log gives them.
    case person(String)
    /// The case says this of itself: its cohort, its programme, its outcome. A case that says nothing of it is not meant.
    case says(String, String)
    /// The first event is in the time, which ends before its end.
    case begun(Range<Int64>)
    /// Some event is in the time.
    case active(Range<Int64>)
    /// The other does not hold of the case.
    case not(TraceFilter)
    /// Each of them holds; of none, everybody is meant.
    case all([TraceFilter])
    /// At least one of them holds; of none, nobody is meant.
    case any([TraceFilter])
}

/// What a filter looks at: the events of one case in the order of time, and what the case says of itself.
public struct Trace: Sendable, Equatable {
    /// What the log says of the case as a whole, by name.
    public internal(set) var attributes: [(name: String, value: String)] = []
    /// What happened, in the order of the log until `order()` is called.
    public internal(set) var events: ContiguousArray<LoggedEvent> = []

    /// A case with nothing in it.
    public init() {}

    public static func == (one: Trace, other: Trace) -> Bool {
        one.events == other.events && one.attributes.elementsEqual(other.attributes) { $0 == $1 }
    }

    /// What the log says of the case by that name; nil when it says nothing.
    public func says(_ name: String) -> String? {
        attributes.first { ExactName($0.name) == ExactName(name) }?.value
    }

    /// Puts the events in the order of time; those of one time stay as they stand.
    mutating func order() {
        guard !zip(events, events.dropFirst()).allSatisfy({ $0.time <= $1.time }) else { return }
        events = ContiguousArray(
            events.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element))
    }
}

/// A filter with its names looked up.
struct BoundFilter {
    private indirect enum Test {
        case activity(Int32), begins(Int32), ends(Int32), path(Int32, Int32), agency(Int32), person(Int32)
        case says(String, String)
        case begun(Range<Int64>), active(Range<Int64>)
        case not(Test), all([Test]), any([Test])
    }

    private let test: Test

    /// Names that the log has not spoken of yet are given their numbers now.
    init(_ filter: TraceFilter, naming tables: inout LogTables) { test = Self.bound(filter, &tables) }

    private static func bound(_ filter: TraceFilter, _ tables: inout LogTables) -> Test {
        switch filter {
        case .activity(let name): .activity(tables.activities.number(of: name))
        case .begins(let name): .begins(tables.activities.number(of: name))
        case .ends(let name): .ends(tables.activities.number(of: name))
        case .path(let from, let to): .path(tables.activities.number(of: from), tables.activities.number(of: to))
        case .agency(let name): .agency(tables.agencies.number(of: name))
        case .person(let name): .person(tables.people.number(of: name))
        case .says(let name, let value): .says(name, value)
        case .begun(let time): .begun(time)
        case .active(let time): .active(time)
        case .not(let filter): .not(bound(filter, &tables))
        case .all(let filters): .all(filters.map { bound($0, &tables) })
        case .any(let filters): .any(filters.map { bound($0, &tables) })
        }
    }

    func holds(of trace: Trace) -> Bool { Self.holds(test, trace) }

    private static func holds(_ test: Test, _ trace: Trace) -> Bool {
        let events = trace.events
        return switch test {
        case .activity(let number): events.contains { $0.activity == number }
        case .begins(let number): events.first?.activity == number
        case .ends(let number): events.last?.activity == number
        case .path(let from, let to):
            zip(events, events.dropFirst()).contains { $0.activity == from && $1.activity == to }
        case .agency(let number): events.contains { $0.agency == number }
        case .person(let number): events.contains { $0.person == number }
        case .says(let name, let value): trace.says(name).map(ExactName.init) == ExactName(value)
        case .begun(let time): events.first.map { time.contains($0.time) } ?? false
        case .active(let time): events.contains { time.contains($0.time) }
        case .not(let test): !holds(test, trace)
        case .all(let tests): tests.allSatisfy { holds($0, trace) }
        case .any(let tests): tests.contains { holds($0, trace) }
        }
    }
}

/// Gathers each case whole and hands on those that a filter means, in the order of time.
public struct FilteredLog<Next: EventLogSink>: EventLogSink {
    /// What the cases that the filter means are handed to.
    public private(set) var next: Next
    /// The last moment of the log so far, whomever the filter means; milliseconds.
    public private(set) var until = Int64.min
    private let filter: BoundFilter
    private var trace = Trace()

    /// - Parameters:
    ///   - next: what the cases that are meant are handed to.
    ///   - filter: which cases are meant.
    ///   - tables: the numbers of the names, which those of the filter are given now.
    public init(_ next: Next, _ filter: TraceFilter, naming tables: inout LogTables) {
        self.next = next
        self.filter = BoundFilter(filter, naming: &tables)
    }

    /// Always: a filter may ask what a case says of itself.
    public var takesAttributes: Bool { true }

    public mutating func event(_ event: LoggedEvent) { trace.events.append(event) }

    public mutating func attribute(_ name: String, _ value: String) { trace.attributes.append((name, value)) }

    public mutating func endTrace() throws {
        trace.order()
        until = max(until, trace.events.last?.time ?? until)
        if filter.holds(of: trace) {
            if next.takesAttributes { for said in trace.attributes { try next.attribute(said.name, said.value) } }
            for event in trace.events { try next.event(event) }
            try next.endTrace()
        }
        trace.events.removeAll(keepingCapacity: true)
        trace.attributes.removeAll(keepingCapacity: true)
    }
}
