/// On whose word something is held.
public enum ChangeSource: String, Sendable, Hashable, CaseIterable {
    case customer, supporter, jobcentre, council, provider

    public var title: String {
        switch self {
        case .customer: "The customer"
        case .supporter: "A supporter of the customer"
        case .jobcentre: "The jobcentre"
        case .council: "The council"
        case .provider: "The provider"
        }
    }

    /// Whether it is the person's own side.
    public var isOwn: Bool { self == .customer || self == .supporter }

    /// The one that an organisation is by what it is to the case; nil where only it can say.
    init?(_ relation: Relation) {
        switch relation {
        case .jobcentre: self = .jobcentre
        case .council: self = .council
        case .referred, .attached: self = .provider
        default: return nil
        }
    }
}

/// How it was told.
public enum ChangeRoute: String, Sendable, Hashable, CaseIterable {
    case online
    case inPerson = "in-person"
    case byPhone = "by-phone"
    case inWriting = "in-writing"
    case ownRecords = "own-records"

    public var title: String {
        switch self {
        case .online: "By themselves, online"
        case .inPerson: "In person"
        case .byPhone: "By phone"
        case .inWriting: "In writing"
        case .ownRecords: "From our own records"
        }
    }
}
