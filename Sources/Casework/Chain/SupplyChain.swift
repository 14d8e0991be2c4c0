public import Kernel

/// A prime provider's chain as data: who works for it, for whom, by what standards and on which days (C04, A-060, G-177).
public struct SupplyChain: Sendable, Equatable {
    public let prime: Identifier<Organisation>
    /// When somebody may be sent to a specialist, by this prime's model.
    public var specialists: SpecialistRoute
    /// Whether the prime's own office shares its people as one team (G-130).
    public var isSharedTeam: Bool
    /// By name of no importance; each organisation once.
    public var partners: [ChainPartner]

    public init(
        prime: Identifier<Organisation>, specialists: SpecialistRoute = .either, isSharedTeam: Bool = false,
        partners: [ChainPartner] = []
    ) {
        self.prime = prime
        self.specialists = specialists
        self.isSharedTeam = isSharedTeam
        self.partners = partners
    }

    /// The organisations of the chain that share their people as one team, each with one lead for each person (G-130).
    public var sharedTeams: Set<Identifier<Organisation>> {
        Set(partners.filter(\.isSharedTeam).map(\.organisation)).union(isSharedTeam ? [prime] : [])
    }

    /// The prime as its own office.
    private var office: ChainPartner { ChainPartner(organisation: prime, part: .office, isSharedTeam: isSharedTeam) }

    /// The partner an organisation is on a day; the prime itself is always its own office.
    public func partner(_ organisation: Identifier<Organisation>, on day: CalendarDay) -> ChainPartner? {
        if organisation == prime { return office }
        return partners.first { $0.organisation == organisation && $0.runs.contains(day) }
    }

    /// Everybody who may be given work on a day, the prime first.
    public func open(on day: CalendarDay) -> [ChainPartner] {
        [office] + partners.filter { $0.runs.contains(day) }
    }
}

/// An organisation of a supply chain, and what it is there for.
public struct ChainPartner: Sendable, Equatable {
    public let organisation: Identifier<Organisation>
    public var part: ChainPart
    /// Whom it serves, in words: `Lone parents in Ashcombe`; empty for everybody.
    public var serves: String
    /// The payment groups it takes; empty for all.
    public var groups: [String]
    /// The ids of the programme's standards that it works to.
    public var standards: [String]
    public var runs: DayRange
    /// Whether it shares its people as one team: any adviser may help anybody, and each person has one lead (G-130).
    public var isSharedTeam: Bool

    public init(
        organisation: Identifier<Organisation>, part: ChainPart, serves: String = "", groups: [String] = [],
        standards: [String] = [], runs: DayRange = .always, isSharedTeam: Bool = false
    ) {
        self.organisation = organisation
        self.part = part
        self.serves = serves
        self.groups = groups
        self.standards = standards
        self.runs = runs
        self.isSharedTeam = isSharedTeam
    }

    /// Whether it takes people of a payment group.
    public func takes(_ group: String) -> Bool { groups.isEmpty || groups.contains(group) }

    /// - Refuses: a payment group that it does not take (C04).
    func requireTaking(_ group: String, field: String) throws(Refusal) {
        guard takes(group) else {
            throw Refusal(
                "chain.group",
                "That organisation takes group \(groups.joined(separator: ", ")), and this customer is in group \(group). Choose another.",
                rule: "C04", field: field)
        }
    }
}

/// What an organisation does in a chain (A-061 to A-064).
public enum ChainPart: String, Sendable, Hashable, CaseIterable {
    /// A local office of the prime.
    case office
    /// Serves everybody from referral to lasting work.
    case endToEnd = "end-to-end"
    /// Serves some groups, or one kind of work, from referral to lasting work.
    case specialist

    public var title: String {
        switch self {
        case .office: "Local office"
        case .endToEnd: "End-to-end provider"
        case .specialist: "Specialist"
        }
    }
}

/// The three ways primes used specialists, and both of the last two at once (C04, variants 1, 2a and 2b).
public enum SpecialistRoute: String, Sendable, Hashable, CaseIterable {
    case never
    /// The prime's central administration sends them there at first.
    case onEntry = "on-entry"
    /// Whoever has them decides later.
    case later
    case either

    public var title: String {
        switch self {
        case .never: "Generalists only"
        case .onEntry: "A specialist on entry"
        case .later: "A specialist later, when whoever has them decides"
        case .either: "A specialist on entry or later"
        }
    }
}
