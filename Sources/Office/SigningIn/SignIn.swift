import Casework
import Kernel
import NIOPosix
import Records

extension Office {
    /// Signs somebody in as the first of their positions, or says what is still asked of them.
    /// - Throws: `Refusal`, the same whatever is wrong, after the same time: a name nobody has costs as much to look at as
    ///   one somebody has.
    public func signIn(
        username: String, password: String, settings: SignInSettings = SignInSettings()
    ) async throws -> SignInAnswer {
        let now = clock.now
        let username = String(username.trimmed.lowercased().prefix(100))
        let found = try await database.read { try AccountRegister.account(named: username, in: $0) }
        let matches = try await check(String(password.prefix(200)), against: found?.password ?? Self.nobody)
        let token = Self.newToken()
        let answer = try await telling { [self] in
            try await database.write { [self] connection -> SignInAnswer? in
                guard let found, let account = try AccountRegister.account(of: found.person, in: connection) else {
                    try Settings.set(Self.nobodyTried, to: now.description, in: connection)
                    return nil
                }
                // Others may have tried since: what counts is how it is now.
                guard matches, account.password == found.password, account.active, !account.isLocked(at: now) else {
                    try countFailure(on: account, at: now, settings, in: connection)
                    return nil
                }
                return try begin(token, of: account, at: now, settings, in: connection)
            }
        }
        guard let answer else { throw settings.wrong }
        return answer
    }

    /// What follows a right password.
    private func begin(
        _ token: String, of account: AccountRegister.Account, at now: Instant, _ settings: SignInSettings,
        in connection: any Connection
    ) throws -> SignInAnswer {
        func step(_ key: Identifier<SignInKey>?, minutes: Int) throws {
            try SignInSteps.begin(
                .init(person: account.person, key: key, until: now.adding(minutes: minutes)),
                tokenHash: Self.hash(token: token), in: connection)
        }
        // The failures stand until a code was right too, or each password would give five more guesses at it.
        if try CodeRegister.codes(of: account.person, in: connection) != nil {
            try step(nil, minutes: settings.codeMinutes)
            return .codeAsked(token)
        }
        let roles = try AccountRegister.mayActAs(account.person, in: connection).map(\.role)
        guard settings.codesRequiredOf.isDisjoint(with: roles) else {
            try step(Identifier(at: now, random: random), minutes: settings.setUpMinutes)
            return .setUpAsked(token)
        }
        try openSession(token, of: account.person, at: now, in: connection)
        return .signedIn(token)
    }

    /// Opens a session in the first of somebody's positions; the wrong tries before it are forgotten.
    /// - Throws: `Refusal` when they have none.
    func openSession(
        _ token: String, of person: Identifier<Person>, at now: Instant, in connection: any Connection
    ) throws {
        guard let position = try AccountRegister.positions(of: person, in: connection).first else {
            throw Refusal(
                "sign-in.no-position", "This account has no role at any organisation yet. Ask an administrator.")
        }
        try AccountRegister.failed(person, failures: 0, lockedUntil: nil, in: connection)
        try SessionRegister.open(
            .init(position: position, made: now, seen: now), tokenHash: Self.hash(token: token), in: connection)
    }

    /// Counts a wrong try on an account, and shuts it at the last. One on an account that is shut counts for nothing, and
    /// is written all the same, so that the time taken does not tell.
    /// - Returns: whether the account is shut now.
    @discardableResult
    func countFailure(
        on account: AccountRegister.Account, at now: Instant, _ settings: SignInSettings, in connection: any Connection
    ) throws -> Bool {
        var (failures, lockedUntil) = (account.failures, account.lockedUntil)
        if !account.isLocked(at: now) {
            failures += 1
            lockedUntil = nil
            if failures >= settings.failures {
                failures = 0
                lockedUntil = now.adding(minutes: settings.lockMinutes)
            }
        }
        try AccountRegister.failed(account.person, failures: failures, lockedUntil: lockedUntil, in: connection)
        return lockedUntil != nil
    }

    /// Whether a password is the one a hash was made of. Takes long on purpose.
    func check(_ password: String, against hash: String) async throws -> Bool {
        try await hashing.runIfActive { try PasswordHash(text: hash).matches(password) }
    }

    /// The setting that is written where a wrong try is of a name nobody has.
    private static let nobodyTried = "sign-in.nobody"
    private static let nobody = (try? PasswordHash(of: "nobody has this password").text) ?? ""
}
