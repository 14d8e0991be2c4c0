import Kernel
import Records

/// What is still asked of somebody whose password was right.
public enum UnfinishedSignIn: Sendable, Equatable {
    case code
    /// The first code of this new key.
    case setUp(AuthenticatorKey)
}

extension Office {
    /// What a sign-in that is not finished waits for; nil when there is none of this token, or its time is over.
    public func unfinishedSignIn(token: String) async throws -> UnfinishedSignIn? {
        let (hash, now) = (Self.hash(token: token), clock.now)
        return try await database.read { [self] connection -> UnfinishedSignIn? in
            guard let (step, account) = try unfinished(hash, at: now, in: connection) else { return nil }
            guard let key = step.key else { return .code }
            return .setUp(authenticatorKey(key, of: account))
        }
    }

    /// Finishes a sign-in by a code.
    /// - Returns: the token for the cookie of the session.
    /// - Throws: `Refusal`; a wrong code counts as a wrong password does.
    public func finishSignIn(
        token: String, by code: GivenCode, settings: SignInSettings = SignInSettings()
    ) async throws -> String {
        let (hash, session, now) = (Self.hash(token: token), Self.newToken(), clock.now)
        // What is refused is told afterwards: a wrong try must be kept.
        let refused = try await telling { [self] in
            try await database.write { [self] connection -> Refusal? in
                guard let (step, account) = try unfinished(hash, at: now, in: connection), step.key == nil else {
                    return Self.beginAgain
                }
                if let why = try refusal(taking: code, of: account, at: now, settings, in: connection) { return why }
                try SignInSteps.end(tokenHash: hash, in: connection)
                try openSession(session, of: account.person, at: now, in: connection)
                return nil
            }
        }
        if let refused { throw refused }
        return session
    }

    /// Finishes a sign-in by the first code of a new key, which turns codes on and ends every other session.
    /// - Returns: the token for the cookie of the session, and the recovery codes, which are kept nowhere.
    public func finishSignIn(
        token: String, settingUpBy code: String, settings: SignInSettings = SignInSettings()
    ) async throws -> (session: String, recovery: [String]) {
        let (hash, session, now) = (Self.hash(token: token), Self.newToken(), clock.now)
        let recovery = try await telling { [self] in
            try await database.write { [self] connection -> [String] in
                guard let (step, account) = try unfinished(hash, at: now, in: connection), let key = step.key else {
                    throw Self.beginAgain
                }
                guard !account.isLocked(at: now) else { throw settings.locked }
                let recovery = try turnOn(key, of: account, by: code, at: now, in: connection)
                try SessionRegister.closeAll(of: account.person, in: connection)
                try openSession(session, of: account.person, at: now, in: connection)
                return recovery
            }
        }
        return (session, recovery)
    }

    /// What somebody is told whose sign-in is not to be finished: it took too long, or was ended meanwhile.
    private static let beginAgain = Refusal(
        "sign-in.begin-again", "This sign-in took too long, or was ended. Sign in again.")

    private func unfinished(
        _ hash: String, at now: Instant, in connection: any Connection
    ) throws -> (SignInSteps.Step, AccountRegister.Account)? {
        guard let step = try SignInSteps.find(tokenHash: hash, at: now, in: connection),
            let account = try AccountRegister.account(of: step.person, in: connection), account.active
        else { return nil }
        return (step, account)
    }
}
