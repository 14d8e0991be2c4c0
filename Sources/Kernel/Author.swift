/// A person with an account, a customer included. Names stand in the registers, never here.
public enum Person {}

/// A jobcentre, council, prime provider, subcontractor or service.
public enum Organisation {}

/// Who did something, for which organisation, and as what.
public struct Author: Sendable, Hashable {
    public let person: Identifier<Person>
    public let organisation: Identifier<Organisation>
    public let role: Role

    public init(person: Identifier<Person>, organisation: Identifier<Organisation>, role: Role) {
        self.person = person
        self.organisation = organisation
        self.role = role
    }
}

/// What a person is at an organisation. One person may hold several; each session acts as one.
public enum Role: String, Sendable, Hashable, CaseIterable {
    case adviser
    case providerAdviser = "provider-adviser"
    case providerManager = "provider-manager"
    case teamManager = "team-manager"
    case inWorkOfficer = "in-work-officer"
    case workPsychologist = "work-psychologist"
    case homeVisitor = "home-visitor"
    case signingOfficer = "signing-officer"
    case benefitCentreOfficer = "benefit-centre-officer"
    case decisionMaker = "decision-maker"
    case commissioner
    case auditor
    case analyst
    case interviewer
    case directoryEditor = "directory-editor"
    case safeguardingLead = "safeguarding-lead"
    case informationGovernanceLead = "information-governance-lead"
    case administrator
    case referralReceiver = "referral-receiver"
    case customer
    case supporter
    /// The system itself: the daily round and nothing else.
    case system

    /// The role in the words a page uses: `Provider manager`.
    public var title: String {
        let words = rawValue.replacing("-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
