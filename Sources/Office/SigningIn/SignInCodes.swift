import Casework
public import Kernel
import Records

/// Whether somebody signs in with codes.
public enum SignInCodes: Sendable, Equatable {
    case off
    /// A key was made for them to set up, and none of its codes typed yet.
    case begun(AuthenticatorKey)
    case on(since: Instant, recoveryLeft: Int)

    /// How many recovery codes somebody gets. Ours.
    public static let recoveryCount = 10
}

extension Office {
    /// Whether somebody signs in with codes.
    /// - Parameter session: the token of the session in which they may be setting them up.
    public func signInCodes(of person: Identifier<Person>, session: String) async throws -> SignInCodes {
        let (hash, now) = (Self.setUpHash(session: session), clock.now)
        return try await database.read { [self] connection -> SignInCodes in
            if let codes = try CodeRegister.codes(of: person, in: connection) {
                return .on(
                    since: codes.since, recoveryLeft: try CodeRegister.recoveryLeft(of: person, in: connection))
            }
            guard let step = try SignInSteps.find(tokenHash: hash, at: now, in: connection), step.person == person,
                let key = step.key, let account = try AccountRegister.account(of: person, in: connection)
            else { return .off }
            return .begun(authenticatorKey(key, of: account))
        }
    }

    /// Makes somebody a new key to set up in a session; it counts for nothing until a code of it was typed.
    /// - Refuses: when they have no account, or codes already.
    public func beginCodes(
        of person: Identifier<Person>, session: String, settings: SignInSettings = SignInSettings()
    ) async throws {
        let (hash, now) = (Self.setUpHash(session: session), clock.now)
        let step = SignInSteps.Step(
            person: person, key: Identifier(at: now, random: random), until: now.adding(minutes: settings.setUpMinutes))
        try await telling { [database] in
            try await database.write { connection in
                guard try AccountRegister.account(of: person, in: connection) != nil else { throw Self.noAccount }
                guard try CodeRegister.codes(of: person, in: connection) == nil else { throw Self.codesAreOn }
                try SignInSteps.begin(step, tokenHash: hash, in: connection)
            }
        }
    }

    /// Turns somebody's codes on by their password and the first code of the key they set up in a session, and ends their
    /// other sessions: at a desk that was left open nobody puts codes of their own on it.
    /// - Returns: the recovery codes, which are kept nowhere.
    /// - Throws: `Refusal`; a wrong password counts as at sign-in.
    public func turnCodesOn(
        of person: Identifier<Person>, password: String, by code: String, session: String,
        settings: SignInSettings = SignInSettings()
    ) async throws -> [String] {
        let found = try await database.read { try AccountRegister.account(of: person, in: $0) }
        guard let found else { throw Self.noAccount }
        let matches = try await check(String(password.prefix(200)), against: found.password)
        let now = clock.now
        // What is refused for the password is told afterwards: a wrong try must be kept.
        let turned = try await telling { [self] in
            try await database.write { [self] connection -> Result<[String], Refusal> in
                guard let account = try AccountRegister.account(of: person, in: connection) else {
                    return .failure(Self.noAccount)
                }
                guard try CodeRegister.codes(of: person, in: connection) == nil else {
                    return .failure(Self.codesAreOn)
                }
                guard !account.isLocked(at: now) else { return .failure(settings.locked) }
                guard matches, account.password == found.password else {
                    let isShut = try countFailure(on: account, at: now, settings, in: connection)
                    return .failure(isShut ? settings.locked : Self.wrongPassword)
                }
                let hash = Self.setUpHash(session: session)
                guard let step = try SignInSteps.find(tokenHash: hash, at: now, in: connection), step.person == person,
                    let key = step.key
                else { return .failure(Self.setUpOver) }
                let recovery = try turnOn(key, of: account, by: code, at: now, in: connection)
                try SessionRegister.closeOthers(of: person, but: Self.hash(token: session), in: connection)
                return .success(recovery)
            }
        }
        return try turned.get()
    }

    /// Under what a key waits that is set up in a session: not under the session's own token, which is nobody's unfinished
    /// sign-in.
    static func setUpHash(session: String) -> String { hash(token: "set-up \(session)") }

    /// Turns somebody's codes off by their password and a code, and ends all their sessions.
    /// - Throws: `Refusal`; whatever is wrong counts as a wrong password does.
    public func turnCodesOff(
        of person: Identifier<Person>, password: String, by code: GivenCode,
        settings: SignInSettings = SignInSettings()
    ) async throws {
        let found = try await database.read { try AccountRegister.account(of: person, in: $0) }
        guard let found else { throw Self.noAccount }
        let matches = try await check(String(password.prefix(200)), against: found.password)
        let now = clock.now
        let refused = try await telling { [self] in
            try await database.write { [self] connection -> Refusal? in
                guard let account = try AccountRegister.account(of: person, in: connection) else {
                    return Self.noAccount
                }
                let why = try refusal(
                    taking: code, withPassword: matches && account.password == found.password, of: account, at: now,
                    settings, in: connection)
                if let why { return why }
                _ = try CodeRegister.turnOff(of: person, by: person, at: now, in: connection)
                try AccountRegister.failed(person, failures: 0, lockedUntil: nil, in: connection)
                try SessionRegister.closeAll(of: person, in: connection)
                return nil
            }
        }
        if let refused { throw refused }
    }

    /// Turns the codes of an account off without any, for whoever lost everything, and ends its sessions.
    /// - Refuses: when there is no such account, or it has none.
    public func turnCodesOff(_ username: String, by actor: Identifier<Person>) async throws {
        let now = clock.now
        try await database.write { connection in
            guard let account = try AccountRegister.account(named: username.trimmed.lowercased(), in: connection) else {
                throw Refusal("account.none", "There is no account named “\(username.prefix(60))”.", field: "username")
            }
            guard try CodeRegister.turnOff(of: account.person, by: actor, at: now, in: connection) else {
                throw Refusal(
                    "account.no-codes",
                    "The account \(account.username) has no sign-in codes. `user list` says who has.", field: "username"
                )
            }
            // They may have been shut out by the very codes that they lost.
            try AccountRegister.failed(account.person, failures: 0, lockedUntil: nil, in: connection)
            try SessionRegister.closeAll(of: account.person, in: connection)
        }
    }

    private static let setUpOver = Refusal(
        "sign-in.set-up-over",
        "This key was not used for too long, and counts for nothing. Begin again, and take it out of your authenticator."
    )
    private static let noAccount = Refusal(
        "sign-in.no-account", "Sign-in codes are for accounts with a password, and this is none.")
}
