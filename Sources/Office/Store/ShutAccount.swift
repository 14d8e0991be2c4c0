public import Kernel
import Records

extension Office {
    /// Shuts an account, so that nobody signs in with it, and ends its sessions; what the person did stays theirs.
    /// - Refuses: when there is no such account.
    public func shutAccount(_ username: String, by actor: Identifier<Person>) async throws {
        let now = clock.now
        try await database.write { connection in
            guard let account = try AccountRegister.account(named: username.lowercased(), in: connection) else {
                throw Refusal("account.none", "There is no account named “\(username.prefix(60))”.", field: "username")
            }
            try AccountRegister.setActive(false, of: account.person, by: actor, at: now, in: connection)
            try SessionRegister.closeAll(of: account.person, in: connection)
        }
    }
}
