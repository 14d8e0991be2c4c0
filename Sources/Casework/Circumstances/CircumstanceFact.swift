public import Kernel

public enum CircumstanceFact: Sendable, Equatable {
    case benefitStated(BenefitStatement)
    case reported(
        Identifier<ReportedChange>, ReportedChange.Terms, HeldDetail, told: [Identifier<Organisation>])
    case acknowledged(Identifier<ReportedChange>, ChangeKind)
    case applied(Identifier<ReportedChange>, ChangeKind)
    case disputed(
        Identifier<ReportedChange>, ChangeKind, Identifier<ReportedChange.Dispute>, other: HeldDetail?, Sealed<Words>)
    case resolved(
        Identifier<ReportedChange>, ChangeKind, ReportedChange.Standing, told: [Identifier<Organisation>],
        Sealed<Words>)
    /// Names the event it takes back: a report, or a statement about a benefit.
    case withdrawn(
        Identifier<Event<CaseFile>>, ChangeKind, told: [Identifier<Organisation>], Sealed<Words>)
    case contactFailed(ChangeKind, ContactFailureReason, told: Identifier<Event<CaseFile>>?)
    /// Never of no kind.
    case contactsConfirmed([ChangeKind])
    case callerChecked(CallerCheck.Caller, [CallerCheck.Question], passed: Bool)
}

extension CircumstanceFact {
    /// What it is about; nil of a caller check, which is about nothing held.
    public var changeKind: ChangeKind? {
        switch self {
        case .benefitStated: .benefit
        case .reported(_, let terms, _, _): terms.kind
        case .acknowledged(_, let kind), .applied(_, let kind), .disputed(_, let kind, _, _, _),
            .resolved(_, let kind, _, _, _), .withdrawn(_, let kind, _, _), .contactFailed(let kind, _, _):
            kind
        case .contactsConfirmed(let kinds): kinds.first
        case .callerChecked: nil
        }
    }

    /// The category it is read under.
    var category: Category { changeKind?.category ?? .contact }

    /// The report it is about; nil of what is about no report, or names it by its event.
    var change: Identifier<ReportedChange>? {
        switch self {
        case .reported(let id, _, _, _), .acknowledged(let id, _), .applied(let id, _), .disputed(let id, _, _, _, _),
            .resolved(let id, _, _, _, _):
            id
        case .benefitStated, .withdrawn, .contactFailed, .contactsConfirmed, .callerChecked: nil
        }
    }

    /// The organisations it names.
    public var organisations: [Identifier<Organisation>] {
        switch self {
        case .reported(_, _, _, let told), .resolved(_, _, _, let told, _), .withdrawn(_, _, let told, _): told
        default: []
        }
    }
}
