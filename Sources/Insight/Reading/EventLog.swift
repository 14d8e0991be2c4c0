/// An event log, in one of the forms that are read.
public enum EventLog {
    /// XES (IEEE 1849-2016), unpacked.
    case xes(any ByteReader)
    /// Comma-separated values (RFC 4180), a row an event.
    case csv(any ByteReader, CSVMapping)
    /// OCEL 2.0 in JSON, with the kind of object whose journey it is.
    case ocel(any ByteReader, OCELMapping)
    /// Journeys that somebody hands over one by one: those of the store.
    case journeys((_ take: (ExportedJourney) throws -> Void) throws -> Void)
}

extension EventLog {
    /// Reads the whole log into a sink.
    /// - Parameters:
    ///   - sink: takes the events, case by case.
    ///   - tables: the numbers of the names, which grow as new ones are met.
    ///   - end: what happened then, or later, is left out, and so is whoever had not begun by then; nil to leave out
    ///     nothing. Milliseconds.
    ///   - store: where a table goes, to be sorted, beyond so many bytes of it; with none, all stays in memory.
    ///   - memory: how many bytes.
    /// - Throws: `LogFault` with the line and the reason, and whatever the source or the sink throw.
    public func read(
        into sink: inout some EventLogSink, naming tables: inout LogTables, until end: Int64? = nil,
        spillingTo store: (any SpillStore)? = nil, beyond memory: Int = 256 << 20
    ) throws {
        guard let end else { return try readWhole(into: &sink, naming: &tables, spillingTo: store, beyond: memory) }
        var ended = EndedLog(sink, at: end)
        try readWhole(into: &ended, naming: &tables, spillingTo: store, beyond: memory)
        sink = ended.next
    }

    private func readWhole(
        into sink: inout some EventLogSink, naming tables: inout LogTables, spillingTo store: (any SpillStore)?,
        beyond memory: Int
    ) throws {
        switch self {
        case .xes(let source): try XESReader.read(source, into: &sink, naming: &tables)
        case .csv(let source, let mapping):
            try CSVReader.read(source, mapping, into: &sink, naming: &tables, spillingTo: store, beyond: memory)
        case .ocel(let source, let mapping):
            try OCELReader.read(source, mapping, into: &sink, naming: &tables)
        case .journeys(let each): try each { try $0.give(to: &sink, naming: &tables) }
        }
    }
}

extension EventLog {
    /// The journeys of a log that has them whole; of another form none, as it is read otherwise.
    public func journeys(_ take: (ExportedJourney) throws -> Void) throws {
        if case .journeys(let each) = self { try each(take) }
    }
}

extension JourneyMap {
    /// The map of an event log, or of the cases of it that a filter means.
    /// - Parameters:
    ///   - log: read once, from its beginning.
    ///   - filter: which cases; all of them without one.
    ///   - end: what happened then, or later, is left out; nil to leave out nothing. Milliseconds.
    ///   - store: where what does not fit in memory goes; with none, all stays in memory.
    ///   - days: after how many days the map tells of people as still waiting; nil to tell of none.
    /// - Throws: `LogFault`, and what the source and the store throw.
    public init(
        _ log: EventLog, filter: TraceFilter? = nil, until end: Int64? = nil,
        spillingTo store: (any SpillStore)? = nil, waitingOver days: Int? = nil
    ) throws {
        var tables = LogTables()
        let discovery = MapDiscovery(spillingTo: store, waitingOver: days)
        if let filter {
            var filtered = FilteredLog(discovery, filter, naming: &tables)
            try log.telling(what: [filter]).read(into: &filtered, naming: &tables, until: end, spillingTo: store)
            try self.init(filtered.next, naming: tables, until: filtered.until)
        } else {
            var discovery = discovery
            try log.read(into: &discovery, naming: &tables, until: end, spillingTo: store)
            try self.init(discovery, naming: tables)
        }
    }
}
