public import Kernel

/// How many years each class is kept after the last entry of a case (M-060).
public struct Retention: Sendable, Equatable {
    public let evidence: Figure<Int>
    public let identity: Figure<Int>
    public let support: Figure<Int>
    /// Safety notices go by their own review dates; without one, by this.
    public let safety: Figure<Int>

    public init(evidence: Figure<Int>, identity: Figure<Int>, support: Figure<Int>, safety: Figure<Int>) {
        self.evidence = evidence
        self.identity = identity
        self.support = support
        self.safety = safety
    }

    public func years(_ retention: RetentionClass) -> Figure<Int> {
        switch retention {
        case .evidence: evidence
        case .identity: identity
        case .support: support
        case .safety: safety
        }
    }

    /// `6 years`.
    public func written(_ retention: RetentionClass) -> String {
        let count = years(retention).value
        return "\(count) year\(count == 1 ? "" : "s")"
    }

    /// The first day on which a class may go.
    /// - Parameter review: the last review day of any safety notice; nil where there never was one.
    public func ends(
        _ retention: RetentionClass, after last: CalendarDay, review: CalendarDay? = nil
    ) -> CalendarDay {
        if retention == .safety, let review { return review.adding(days: 1) }
        return last.adding(years: years(retention).value)
    }
}
