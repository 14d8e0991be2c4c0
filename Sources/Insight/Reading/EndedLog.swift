/// A log that ends at a moment: what it tells of later is left out, and so is whoever had not begun by then.
struct EndedLog<Next: EventLogSink>: EventLogSink {
    private(set) var next: Next
    private let end: Int64
    private var trace = Trace()

    /// - Parameter end: milliseconds; what happened then, or later, is left out.
    init(_ next: Next, at end: Int64) {
        self.next = next
        self.end = end
    }

    var takesAttributes: Bool { next.takesAttributes }

    mutating func event(_ event: LoggedEvent) { trace.events.append(event) }

    mutating func attribute(_ name: String, _ value: String) { trace.attributes.append((name, value)) }

    mutating func endTrace() throws {
        let hadEvents = !trace.events.isEmpty
        let end = end
        trace.events.removeAll { $0.time >= end }
        if !hadEvents || !trace.events.isEmpty {
            for said in trace.attributes { try next.attribute(said.name, said.value) }
            for event in trace.events { try next.event(event) }
            try next.endTrace()
        }
        trace.events.removeAll(keepingCapacity: true)
        trace.attributes.removeAll(keepingCapacity: true)
    }
}
