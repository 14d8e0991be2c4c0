public import Kernel
import Records

extension Office {
    /// Shuts an account, so that nobody signs in with it, and ends its sessions; what the person did stays theirs.
    /// - Returns: how many people they go on being named to lead, at each organisation where there are any: `12`, `500+`.
    /// - Refuses: when there is no such account.
    @discardableResult
    public func shutAccount(
        _ username: String, by actor: Identifier<Person>
    ) async throws -> [(organisation: String, led: String)] {
        let now = clock.now
        return try await database.write { connection in
            guard let account = try AccountRegister.account(named: username.lowercased(), in: connection) else {
                throw Refusal("account.none", "There is no account named “\(username.prefix(60))”.", field: "username")
            }
            try AccountRegister.setActive(false, of: account.person, by: actor, at: now, in: connection)
            try SessionRegister.closeAll(of: account.person, in: connection)
            let positions = try AccountRegister.positions(of: account.person, in: connection)
            var left: [(organisation: String, led: String)] = []
            for organisation in Set(positions.map(\.organisation)).sorted() {
                let led = try CaseloadCounts(.led(account.person, at: organisation), in: connection).total
                let found = try OrganisationRegister.find(organisation, in: connection)
                if let found, led != "0" { left.append((organisation: found.name, led: led)) }
            }
            return left
        }
    }
}
