import Casework
import Kernel
import Office
import Records

extension OpenedStore {
    /// Who a command acts as: the first position of a user that is one of some roles.
    /// - Refuses: when there is no such account, it is shut, or it has no such role.
    func author(_ user: String, anyOf roles: Set<Role>) async throws -> Author {
        try await database.read { connection in
            guard let account = try AccountRegister.account(named: user.trimmed.lowercased(), in: connection),
                account.active
            else { throw Refusal("user.none", "There is no account named “\(user)” that may sign in. Check its name.") }
            let positions = try AccountRegister.positions(of: account.person, in: connection)
            guard let position = positions.first(where: { roles.contains($0.role) }) else {
                let names = roles.map { $0.title.lowercased() }.sorted().joined(separator: " or ")
                throw Refusal("user.role", "\(account.name) is not a \(names). Name somebody who is.")
            }
            return position.author
        }
    }

    /// An area by its name.
    /// - Refuses: when there is none, naming those there are.
    func area(named name: String) async throws -> AreaQuery.Entry {
        let areas = try await database.read { try AreaQuery.all(in: $0) }
        guard let area = areas.first(where: { $0.name.lowercased() == name.trimmed.lowercased() }) else {
            let names = areas.map(\.name).joined(separator: ", ")
            throw Refusal(
                "area.none",
                "There is no area “\(name)”. "
                    + (areas.isEmpty ? "Open one with: throughline area open" : "Use one of: \(names)."))
        }
        return area
    }
}

extension OpenedStore {
    /// The organisation that keeps a case, the jobcentre if there is one, for acts of whoever has the machine.
    func keeper(of subject: Identifier<CaseFile>) async throws -> Identifier<Organisation> {
        try await database.read { connection in
            try Streams(keys: nil).file(subject, in: connection).customer?.keepers.leading
        } ?? Identifier(high: 0, low: 0)
    }
}
