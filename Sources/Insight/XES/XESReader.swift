/// Reads an event log in XES (IEEE 1849-2016) trace by trace, keeping nothing of a trace that is over.
///
/// The activity is `concept:name`, whatever the classifiers of the log say, and every lifecycle transition is an event. Who acted is
/// `org:resource`, and for which agency `org:group`.
struct XESReader: ~Copyable {
    private var tables: LogTables
    private var event = Event()

    /// What stands in the event under way.
    private struct Event {
        var activity: Int32 = -1
        var person: Int32 = -1
        var agency: Int32 = -1
        var time: Int64?
    }

    /// Reads a whole log into a sink.
    /// - Throws: `LogFault` with the line, for what is not XML, is cut off, is no XES, or has an event with no name or
    ///   time, or one outside of every trace, which the schema allows; and whatever the source or the sink throw.
    static func read(
        _ source: any ByteReader, into sink: inout some EventLogSink, naming tables: inout LogTables
    ) throws {
        var reader = XESReader(tables: tables)
        try reader.read(source, into: &sink)
        tables = reader.tables
    }

    private init(tables: LogTables) { self.tables = tables }

    private mutating func read(_ source: any ByteReader, into sink: inout some EventLogSink) throws {
        var scanner = XMLScanner(source)
        let foreign = try scanner.openLog()
        // What stands in a trace, and in one of its events; elsewhere depths alone are followed.
        var (inTrace, inEvent) = (false, false)
        let takesAttributes = sink.takesAttributes
        while true {
            switch try scanner.next() {
            case .end: return
            case .open:
                // An empty element is as deep as what it stands in.
                let level = scanner.isEmpty ? scanner.depth : scanner.depth - 1
                if level == 1 {
                    inTrace = scanner.isNamed("trace")
                    if inTrace, scanner.isEmpty { (inTrace, inEvent) = (try end(&sink), false) }
                    try scanner.requireNoOCEL()
                    if !inTrace { try scanner.requireNoOtherTrace(foreign) }
                    guard !scanner.isNamed("event") else {
                        throw scanner.fault(
                            "An event stands outside of every <trace>, so nothing says whose it is. Put it into one.")
                    }
                } else if inTrace, level == 2, scanner.isNamed("event") {
                    guard !scanner.isEmpty else { throw scanner.fault("An event has neither a name nor a time.") }
                    (inEvent, event) = (true, Event())
                } else if inEvent, level == 3, let key = scanner.attribute("key") {
                    try take(key.value, in: scanner)
                } else if takesAttributes, inTrace, !inEvent, level == 2, let key = scanner.attribute("key"),
                    let value = scanner.attribute("value")
                {
                    try sink.attribute(try scanner.text(key), try scanner.text(value))
                }
            case .close:
                if inEvent, scanner.depth == 2 {
                    inEvent = false
                    try sink.event(try whole(in: scanner))
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

    /// Takes one attribute of an event.
    @inline(__always)
    private mutating func take(_ key: Range<Int>, in scanner: borrowing XMLScanner) throws {
        // Told apart by length first, as most attributes are none of these.
        switch key.count {
        case 12 where scanner.holds(key, "concept:name"):
            event.activity = try Self.number(
                of: scanner.attribute("value"), "concept:name", in: &tables.activities, scanner)
        case 14 where scanner.holds(key, "time:timestamp"):
            event.time = try moment(scanner.attribute("value"), in: scanner)
        case 12 where scanner.holds(key, "org:resource"):
            event.person = try Self.number(of: scanner.attribute("value"), "org:resource", in: &tables.people, scanner)
        case 9 where scanner.holds(key, "org:group"):
            event.agency = try Self.number(of: scanner.attribute("value"), "org:group", in: &tables.agencies, scanner)
        default: return
        }
    }

    private func whole(in scanner: borrowing XMLScanner) throws -> LoggedEvent {
        guard event.activity >= 0 else {
            throw scanner.fault("An event ends with no “concept:name”, which says what happened.")
        }
        guard let time = event.time else {
            throw scanner.fault("An event ends with no “time:timestamp”, which says when it happened.")
        }
        return LoggedEvent(activity: event.activity, time: time, person: event.person, agency: event.agency)
    }

    private static func number(
        of value: XMLScanner.Attribute?, _ key: String, in table: inout NameTable, _ scanner: borrowing XMLScanner
    ) throws -> Int32 {
        guard let value else { throw scanner.fault("A “\(key)” has no value.") }
        guard !value.value.isEmpty || key == "concept:name" else { return -1 }
        if scanner.isPlain(value) { return table.number(of: scanner.bytes(value.value)) }
        return table.number(of: try scanner.text(value))
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
