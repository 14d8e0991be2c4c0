public import Kernel

/// What was said about one benefit over some days: on it or off it, how surely, and on whose word.
public struct BenefitStatement: Sendable, Equatable {
    /// The benefit by the code programmes use for it.
    public let benefit: String
    /// On it, or off it. Nothing is read from this when the certainty is `unknown`.
    public let on: Bool
    public let from: CalendarDay
    /// The last day it covers; nil when it stands until another says otherwise.
    public let until: CalendarDay?
    public let certainty: Certainty
    public let source: BenefitSource
    /// The report it was told with; nil when it was recorded by itself.
    public let change: Identifier<ReportedChange>?

    public init(
        benefit: String, on: Bool, from: CalendarDay, until: CalendarDay?, certainty: Certainty, source: BenefitSource,
        change: Identifier<ReportedChange>? = nil
    ) {
        self.benefit = benefit
        self.on = on
        self.from = from
        self.until = until
        self.certainty = certainty
        self.source = source
        self.change = change
    }

    /// The same words, told with a report.
    func told(with change: Identifier<ReportedChange>) -> BenefitStatement {
        BenefitStatement(
            benefit: benefit, on: on, from: from, until: until, certainty: certainty, source: source, change: change)
    }
}

/// How surely something is so (design §4.3).
public enum Certainty: String, Sendable, Hashable, CaseIterable {
    case known, claimed, unknown

    public var title: String {
        switch self {
        case .known: "Known"
        case .claimed: "Said, not checked"
        case .unknown: "Not known"
        }
    }
}

/// Whose word a statement about a benefit is.
public enum BenefitSource: String, Sendable, Hashable, CaseIterable {
    case jobcentre, customer, supporter, provider, council
    case benefitOffice = "benefit-office"

    public var title: String {
        switch self {
        case .jobcentre: "The jobcentre"
        case .customer: "The customer"
        case .supporter: "A supporter of the customer"
        case .provider: "The provider"
        case .council: "The council"
        case .benefitOffice: "The benefit office"
        }
    }

    /// Only the body that pays a benefit can know that it is paid (ours); everybody else passes on what they were told.
    public var paysBenefits: Bool { self == .jobcentre || self == .benefitOffice }
}
