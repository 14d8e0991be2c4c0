import Kernel

/// What can change in somebody's life that those who help them need to know (C14).
public enum ChangeKind: String, Sendable, Hashable, CaseIterable {
    case address, phone, email, household, caring, health, convictions, benefit, work, volunteering

    public var title: String {
        switch self {
        case .address: "Address"
        case .phone: "Phone number"
        case .email: "E-mail address"
        case .household: "Who they live with"
        case .caring: "Caring for others"
        case .health: "Health and work"
        case .convictions: "Convictions"
        case .benefit: "Benefit"
        case .work: "Work"
        case .volunteering: "Volunteering"
        }
    }

    /// What is told, inside a sentence: `new phone number`.
    public var news: String {
        switch self {
        case .address: "new address"
        case .phone: "new phone number"
        case .email: "new e-mail address"
        case .household: "change of who they live with"
        case .caring: "change in caring for others"
        case .health: "change of health"
        case .convictions: "conviction"
        case .benefit: "change of benefit"
        case .work: "change of work"
        case .volunteering: "change in volunteering"
        }
    }

    /// The category that reading, telling and answering it fall under.
    public var category: Category {
        switch self {
        case .address, .phone, .email: .contact
        case .household, .caring: .household
        case .health: .health
        case .convictions: .convictions
        case .benefit: .money
        case .work, .volunteering: .work
        }
    }

    /// The ways to reach somebody: one of each stands in the register of identity.
    public static let contacts: [ChangeKind] = [.address, .phone, .email]
    public var isContact: Bool { Self.contacts.contains(self) }

    /// Whether it is told in hours a week too.
    public var hasHours: Bool { self == .caring || self == .volunteering }

    /// Whether staff may ask and hear it in private alone (K-004, K-005).
    public var needsPrivacy: Bool { self == .health || self == .convictions }

    /// Whether its codes are closed with the words. Who lives with whom is a code that a rule may read; health and
    /// convictions are not (design §3.4).
    var sealsCode: Bool { needsPrivacy }

    var retention: RetentionClass { isContact ? .identity : .support }

    /// What may be said of it, as codes with their words; none where it is said in words alone.
    public var codes: [(code: String, title: String)] {
        switch self {
        case .household: HouseholdKind.allCases.map { ($0.rawValue, $0.title) }
        case .caring: CaringKind.allCases.map { ($0.rawValue, $0.title) }
        case .health: HealthPrognosis.allCases.map { ($0.rawValue, $0.title) }
        case .convictions: ConvictionKind.allCases.map { ($0.rawValue, $0.title) }
        case .volunteering: VolunteeringKind.allCases.map { ($0.rawValue, $0.title) }
        case .address, .phone, .email, .benefit, .work: []
        }
    }

    /// What a code of it means; nil where it has none. Of work only the record has codes, since people say it in words.
    public func meaning(of code: String?) -> String? {
        guard self != .work else { return code.flatMap(WorkNews.init(rawValue:))?.title }
        return codes.first { $0.code == code }?.title
    }
}

/// What the record of jobs says of work by itself.
public enum WorkNews: String, Sendable, Hashable, CaseIterable {
    case started = "job-started"
    case ended = "job-ended"

    public var title: String {
        switch self {
        case .started: "Starts or started a job"
        case .ended: "A job ended"
        }
    }
}

/// Who somebody lives with.
public enum HouseholdKind: String, Sendable, Hashable, CaseIterable {
    case loneParent = "lone-parent"
    case coupleWithChildren = "couple-with-children"
    case couple, alone
    case withOthers = "with-others"
    case noSettledHome = "no-settled-home"

    public var title: String {
        switch self {
        case .loneParent: "A lone parent with children at home"
        case .coupleWithChildren: "With a partner and children"
        case .couple: "With a partner"
        case .alone: "Alone"
        case .withOthers: "With family or others"
        case .noSettledHome: "No settled home"
        }
    }
}

/// Whom somebody cares for.
public enum CaringKind: String, Sendable, Hashable, CaseIterable {
    case child
    case disabledChild = "disabled-child"
    case adult, several, nobody

    public var title: String {
        switch self {
        case .child: "A child"
        case .disabledChild: "A disabled child"
        case .adult: "An adult"
        case .several: "More than one person"
        case .nobody: "Nobody any longer"
        }
    }
}

/// When somebody is expected to be fit for work, on the word of whoever says so.
public enum HealthPrognosis: String, Sendable, Hashable, CaseIterable {
    case now
    case threeMonths = "3-months"
    case sixMonths = "6-months"
    case twelveMonths = "12-months"
    case longer
    case notSaid = "not-said"

    public var title: String {
        switch self {
        case .now: "Fit for work now"
        case .threeMonths: "Fit within 3 months"
        case .sixMonths: "Fit within 6 months"
        case .twelveMonths: "Fit within 12 months"
        case .longer: "Not fit for more than a year"
        case .notSaid: "A condition, with no time said"
        }
    }
}

/// What somebody says of convictions. A spent one is protected: nobody is told of it (K-004).
public enum ConvictionKind: String, Sendable, Hashable, CaseIterable {
    case unspent, spent, nothing

    public var title: String {
        switch self {
        case .unspent: "An unspent conviction"
        case .spent: "A spent conviction, which is protected and goes to nobody"
        case .nothing: "Nothing to tell"
        }
    }
}
