/// One event of a log, its names told by their numbers in `LogTables`.
public struct LoggedEvent: Sendable, Equatable {
    /// The number of what happened, in `LogTables.activities`.
    public let activity: Int32
    /// The number of who did it, in `LogTables.people`; -1 when the log does not say.
    public let person: Int32
    /// The number of the organisation, in `LogTables.agencies`; -1 when the log does not say.
    public let agency: Int32
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let time: Int64

    /// - Parameters:
    ///   - activity: the number of what happened.
    ///   - time: milliseconds since 1970-01-01T00:00:00Z.
    ///   - person: the number of who did it; -1 when the log does not say.
    ///   - agency: the number of the organisation; -1 when the log does not say.
    public init(activity: Int32, time: Int64, person: Int32 = -1, agency: Int32 = -1) {
        self.activity = activity
        self.person = person
        self.agency = agency
        self.time = time
    }
}

/// The names that the events of a log speak of, each with a small number.
public struct LogTables: Sendable {
    /// What can happen.
    public var activities = NameTable()
    /// Who did it.
    public var people = NameTable()
    /// For which organisation.
    public var agencies = NameTable()

    /// No names yet.
    public init() {}
}

/// What takes the events of a log, case by case.
public protocol EventLogSink {
    /// Whether the sink takes what a case says of itself; a reader passes it over otherwise.
    var takesAttributes: Bool { get }
    /// One event, in the order of the log.
    mutating func event(_ event: LoggedEvent) throws
    /// Something that the case under way says of itself: its name as `concept:name`, its programme, its outcome.
    mutating func attribute(_ name: String, _ value: String) throws
    /// The case is over.
    mutating func endTrace() throws
}

extension EventLogSink {
    public var takesAttributes: Bool { false }
    public mutating func attribute(_ name: String, _ value: String) {}
}
