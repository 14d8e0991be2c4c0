/// What takes the events of a log, trace by trace.
public protocol EventLogSink {
    /// One event, in the order of the file.
    /// - Parameters:
    ///   - activity: the number of its `concept:name` in the reader's table of activities.
    ///   - time: milliseconds since 1970-01-01T00:00:00Z.
    mutating func event(activity: Int32, time: Int64) throws
    /// The trace is over.
    mutating func endTrace() throws
}

/// Reads an event log in XES (IEEE 1849-2016) trace by trace, keeping nothing of a trace that is over.
///
/// The activity is `concept:name`, whatever the classifiers of the log say, and every lifecycle transition is an event.
public struct XESReader: ~Copyable {
    /// The activities met, in the order in which they were.
    public private(set) var activities = NameTable()

    public init() {}

    /// Reads a whole log into a sink.
    /// - Throws: `LogFault` with the line, for what is not XML, is cut off, is no XES, or has an event with no name or time;
    ///   and whatever the source or the sink throw.
    public mutating func read(_ source: any ByteReader, into sink: inout some EventLogSink) throws {
        var scanner = XMLScanner(source)
        guard try scanner.next() == .open, scanner.isNamed("log") else {
            throw scanner.fault("The outermost element is not <log>, so this is not an event log in XES.")
        }
        // What stands in a trace, and in one of its events; elsewhere depths alone are followed.
        var (inTrace, inEvent) = (false, false)
        var (activity, time): (Int32?, Int64?) = (nil, nil)
        while true {
            switch try scanner.next() {
            case .end: return
            case .open:
                // An empty element is as deep as what it stands in.
                let level = scanner.isEmpty ? scanner.depth : scanner.depth - 1
                if level == 1, scanner.isNamed("trace") {
                    inTrace = true
                    if scanner.isEmpty { (inTrace, inEvent) = (try end(&sink), false) }
                } else if inTrace, level == 2, scanner.isNamed("event") {
                    guard !scanner.isEmpty else { throw scanner.fault("An event has neither a name nor a time.") }
                    (inEvent, activity, time) = (true, nil, nil)
                } else if inEvent, level == 3, let key = scanner.attribute("key") {
                    if scanner.holds(key.value, "concept:name") {
                        activity = try number(of: scanner.attribute("value"), in: scanner)
                    } else if scanner.holds(key.value, "time:timestamp") {
                        time = try moment(scanner.attribute("value"), in: scanner)
                    }
                }
            case .close:
                if inEvent, scanner.depth == 2 {
                    inEvent = false
                    guard let activity else {
                        throw scanner.fault("An event ends with no “concept:name”, which says what happened.")
                    }
                    guard let time else {
                        throw scanner.fault("An event ends with no “time:timestamp”, which says when it happened.")
                    }
                    try sink.event(activity: activity, time: time)
                } else if inTrace, scanner.depth == 1 {
                    inTrace = try end(&sink)
                }
            }
        }
    }

    private func end(_ sink: inout some EventLogSink) throws -> Bool {
        try sink.endTrace()
        return false
    }

    private mutating func number(
        of value: XMLScanner.Attribute?, in scanner: borrowing XMLScanner
    ) throws -> Int32 {
        guard let value else { throw scanner.fault("A “concept:name” has no value.") }
        guard value.hasReference else { return activities.number(of: scanner.bytes(value.value)) }
        return activities.number(of: try scanner.text(value))
    }

    private func moment(
        _ value: XMLScanner.Attribute?, in scanner: borrowing XMLScanner
    ) throws -> Int64 {
        guard let value, let time = LoggedTime.milliseconds(scanner.bytes(value.value)) else {
            let said = try value.map { try scanner.text($0) } ?? ""
            throw scanner.fault("“\(said.prefix(40))” is not a time. Write it as 2012-08-09T08:30:00.000Z.")
        }
        return time
    }
}
