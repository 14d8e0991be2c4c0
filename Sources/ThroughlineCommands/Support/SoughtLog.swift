import Insight
import Kernel
import Office

/// A log that was read into a sink by filters, and whether it speaks of what they name.
struct SoughtLog<Sink: EventLogSink> {
    let sink: Sink
    /// The names, by the numbers that the log was read with.
    let tables: LogTables
    let sought: Sought

    /// - Parameters:
    ///   - log: read once, from its beginning; of a table, with the columns that the filters name.
    ///   - filters: what is asked of it.
    ///   - end: what happened then, or later, is left out; nil to leave out nothing.
    ///   - spill: where what does not fit in memory goes.
    ///   - make: the sink that it is read into, whose names are given their numbers.
    init(
        _ log: EventLog, for filters: [TraceFilter], until end: Instant?, spillingTo spill: TemporaryFile,
        into make: (inout LogTables) -> Sink
    ) throws {
        var tables = LogTables()
        let inner = make(&tables)
        var sink = NamesSought(inner, TraceFilter.all(filters).names, naming: &tables)
        try log.telling(what: filters).read(
            into: &sink, naming: &tables, until: end?.milliseconds, spillingTo: spill)
        self.sink = sink.next
        self.tables = tables
        sought = Sought(isEmpty: sink.cases == 0, unknown: sink.unknown(naming: tables))
    }
}

/// What is to be said of filters besides the answer to them.
struct Sought: Sendable {
    /// Whether the log has no case at all, whomever the filters mean.
    let isEmpty: Bool
    /// A sentence for each name that the log does not know.
    let unknown: [String]

    /// - Parameters:
    ///   - meansNobody: whether no case is meant.
    ///   - nobody: what to say then, where every name is known.
    /// - Returns: sentences for standard error.
    /// - Refuses: filters that mean nobody and name what the log does not know, as what was meant cannot be told.
    func notes(
        _ meansNobody: Bool, nobody: String = "None of the cases is meant, so the map is of nobody."
    ) throws(Refusal) -> [String] {
        guard meansNobody, !isEmpty else { return unknown }
        guard unknown.isEmpty else { throw Refusal("map.unknown", unknown.joined(separator: " ")) }
        return [nobody]
    }
}
