import Casework
public import Kernel
import NIOPosix
public import Records

extension Office {
    /// Opens an account with its positions.
    /// - Throws: `Refusal` for a short password or a user name that is taken.
    public func openAccount(
        _ person: Identifier<Person>, name: String, username: String, password: String,
        positions: [AccountRegister.Position], by actor: Identifier<Person>
    ) async throws {
        try await openAccount(
            person, name: name, username: username, password: password, cost: PasswordHash.cost, positions: positions,
            by: actor)
    }

    /// - Parameter cost: how long the password takes to try, as `PasswordHash` has it.
    func openAccount(
        _ person: Identifier<Person>, name: String, username: String, password: String, cost: Int,
        positions: [AccountRegister.Position], by actor: Identifier<Person>
    ) async throws {
        guard password.count >= 12 else {
            throw Refusal(
                "account.password", "A password has at least 12 characters. Choose a longer one: three words will do.",
                field: "password")
        }
        let username = username.trimmed.lowercased()
        guard !username.isEmpty, username.count <= 60,
            username.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".-_@".contains($0)) })
        else {
            throw Refusal(
                "account.username", "A user name is letters, digits, dots and dashes. Choose another.",
                field: "username")
        }
        let hash = try await hash(password, cost: cost)
        let now = clock.now
        do {
            try await database.write { connection in
                try AccountRegister.open(
                    .init(person: person, name: name, username: username, password: hash), by: actor, at: now,
                    in: connection)
                for position in positions { try AccountRegister.appoint(position, in: connection) }
            }
        } catch RecordsFault.constraint {
            throw Refusal(
                "account.taken", "There is already an account named “\(username)”. Choose another user name.",
                field: "username")
        }
    }

    /// Sets a new password and ends every session of the person.
    public func setPassword(_ password: String, of username: String, by actor: Identifier<Person>) async throws {
        guard password.count >= 12 else {
            throw Refusal(
                "account.password", "A password has at least 12 characters. Choose a longer one: three words will do.",
                field: "password")
        }
        let hash = try await hash(password)
        let now = clock.now
        try await database.write { connection in
            guard let account = try AccountRegister.account(named: username.trimmed.lowercased(), in: connection) else {
                throw Refusal("account.none", "There is no account named “\(username)”.", field: "username")
            }
            try AccountRegister.setPassword(hash, of: account.person, by: actor, at: now, in: connection)
            try SessionRegister.closeAll(of: account.person, in: connection)
        }
    }

    private func hash(_ password: String, cost: Int = PasswordHash.cost) async throws -> String {
        try await hashing.runIfActive { try PasswordHash(of: password, cost: cost).text }
    }
}
