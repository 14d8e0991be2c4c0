import Crypto
import Kernel
import Records

extension Office {
    func authenticatorKey(_ key: Identifier<SignInKey>, of account: AccountRegister.Account) -> AuthenticatorKey {
        AuthenticatorKey(keyring.codeKey(key, of: account.person), of: account.username)
    }

    /// Turns codes on by a code of a key.
    /// - Throws: `Refusal` when it is none, or codes are on already.
    func turnOn(
        _ key: Identifier<SignInKey>, of account: AccountRegister.Account, by code: String, at now: Instant,
        in connection: any Connection
    ) throws -> [String] {
        let person = account.person
        guard try CodeRegister.codes(of: person, in: connection) == nil else { throw Self.codesAreOn }
        guard let step = OneTimeCodes(key: keyring.codeKey(key, of: person)).step(of: code, at: now) else {
            throw Refusal(
                "sign-in.first-code",
                "That is no code of this key just now. Check the key, and that the clock of your device is right, and type the code it shows next.",
                field: "code")
        }
        let recovery = (0..<SignInCodes.recoveryCount).map { _ in
            TypedCode(of: SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
        }
        try CodeRegister.turnOn(
            .init(key: key, since: now, lastStep: step), of: person,
            recovery: recovery.map { keyring.recoveryHash($0.characters, of: person) }, in: connection)
        return recovery.map(\.written)
    }

    /// Takes a code, or counts a wrong try.
    /// - Parameter isRight: whether the password that came with it was right; without, no code is taken.
    /// - Returns: what they are told; nil when the code was taken.
    func refusal(
        taking code: GivenCode, withPassword isRight: Bool = true, of account: AccountRegister.Account,
        at now: Instant, _ settings: SignInSettings, in connection: any Connection
    ) throws -> Refusal? {
        if account.isLocked(at: now) { return settings.locked }
        if isRight, try take(code, of: account.person, at: now, in: connection) { return nil }
        if try countFailure(on: account, at: now, settings, in: connection) { return settings.locked }
        return isRight ? code.wrong : Self.wrongPassword
    }

    private func take(
        _ code: GivenCode, of person: Identifier<Person>, at now: Instant, in connection: any Connection
    ) throws -> Bool {
        guard let codes = try CodeRegister.codes(of: person, in: connection) else { return false }
        switch code {
        case .shown(let typed):
            let known = OneTimeCodes(key: keyring.codeKey(codes.key, of: person))
            guard let step = known.step(of: typed, at: now, after: codes.lastStep) else { return false }
            return try CodeRegister.use(step: step, of: person, in: connection)
        case .recovery(let typed):
            guard let code = TypedCode(typed: typed) else { return false }
            return try CodeRegister.useRecovery(
                keyring.recoveryHash(code.characters, of: person), of: person, at: now, in: connection)
        }
    }

    static let codesAreOn = Refusal(
        "sign-in.codes-on",
        "Sign-in codes are on for this account: keep the key in your authenticator. If you did not see the recovery codes, turn the codes off and set them up again."
    )
    static let wrongPassword = Refusal(
        "sign-in.wrong-password", "The password is not right. Check it, and type the next code with it.",
        field: "password")
}
