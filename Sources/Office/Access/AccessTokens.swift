public import Casework
import Crypto
public import Kernel
public import Records

/// A program that acts as somebody: who, and what its token is good for. What they may do is decided as it is for them
/// on a page; a token only makes it less.
public struct Bearer: Sendable {
    public let signedIn: SignedIn
    public let token: TokenRegister.Token
    public let scopes: Set<TokenScope>

    /// Whether it is a customer's own, or that of somebody who acts for them.
    public var isOwn: Bool { scopes.contains(.own) }

    /// - Refuses: when the token is not for this.
    public func require(_ act: Act) throws(Refusal) {
        guard !scopes.allow(act) else { return }
        guard !isOwn else {
            throw Refusal(
                "token.scope", "You cannot \(act.words) with a token of your own. Ask whoever helps you.")
        }
        throw Refusal(
            "token.scope",
            "This token may not be used to \(act.words). Make one with the scope “\(act.isReading ? "read" : "write")” or “\(act.rawValue)”."
        )
    }
}

extension Office {
    /// The most days a token may be good for.
    public static let tokenDays = 366

    /// Makes a token for one of a person's positions.
    /// - Parameter days: how long it is good for, 1 to `tokenDays`.
    /// - Returns: the token as it is kept, and the secret, which is shown once and nowhere kept.
    /// - Refuses: no name, no scope, a time that is too long, or a position that is not the person's.
    public func issueToken(
        named name: String, for position: AccountRegister.Position, scopes: Set<TokenScope>, days: Int,
        id: Identifier<AccessToken>? = nil
    ) async throws -> (token: TokenRegister.Token, secret: String) {
        let name = name.trimmed
        guard !name.isEmpty, name.count <= 100 else {
            throw Refusal(
                "token.name", "Say in 1 to 100 characters what uses the token, so that you know it again.",
                field: "name")
        }
        guard !scopes.isEmpty else {
            throw Refusal("token.scope", "Choose at least one thing the token may be used for.", field: "scopes")
        }
        guard (1...Self.tokenDays).contains(days) else {
            throw Refusal(
                "token.days", "A token is good for 1 to \(Self.tokenDays) days. Choose a number of days between.",
                field: "days")
        }
        let now = clock.now
        let token = TokenRegister.Token(
            id: id ?? Identifier(at: now, random: random), position: position, name: name,
            scopes: scopes.map(\.code).sorted(), made: now, expires: now.adding(minutes: days * 24 * 60))
        let secret = "tl_" + Self.newToken()
        try await telling { [database] in
            try await database.write { connection in
                guard try AccountRegister.positions(of: position.person, in: connection).contains(position) else {
                    throw Refusal(
                        "token.position", "The person does not have that role there. Choose one of their own.",
                        field: "role")
                }
                guard try !TokenRegister.all(of: position.person, in: connection).contains(where: { $0.id == token.id })
                else {
                    throw Refusal(
                        "token.made",
                        "This token is made already, and it was shown once. If you did not copy it, end it and make another.",
                        field: "name")
                }
                try TokenRegister.add(token, hash: Self.hash(token: secret), in: connection)
            }
        }
        return (token, secret)
    }

    /// Whose a token is; nil when it is not known, has run out or was revoked, or when its person no longer has the
    /// position it is for. The day of its use is kept.
    /// - Throws: `Refusal` for a supporter whose time has ended.
    public func bearer(of secret: String) async throws -> Bearer? {
        if secret.hasPrefix(Self.ownTokenPrefix) { return try await ownBearer(of: secret) }
        let hash = Self.hash(token: secret)
        let now = clock.now
        let found = try await database.read { connection -> Bearer? in
            guard let token = try TokenRegister.find(hash: hash, in: connection), token.isGood(at: now),
                let account = try AccountRegister.account(of: token.position.person, in: connection), account.active
            else { return nil }
            let positions = try AccountRegister.positions(of: account.person, in: connection)
            guard positions.contains(token.position) else { return nil }
            let organisation = try OrganisationRegister.find(token.position.organisation, in: connection)
            return Bearer(
                signedIn: SignedIn(
                    author: token.position.author, name: account.name, organisation: organisation?.name ?? "",
                    positions: [token.position]),
                token: token, scopes: Set(token.scopes.compactMap { try? TokenScope($0) }))
        }
        if let found, found.token.used != now.day {
            // A store that cannot be written just now is no reason to refuse a reader.
            try? await database.write { try TokenRegister.used(found.token.id, on: now.day, in: $0) }
        }
        return found
    }

    /// A person's tokens, the latest first.
    public func tokens(of person: Identifier<Person>) async throws -> [TokenRegister.Token] {
        try await database.read { try TokenRegister.all(of: person, in: $0) }
    }

    /// Ends one of a person's tokens at once.
    /// - Refuses: when they have no such token that is not ended already.
    public func revokeToken(_ id: Identifier<AccessToken>, of person: Identifier<Person>) async throws {
        let now = clock.now
        let revoked = try await telling { [database] in
            try await database.write { try TokenRegister.revoke(id, of: person, at: now, in: $0) }
        }
        guard revoked else {
            throw Refusal("token.none", "There is no such token in use. Choose one from the list.")
        }
    }
}
