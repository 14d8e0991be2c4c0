public import Kernel

/// One thing that must be so of a claim on the day of referral.
public indirect enum EntryCondition: Sendable, Equatable {
    case all([EntryCondition])
    case any([EntryCondition])
    /// On one of these benefits, by the codes the file declares.
    case benefit([String])
    /// Age in whole years on the day.
    case age(WholeRange)
    /// Whole calendar months completed on the benefit on the day.
    case monthsOnBenefit(WholeRange)
    case nation([Nation])
    /// A yes-or-no circumstance that is recorded.
    case has(String)
    /// A yes-or-no circumstance that is not recorded.
    case lacks(String)
    /// A circumstance counted in months, such as how soon a recovery is expected.
    case months(of: String, WholeRange)
    /// A circumstance with a day, on or after that day.
    case since(String)
}

/// Whole numbers from one to another, both included; open where an end is nil. Written `18..24`, `9..` or `..6`.
public struct WholeRange: Sendable, Hashable {
    public let from: Int?
    public let until: Int?

    public init(from: Int? = nil, until: Int? = nil) {
        self.from = from
        self.until = until
    }

    public func contains(_ number: Int) -> Bool {
        (from.map { $0 <= number } ?? true) && (until.map { number <= $0 } ?? true)
    }

    /// `18 to 24`, `9 or more`, `6 or fewer`.
    public var written: String {
        switch (from, until) {
        case (nil, nil): "any number"
        case (let from?, nil): "\(from) or more"
        case (nil, let until?): "\(until) or fewer"
        case (let from?, let until?): from == until ? "\(from)" : "\(from) to \(until)"
        }
    }
}

/// A benefit a programme's rules name, by the code they use for it.
public struct BenefitKind: Sendable, Hashable {
    public let code: String
    public let title: String

    public init(code: String, title: String) {
        self.code = code
        self.title = title
    }
}

/// A circumstance a programme's rules ask about, with the question that asks it.
public struct CircumstanceKind: Sendable, Equatable {
    public enum Answer: String, Sendable, Hashable, CaseIterable {
        case yes, months, day
    }

    public let code: String
    /// The circumstance in a few words, to stand in a sentence: `left prison`.
    public let title: String
    /// The question an adviser asks.
    public let asks: String
    public let answer: Answer
    /// What of the record answers it; nil where nothing does.
    public let held: HeldAnswer?

    public init(code: String, title: String, asks: String, answer: Answer, held: HeldAnswer? = nil) {
        self.code = code
        self.title = title
        self.asks = asks
        self.answer = answer
        self.held = held
    }
}

extension EntryCondition {
    /// The benefits it names.
    var benefits: Set<String> {
        switch self {
        case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.benefits) }
        case .benefit(let codes): Set(codes)
        case .age, .monthsOnBenefit, .nation, .has, .lacks, .months, .since: []
        }
    }
}
