public import Casework
public import Kernel
import Records

extension SignInSettings {
    /// Minutes for which a token of somebody's own is good, however often it is used. Ours: as long as one sitting.
    public static let ownTokenMinutes = 60
}

extension Office {
    /// How a token begins that a customer, or somebody who acts for them, has for themselves.
    static let ownTokenPrefix = "to_"

    /// Lets somebody in by the code to a customer's own page, to use the API as themselves for a while.
    ///
    /// It is a session like that of the page, and ends as one does: when its time is over, when it is ended, when the
    /// page is closed, and when two records are taken apart.
    /// - Returns: the token, which is kept nowhere, and what it is good for.
    /// - Throws: `Refusal`, the same whatever is wrong with the code.
    public func ownToken(code: String) async throws -> (secret: String, bearer: Bearer) {
        let secret = Self.ownTokenPrefix + Self.newToken()
        let now = clock.now
        try await enter(
            code: code, opening: Self.hash(ownToken: secret), at: now,
            until: now.adding(minutes: SignInSettings.ownTokenMinutes))
        guard let bearer = try await ownBearer(of: secret) else {
            throw Refusal("token.closed", "The page was closed meanwhile. Ask for another code.")
        }
        return (secret, bearer)
    }

    /// Ends a token of somebody's own at once.
    public func endOwnToken(_ secret: String) async throws {
        let hash = Self.hash(ownToken: secret)
        try await telling { [database] in
            try await database.write { try SessionRegister.close(tokenHash: hash, in: $0) }
        }
    }

    /// Whose such a token is; nil when its time is over or the page is closed.
    /// - Throws: `Refusal` for a supporter whose time has ended, as their page tells them.
    func ownBearer(of secret: String) async throws -> Bearer? {
        let hash = Self.hash(ownToken: secret)
        let now = clock.now
        let found = try await database.read { [self] connection -> (Bearer, ended: Refusal?)? in
            guard let session = try SessionRegister.find(tokenHash: hash, in: connection), let until = session.until,
                now < until || clock.isMoved, let who = try ownPageVisitor(session, in: connection),
                let visitor = who.ownPage
            else { return nil }
            let supporter =
                session.position.role == .supporter
                ? try survivingFile(of: visitor.subject, in: connection).supporter(as: session.position.person) : nil
            let token = TokenRegister.Token(
                id: Identifier(derivedFrom: ["throughline own token 1", hash]), position: session.position,
                name: "Own page", scopes: [TokenScope.own.code], made: session.made, expires: until)
            return (Bearer(signedIn: who, token: token, scopes: [.own]), supporter?.refusal(on: now.day))
        }
        guard let (bearer, ended) = found else { return nil }
        if let ended { throw ended }
        return bearer
    }

    /// Of another form than a cookie's, so that neither is good for the other.
    private static func hash(ownToken secret: String) -> String { hash(token: "throughline own token \(secret)") }
}

extension OwnPageVisitor {
    /// A customer who is nobody, for describing what their page asks.
    public init(specimen subject: Identifier<CaseFile>, customer: String) {
        self.init(subject: subject, customer: customer, until: nil, rights: nil, language: nil, lastHere: nil)
    }
}
