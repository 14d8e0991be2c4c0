public import Kernel

/// One payment that a provider has earned, may still earn, or can no longer earn for a customer (C12).
public struct DueLine: Sendable, Equatable {
    public let key: LineKey
    /// The payment group that prices it.
    public let group: String
    /// nil when the attachment is unpriced: no tariff says what it is worth. A published £0.00 is a price.
    public let amount: Figure<Money>?
    public let state: State
    /// The numbers of the weeks it stands on, in the account they come from.
    public let weeks: [Int]
    /// The events that prove it: for an attachment the acknowledgement, the attended contact and the attachment; for work
    /// the jobs, what was said of benefits, and the proofs.
    public let proof: [Identifier<Event<CaseFile>>]
    /// The referral under which it was earned.
    public let attachment: Identifier<Referral>
    /// The prime provider; nil when none was ever drawn.
    public let provider: Identifier<Organisation>?

    public enum State: Sendable, Equatable {
        case due(on: CalendarDay)
        /// With everything it waits for, and the earliest day it can fall due if nothing goes wrong.
        case notYet([WaitingReason], earliest: CalendarDay?)
        case never(NeverReason)
    }

    /// The day it fell due; nil when it has not.
    ///
    /// Kept out of line: swift-frontend 6.3.1 crashes when optimising loops into which it is inlined.
    @inline(never)
    public var dueOn: CalendarDay? {
        if case .due(let day) = state { day } else { nil }
    }

    public var isUnpriced: Bool { amount == nil }
}

extension DueLine {
    /// `Job outcome, £1,200.00: due since 4 May 2012.`
    public var sentence: String {
        let title = key.kind == .sustainment ? "\(key.kind.title) \(key.ordinal)" : key.kind.title
        let worth =
            amount.map { "\($0.value)" + ($0.status == .published ? "" : " (\($0.status.title))") } ?? "unpriced"
        let stands: String =
            switch state {
            case .due(let day): "due since \(day.written)."
            case .notYet(let reasons, _): (["not yet."] + reasons.map(\.sentence)).joined(separator: " ")
            case .never(let reason): "never. \(reason.sentence)"
            }
        return "\(title), \(worth): \(stands)"
    }
}
