/// Whether a customer may be told to join, or may only choose to.
public enum Basis: String, Sendable, Hashable, CaseIterable {
    case mandatory, voluntary
}

/// One group of customers, paid for at one price: who may enter it, and on what basis.
public struct PaymentGroup: Sendable, Equatable {
    /// As the file writes it: `2`.
    public let id: String
    public let title: String
    /// All must be met on the day of referral.
    public let entry: [EntryCondition]
    /// Tried in order; a customer for whom no row is met is refused, never mandated by default (M-081, M-083).
    public let basis: [BasisRow]
    public let source: String

    public init(id: String, title: String, entry: [EntryCondition], basis: [BasisRow], source: String) {
        self.id = id
        self.title = title
        self.entry = entry
        self.basis = basis
        self.source = source
    }
}

/// One circumstance, and the basis on which somebody in it is referred.
public struct BasisRow: Sendable, Equatable {
    /// Empty when the group has one basis for everybody.
    public let when: [EntryCondition]
    public let basis: Basis
    /// The id of the `Duties` after joining; nil when the participation table decides.
    public let duties: String?
    public let status: FigureStatus
    public let source: String

    public init(
        when: [EntryCondition], basis: Basis, duties: String?, status: FigureStatus, source: String
    ) {
        self.when = when
        self.basis = basis
        self.duties = duties
        self.status = status
        self.source = source
    }
}
