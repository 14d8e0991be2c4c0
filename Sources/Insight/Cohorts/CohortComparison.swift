/// Two cohorts of one log, what differs between them and how sure that is.
///
/// Every rate has its denominator and a Wilson interval; times are by Kaplan and Meier with Greenwood's. Counts that would
/// tell of fewer than five people are withheld.
public struct CohortComparison: Sendable {
    /// The share of a cohort's people who did something, or took a step, in the one and in the other.
    ///
    /// As in the rate, those count who were followed for the days of the question, and of them what happened in those days:
    /// a cohort that began later has not done less for that.
    public struct Difference: Sendable, Equatable {
        /// The step that differs, with `to`.
        public let from: String
        /// Nil for an activity by itself.
        public let to: String?
        /// Of the mature of the first cohort, how many took it.
        public let first: Proportion
        /// Of the mature of the second cohort, how many took it.
        public let second: Proportion

        /// Second less first, with its interval at 95%.
        public var more: (difference: Double, interval: ClosedRange<Double>) { second.more(than: first) }
        /// Whether the interval leaves out nought. Of twenty things that do not differ, one will seem to.
        public var isClear: Bool { !more.interval.contains(0) }
        /// Whether the counts would tell of one to four people, and so are not told.
        public var isWithheld: Bool { first.isWithheld || second.isWithheld }
    }

    /// What was asked of both.
    public let question: CohortQuestion
    /// The cohort that is drawn above.
    public let first: Cohort
    /// The cohort that is drawn below.
    public let second: Cohort
    /// The greatest first; without those withheld.
    public let differences: [Difference]
    /// How many more were withheld for small numbers.
    public let withheld: Int
    /// The last moment in the log, up to which everybody was followed; milliseconds.
    public let until: Int64

    /// Reads a log once, from its beginning, and lays two cohorts of it one above the other.
    /// - Parameters:
    ///   - log: of both cohorts.
    ///   - first: the name of the first cohort, and which cases it is.
    ///   - second: the name of the second cohort, and which cases it is.
    ///   - question: what both are asked.
    ///   - store: where what does not fit in memory goes; with none, all stays in memory.
    /// - Throws: `LogFault`, and what the source and the store throw.
    /// - Refuses: cohorts that have a case in common.
    public init(
        _ log: EventLog, _ first: (name: String, filter: TraceFilter), _ second: (name: String, filter: TraceFilter),
        _ question: CohortQuestion, spillingTo store: (any SpillStore)? = nil
    ) throws {
        var tables = LogTables()
        var sink = CohortSink(first.filter, second.filter, question, naming: &tables, spillingTo: store)
        try log.read(into: &sink, naming: &tables, spillingTo: store)
        try self.init(sink, (first.name, second.name), question, naming: tables)
    }

    /// - Parameters:
    ///   - sink: what a log was read into.
    ///   - names: of the first cohort and of the second.
    ///   - question: the one that the sink was made for.
    ///   - tables: the names, by the numbers that the log was read with.
    /// - Throws: what the store of waiting times throws.
    public init(
        _ sink: CohortSink, _ names: (String, String), _ question: CohortQuestion, naming tables: LogTables
    ) throws {
        self.question = question
        until = sink.until
        var (one, other) = (sink.first, sink.second)
        first = try one.cohort(names.0, until: sink.until, naming: tables)
        second = try other.cohort(names.1, until: sink.until, naming: tables)
        let all = Self.differences(first, second)
        differences = all.filter { !$0.isWithheld }
        withheld = all.count - differences.count
    }

    private static func differences(_ first: Cohort, _ second: Cohort) -> [Difference] {
        Set(first.happened.keys).union(second.happened.keys).map {
            Difference(
                from: $0.from.text, to: $0.to?.text, first: Proportion(first.happened[$0] ?? 0, of: first.mature),
                second: Proportion(second.happened[$0] ?? 0, of: second.mature))
        }.sorted {
            let (a, b) = (abs($0.more.difference), abs($1.more.difference))
            guard a == b else { return a > b }
            return (ExactName($0.from), ExactName($0.to ?? "")) < (ExactName($1.from), ExactName($1.to ?? ""))
        }
    }
}
