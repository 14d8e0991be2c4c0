public import Kernel

/// Which organisations share the people they have as one team, as the chains they work in say (G-130).
///
/// Kept as a setting of each chain beside its partners: the ids of its shared teams, one space apart.
public enum SharedTeams {
    /// Whether an organisation shares its people in any chain, its own or another's, whatever the day: it has those it was
    /// given for as long as it has them (ours).
    public static func contains(
        _ organisation: Identifier<Organisation>, in connection: any Connection
    ) throws -> Bool {
        let primes = try SupplyChainRegister.primes(of: organisation, in: connection)
        return try ([organisation] + primes).contains { prime in
            try of(prime, in: connection).contains(organisation.description)
        }
    }

    /// Those of one chain.
    static func of(_ prime: Identifier<Organisation>, in connection: any Connection) throws -> Set<String> {
        let value = try Settings.value(name(of: prime), in: connection) ?? ""
        return Set(value.split(separator: " ").map(String.init))
    }

    static func put(
        _ teams: Set<Identifier<Organisation>>, of prime: Identifier<Organisation>, in connection: any Connection
    ) throws {
        let value = teams.map(\.description).sorted().joined(separator: " ")
        try Settings.set(name(of: prime), to: value, in: connection)
    }

    private static func name(of prime: Identifier<Organisation>) -> String { "chain.shared-teams.\(prime)" }
}
