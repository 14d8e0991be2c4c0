public import Kernel

/// Whether somebody volunteers: unpaid help that counts as activity and as progress, and is no job (G-030, E-073).
public enum VolunteeringKind: String, Sendable, Hashable, CaseIterable {
    case volunteers, stopped

    public var title: String {
        switch self {
        case .volunteers: "Volunteers"
        case .stopped: "No longer volunteers"
        }
    }
}

extension SeenCase {
    /// What is held of somebody who volunteers on a day.
    /// - Returns: nil where they do not, where that is disputed or not known, and for whoever does not see it.
    public func volunteering(on day: CalendarDay) -> HeldCircumstance? {
        guard sight.sees(ChangeKind.volunteering.category),
            let held = circumstances?.undisputed(.volunteering, on: day),
            held.detail.open.code == VolunteeringKind.volunteers.rawValue
        else { return nil }
        return held
    }
}
