/// A promise about how customers are served, and how keeping it is measured.
public struct ServiceStandard: Sendable, Equatable {
    public let id: String
    /// The promise as a customer reads it.
    public let says: String
    public let measure: Measure
    /// The share of cases that must meet it, in whole per cent.
    public let target: Int
    public let range: DayRange
    /// The states in which its clock stands still.
    public let pausedBy: [String]
    public let status: FigureStatus
    public let source: String

    public enum Measure: Sendable, Equatable {
        /// From one kind of event to the next of another.
        case within(TimeLimit, from: String, to: String)
        /// One kind of event at least this often.
        case every(TimeLimit, event: String)
    }

    public init(
        id: String, says: String, measure: Measure, target: Int, range: DayRange, pausedBy: [String],
        status: FigureStatus, source: String
    ) {
        self.id = id
        self.says = says
        self.measure = measure
        self.target = target
        self.range = range
        self.pausedBy = pausedBy
        self.status = status
        self.source = source
    }
}
