import Casework
import Kernel
import Records

/// An organisation of a made-up partnership. Telephone numbers are of the ranges Ofcom keeps for drama.
struct MadeUpOrganisation: Sendable {
    let id: Identifier<Organisation>
    let name: String
    let kind: OrganisationRegister.Kind
    let address: String
    let phone: String

    var entry: OrganisationRegister.Entry {
        OrganisationRegister.Entry(id: id, name: name, kind: kind, address: address, phone: phone)
    }
}

/// Somebody who works in a made-up partnership.
struct MadeUpWorker: Sendable {
    let user: String
    let name: String
    let roles: [Role]
    let person: Identifier<Person>
    let organisation: MadeUpOrganisation

    func author(_ role: Role) -> Author { Author(person: person, organisation: organisation.id, role: role) }
    /// As the first of their roles.
    var author: Author { author(roles[0]) }
}

/// A prime provider with the offices of its supply chain.
struct MadeUpPrime: Sendable {
    let manager: MadeUpWorker
    /// Every adviser of the prime and of its chain.
    let advisers: [MadeUpWorker]
    /// Those who take on whom they are sent, and nobody else.
    var specialists: [ChainPartner] = []
    /// Whether its own office shares its people as one team (G-130).
    var isSharedTeam = false

    var id: Identifier<Organisation> { manager.organisation.id }
}

/// Who refers, who helps and who commissions in one made-up contract package area.
struct MadeUpPartnership: Sendable {
    let area: Identifier<Area>
    let areaName: String
    var organisations: [MadeUpOrganisation]
    let commissioner: MadeUpWorker
    let administrator: MadeUpWorker
    /// The advisers of the jobcentres.
    let jobcentre: [MadeUpWorker]
    var primes: [MadeUpPrime]
    /// People with other work: auditors, team managers.
    var others: [MadeUpWorker]
    /// How many customers running go to one adviser before the next takes over.
    let caseload: Int

    /// Everybody, in an order in which they can be shown.
    var workers: [MadeUpWorker] {
        jobcentre + others + primes.flatMap { [$0.manager] + $0.advisers } + [commissioner, administrator]
    }

    func prime(_ id: Identifier<Organisation>?) throws -> MadeUpPrime {
        guard let found = primes.first(where: { $0.id == id }) else {
            throw RecordsFault.fault("A draw named a provider that is not in the made-up partnership.")
        }
        return found
    }

    /// An adviser of a prime's, by who they are.
    func adviser(_ person: Identifier<Person>, of prime: MadeUpPrime, for number: Int) -> MadeUpWorker? {
        let usual = prime.advisers[number / caseload % prime.advisers.count]
        return usual.person == person ? usual : prime.advisers.first { $0.person == person }
    }

    /// Puts the organisations and their supply chains in the register.
    func register(at now: Instant, in connection: any Connection) throws {
        for organisation in organisations {
            try OrganisationRegister.put(organisation.entry, by: administrator.person, at: now, in: connection)
        }
        for prime in primes {
            let members = Set(prime.advisers.map(\.organisation.id)).subtracting([prime.id])
            let partners = members.sorted().map { ChainPartner(organisation: $0, part: .endToEnd) }
            try SupplyChainRegister.put(
                SupplyChain(
                    prime: prime.id, isSharedTeam: prime.isSharedTeam, partners: partners + prime.specialists),
                by: administrator.person, at: now, in: connection)
        }
    }

    /// Opens the area with a key for every half-year that some days fall in, each committed before it begins, and even
    /// shares; in group 9 they are 60 and 40.
    func openArea(
        in office: Office, programme: String, from first: CalendarDay, through last: CalendarDay
    ) async throws {
        let commissioner = commissioner.author
        try await office.openArea(
            AreaFact.Opening(name: areaName, nation: .england, commissioner: commissioner.organisation), id: area,
            as: commissioner)
        var from = first
        while from <= last {
            let (year, half) = (from.year, from.month <= 6 ? 1 : 2)
            let until = CalendarDay(ymd: half == 1 ? (year, 6, 30) : (year, 12, 31))
            let period = from.month == 6 ? "\(year)-2" : "\(year)-\(half)"
            // A programme that begins in June has its first month in the key of the second half-year.
            let end = from.month == 6 ? CalendarDay(ymd: (year, 12, 31)) : until
            try await office.commitKey(of: area, period: period, from: from, until: end, as: commissioner)
            from = end.adding(days: 1)
        }
        for (group, share) in [(nil, 5000), ("9", 6000)] {
            let shares = [
                Share(provider: primes[0].id, tenThousandths: share),
                Share(provider: primes[1].id, tenThousandths: 10_000 - share),
            ]
            try await office.setShares(
                ShareSetting(programme: programme, group: group, from: first, shares: shares), of: area,
                as: commissioner)
        }
    }
}

extension CalendarDay {
    /// A day that is known to exist.
    init(ymd: (year: Int, month: Int, day: Int)) {
        guard let day = CalendarDay(year: ymd.year, month: ymd.month, day: ymd.day) else {
            preconditionFailure("There is no such day as \(ymd)")
        }
        self = day
    }
}
