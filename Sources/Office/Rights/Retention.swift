public import Kernel

/// How long each class is kept after the last entry of a case (M-060). Ours.
public struct Retention: Sendable {
    public var evidenceYears = 6
    public var identityYears = 6
    public var supportYears = 2
    /// Safety notices go by their own review dates; without one, with the identity.
    public var safetyYears = 6

    public init() {}

    /// The first day on which a class may go.
    /// - Parameter review: the last review day of any safety notice; nil where there never was one.
    public func ends(
        _ retention: RetentionClass, after last: CalendarDay, review: CalendarDay? = nil
    ) -> CalendarDay {
        switch retention {
        case .evidence: last.adding(years: evidenceYears)
        case .identity: last.adding(years: identityYears)
        case .support: last.adding(years: supportYears)
        case .safety: review?.adding(days: 1) ?? last.adding(years: safetyYears)
        }
    }
}
