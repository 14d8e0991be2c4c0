public import Casework

/// Where a customer stands, as a list shows and filters it: the referral's state, with those who have come into work
/// apart from the others who are attached.
public enum CaseloadState: String, Sendable, CaseIterable {
    case registered, waiting, acknowledged, queried, assigned, attached, ended
    case inWork = "in-work"

    /// The word a page shows.
    public var title: String {
        switch self {
        case .registered: "Not on a programme"
        case .inWork: "In work"
        case .waiting, .acknowledged, .queried, .assigned, .attached, .ended: referral?.title ?? ""
        }
    }

    /// The state of the referral that is in force; nil when there is none.
    public var referral: ReferralState? {
        self == .inWork ? .attached : ReferralState(rawValue: rawValue)
    }

    /// - Parameter working: whether a spell of work is open.
    init(_ referral: Referral?, working: Bool) {
        self =
            switch referral?.state {
            case nil, .withdrawn: .registered
            case .waiting: .waiting
            case .acknowledged: .acknowledged
            case .queried: .queried
            case .assigned: .assigned
            case .attached: working ? .inWork : .attached
            case .ended: .ended
            }
    }
}
