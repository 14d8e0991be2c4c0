public import Kernel

/// What one reader may see of one case, and why (design §5). No page, list or export gets a `CaseFile`; it gets what this
/// lets through.
public struct Sight: Sendable, Equatable {
    public let role: Role
    public let relation: Relation

    public init(role: Role, relation: Relation) {
        self.role = role
        self.relation = relation
    }

    /// Why a reader sees a category, in words the customer reads too.
    public struct Reason: Sendable, Equatable {
        public let basis: SharingBasis
        public let sentence: String
    }

    /// - Returns: the reason, or nil when this reader does not see the category.
    public func reason(for category: Category) -> Reason? {
        guard let basis = Sight.table[relation]?[category] else { return nil }
        return Reason(basis: basis, sentence: "Seen by \(relation.words), under \(basis.words).")
    }

    public func sees(_ category: Category) -> Bool { reason(for: category) != nil }

    /// Whether names and words are opened at all. A reader of payments works from codes and dates: the stream is folded
    /// for them with no keys, so there is nothing to leak.
    public var opensSealed: Bool { relation != .commissions && relation != .none }

    /// What the reader sees of a file.
    public func see(_ file: CaseFile) -> SeenCase { SeenCase(file, through: self) }

    /// The shipped matrix. Health, convictions and household stay shut until the person agrees.
    private static let table: [Relation: [Category: SharingBasis]] = [
        .jobcentre: [
            .identity: .publicTask, .contact: .publicTask, .referral: .publicTask, .appointments: .publicTask,
            .work: .publicTask, .money: .publicTask, .conditionality: .publicTask,
        ],
        .referred: [
            .identity: .publicTask, .contact: .publicTask, .referral: .publicTask, .appointments: .publicTask,
        ],
        .attached: [
            .identity: .publicTask, .contact: .publicTask, .referral: .publicTask, .appointments: .publicTask,
            .work: .publicTask, .money: .publicTask, .plan: .publicTask, .assessment: .publicTask,
        ],
        .former: [.identity: .publicTask, .referral: .publicTask, .appointments: .publicTask, .work: .publicTask],
        .commissions: [
            .referral: .legalObligation, .appointments: .legalObligation, .work: .legalObligation,
            .money: .legalObligation,
        ],
        .oneself: Dictionary(uniqueKeysWithValues: Category.allCases.map { ($0, SharingBasis.ownRecord) }),
    ]
}

/// The ground in law for a share (K-007).
public enum SharingBasis: String, Sendable, CaseIterable {
    case publicTask = "public-task"
    case legalObligation = "legal-obligation"
    case vitalInterests = "vital-interests"
    case consent
    case ownRecord = "own-record"

    public var words: String {
        switch self {
        case .publicTask: "a public task"
        case .legalObligation: "a duty to account for public money"
        case .vitalInterests: "the protection of somebody's life"
        case .consent: "your consent"
        case .ownRecord: "your right to your own record"
        }
    }
}

/// A case as one reader sees it. What is not theirs to see is nil or empty, never blanked text.
public struct SeenCase: Sendable, Equatable {
    public let id: Identifier<CaseFile>
    public let sequence: Int
    public let sight: Sight
    public let identity: Identity?
    /// When the person agreed to be written to by e-mail.
    public let emailAgreed: EventStamp?
    public let registered: EventStamp?
    public let jobcentre: Identifier<Organisation>?
    public let interview: ReferralInterview?
    public let referrals: [Referral]
    public let appointments: [Appointment]
    public let circumstances: Circumstances?
    public let employment: Employment?
    /// The file for the payment ledger alone, when the reader sees everything the ledger rests on.
    let payable: CaseFile?

    init(_ file: CaseFile, through sight: Sight) {
        id = file.id
        sequence = file.sequence
        self.sight = sight
        identity =
            sight.sees(.identity)
            ? file.customer?.identity.value.map { sight.sees(.contact) ? $0 : $0.withoutContacts } : nil
        emailAgreed = sight.sees(.contact) ? file.customer?.emailAgreed : nil
        registered = sight.sees(.identity) ? file.customer?.registered : nil
        jobcentre = sight.sees(.identity) ? file.customer?.jobcentre : nil
        interview = sight.sees(.referral) ? file.referralInterview : nil
        referrals = sight.sees(.referral) ? file.referrals : []
        appointments = sight.sees(.appointments) ? file.appointments : []
        circumstances = sight.sees(.money) ? file.circumstances : nil
        employment = sight.sees(.work) ? file.employment : nil
        let rests: [Category] = [.referral, .appointments, .work, .money]
        payable = rests.allSatisfy(sight.sees) ? file : nil
    }

    public var referral: Referral? { referrals.last { $0.withdrawn == nil } }
}

extension Identity {
    /// The same person with no way to reach them.
    var withoutContacts: Identity {
        var copy = self
        copy.address = nil
        copy.phone = nil
        copy.email = nil
        return copy
    }
}
