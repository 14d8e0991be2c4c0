public import Casework
public import Kernel

/// Who works for each prime, as what, for whom and by what standards (C04). What a chain was before is kept.
public enum SupplyChainRegister {
    /// The chain of a prime; a provider with no partners is a chain of its own.
    public static func find(
        _ prime: Identifier<Organisation>, in connection: any Connection
    ) throws -> SupplyChain {
        let route = try connection.first(selectModel, [.text(of: prime)]) { try $0.text(0) }
        let teams = try SharedTeams.of(prime, in: connection)
        return SupplyChain(
            prime: prime, specialists: route.flatMap(SpecialistRoute.init(rawValue:)) ?? .either,
            isSharedTeam: teams.contains(prime.description),
            partners: try connection.all(selectPartners, [.text(of: prime)]) { try partner($0, teams) })
    }

    /// Sets the whole chain of a prime. Organisations it leaves out are no longer in it.
    public static func put(
        _ chain: SupplyChain, by person: Identifier<Person>, at moment: Instant, in connection: any Connection
    ) throws {
        let before = try find(chain.prime, in: connection)
        guard before != chain else { return }
        if !before.partners.isEmpty || before.isSharedTeam {
            try connection.run(
                insertHistory, [.text(of: chain.prime), .text(of: moment), .text(of: person), .text(before.json.text)])
        }
        try connection.run(upsertModel, [.text(of: chain.prime), .text(chain.specialists.rawValue)])
        try SharedTeams.put(chain.sharedTeams, of: chain.prime, in: connection)
        try connection.run(deletePartners, [.text(of: chain.prime)])
        for partner in chain.partners {
            try connection.run(
                insertPartner,
                [
                    .text(of: chain.prime), .text(of: partner.organisation), .text(partner.part.rawValue),
                    .text(partner.serves), .text(partner.groups.joined(separator: " ")),
                    .text(partner.standards.joined(separator: " ")), .text(of: partner.runs.from),
                    .text(of: partner.runs.until),
                ])
        }
    }

    /// The organisations a provider may assign to on a day: itself and the members of its chain, by name.
    public static func members(
        of prime: Identifier<Organisation>, on day: CalendarDay, in connection: any Connection
    ) throws -> [OrganisationRegister.Entry] {
        try find(prime, in: connection).open(on: day)
            .compactMap { try OrganisationRegister.find($0.organisation, in: connection) }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// The primes that an organisation works for.
    public static func primes(
        of member: Identifier<Organisation>, in connection: any Connection
    ) throws -> [Identifier<Organisation>] {
        try connection.all(selectPrimes, [.text(of: member)]) { try Identifier($0.text(0)) }
    }

    private static func partner(_ row: any Row, _ teams: Set<String>) throws -> ChainPartner {
        guard let part = ChainPart(rawValue: try row.text(1)) else {
            throw RecordsFault.fault("A partner is of a kind this program does not know: \(try row.text(1)).")
        }
        func codes(_ column: Int) throws -> [String] { try row.text(column).split(separator: " ").map(String.init) }
        let organisation = try row.text(0)
        return ChainPartner(
            organisation: try Identifier(organisation), part: part, serves: try row.text(2), groups: try codes(3),
            standards: try codes(4),
            runs: DayRange(
                from: try row.optionalText(5).map { try CalendarDay($0) },
                until: try row.optionalText(6).map { try CalendarDay($0) }),
            isSharedTeam: teams.contains(organisation))
    }

    static let selectModel: SQL = "SELECT specialists FROM chain_models WHERE prime = $1"
    static let selectPrimes: SQL = "SELECT prime FROM supply_chain WHERE member = $1 ORDER BY prime"
    static let selectPartners: SQL = """
        SELECT s.member, s.part, s.serves, s.groups_taken, s.standards, s.runs_from, s.runs_until
        FROM supply_chain s LEFT JOIN organisations o ON o.id = s.member WHERE s.prime = $1 ORDER BY o.name, s.member
        """
    static let upsertModel: SQL = """
        INSERT INTO chain_models (prime, specialists) VALUES ($1, $2)
        ON CONFLICT (prime) DO UPDATE SET specialists = excluded.specialists
        """
    static let deletePartners: SQL = "DELETE FROM supply_chain WHERE prime = $1"
    static let insertPartner: SQL = """
        INSERT INTO supply_chain (prime, member, part, serves, groups_taken, standards, runs_from, runs_until)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """
    static let insertHistory: SQL = """
        INSERT INTO chains_history (prime, number, until, person, was)
        SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4 FROM chains_history WHERE prime = $1
        """
}

extension SupplyChain {
    fileprivate var json: JSON {
        [
            "specialists": .string(specialists.rawValue), "shared-team": .bool(isSharedTeam),
            "partners": .array(
                partners.map {
                    .fields([
                        "organisation": .text($0.organisation), "part": .string($0.part.rawValue),
                        "serves": .string($0.serves), "groups": .array($0.groups.map { .string($0) }),
                        "standards": .array($0.standards.map { .string($0) }),
                        "from": $0.runs.from.map { .text($0) }, "until": $0.runs.until.map { .text($0) },
                        "shared-team": .bool($0.isSharedTeam),
                    ])
                }),
        ]
    }
}
