/// Counts, while a log is read for something else, in how many cases a filter and others near to it differ.
///
/// Where two filters differ in one to four cases, one answer less the other would tell of those few, though each by itself
/// tells of many.
public struct FilterDifferences<Next: EventLogSink>: EventLogSink {
    /// What every case is handed to, whatever the filters mean.
    public private(set) var next: Next
    /// For each filter that is asked, how many cases it and each of those near to it do not both mean or both leave.
    public private(set) var counts: [[Int]]
    private let asked: [(filter: BoundFilter, near: [BoundFilter])]
    private var trace = Trace()

    /// - Parameters:
    ///   - next: what every case is handed to.
    ///   - asked: each filter with those near to it.
    ///   - tables: the numbers of the names, which those of the filters are given now.
    public init(
        _ next: Next, _ asked: [(filter: TraceFilter, near: [TraceFilter])], naming tables: inout LogTables
    ) {
        self.next = next
        var bound: [(filter: BoundFilter, near: [BoundFilter])] = []
        for one in asked {
            var near: [BoundFilter] = []
            for other in one.near { near.append(BoundFilter(other, naming: &tables)) }
            bound.append((BoundFilter(one.filter, naming: &tables), near))
        }
        self.asked = bound
        counts = bound.map { [Int](repeating: 0, count: $0.near.count) }
    }

    /// Whether some filter and one near to it differ in one to four cases.
    public var tellsOfFew: Bool { counts.contains { $0.contains { Proportion.isFew($0) } } }

    /// Always: a filter may ask what a case says of itself.
    public var takesAttributes: Bool { true }

    public mutating func event(_ event: LoggedEvent) throws {
        trace.events.append(event)
        try next.event(event)
    }

    public mutating func attribute(_ name: String, _ value: String) throws {
        trace.attributes.append((name, value))
        if next.takesAttributes { try next.attribute(name, value) }
    }

    public mutating func endTrace() throws {
        trace.order()
        for (place, one) in asked.enumerated() {
            let isMeant = one.filter.holds(of: trace)
            for (other, near) in one.near.enumerated() where near.holds(of: trace) != isMeant {
                counts[place][other] += 1
            }
        }
        trace.events.removeAll(keepingCapacity: true)
        trace.attributes.removeAll(keepingCapacity: true)
        try next.endTrace()
    }
}
