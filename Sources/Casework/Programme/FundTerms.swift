public import Kernel

/// Money a programme can pay to or for a customer, and its limits.
public struct FundTerms: Sendable, Equatable {
    public let id: String
    public let title: String
    public let says: String
    public let source: String
    /// The most for one customer in one case, over its whole life; nil where the sources give none.
    public var cap: Figure<Money>?
    public var weekly: Figure<Money>?
    public var weeksAtMost: Figure<Int>?
    public var hoursAtLeast: Figure<Int>?
    /// Gross earnings in a year must be below this.
    public var yearlyEarningsBelow: Figure<Money>?
    /// Who may award it.
    public var awardedBy: String?
    /// The kinds of customer it is kept for; empty for everyone.
    public var onlyFor: [String] = []
    /// States in which it is refused, such as being attached to a provider.
    public var refusedWhen: [String] = []
    /// Other conditions, as sentences an adviser can check.
    public var conditions: [String] = []

    public init(id: String, title: String, says: String, source: String) {
        self.id = id
        self.title = title
        self.says = says
        self.source = source
    }
}
