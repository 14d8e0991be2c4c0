/// A map and the pathway laid over it, from one reading of a log.
public struct LaidOver: EventLogSink {
    private struct Both: EventLogSink {
        var discovery: MapDiscovery
        var pathway: PathwaySink

        var takesAttributes: Bool { pathway.takesAttributes }

        mutating func event(_ event: LoggedEvent) {
            discovery.event(event)
            pathway.event(event)
        }

        mutating func attribute(_ name: String, _ value: String) { pathway.attribute(name, value) }

        mutating func endTrace() throws {
            try discovery.endTrace()
            pathway.endTrace()
        }
    }

    private var both: FilteredLog<Both>

    /// - Parameters:
    ///   - pathway: what is laid over the map.
    ///   - filter: which cases are meant.
    ///   - tables: the numbers of the names, which those of the pathway and the filter are given now.
    ///   - store: where waiting times go beyond 256 MB of them; with none, all stay in memory.
    ///   - listsCases: whether each case is told by its name, with what it kept.
    ///   - days: after how many days the map tells of people as still waiting; nil to tell of none.
    public init(
        _ pathway: DesignedPathway, _ filter: TraceFilter, naming tables: inout LogTables,
        spillingTo store: (any SpillStore)? = nil, listingCases listsCases: Bool = false,
        waitingOver days: Int? = nil
    ) {
        let sink = Both(
            discovery: MapDiscovery(spillingTo: store, waitingOver: days),
            pathway: PathwaySink(pathway, naming: &tables, listingCases: listsCases))
        both = FilteredLog(sink, filter, naming: &tables)
    }

    public var takesAttributes: Bool { true }
    public mutating func event(_ event: LoggedEvent) { both.event(event) }
    public mutating func attribute(_ name: String, _ value: String) { both.attribute(name, value) }
    public mutating func endTrace() throws { try both.endTrace() }

    /// The pathway laid over the cases that the filter meant.
    public var lived: LivedPathway { both.next.pathway.lived }

    /// The map of the same cases.
    /// - Throws: what the store of waiting times throws.
    public func map(naming tables: LogTables) throws -> JourneyMap {
        try JourneyMap(both.next.discovery, naming: tables, until: both.until)
    }
}
