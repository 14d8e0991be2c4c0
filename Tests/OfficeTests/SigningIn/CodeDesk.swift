import Kernel
import Records
import TestSupport
import Testing

@testable import Office

/// A desk with Ada, who has an account, and the authenticator on her phone.
struct CodeDesk: Sendable {
    static let ada = Identifier<Person>(high: 5, low: 5)
    static let password = "three plain words"

    let desk: TestDesk
    var office: Office { desk.office }

    static func open(_ engine: Engine) async throws -> CodeDesk {
        let desk = try await TestDesk.open(engine)
        try await desk.office.openAccount(
            ada, name: "Ada Officer", username: "ada", password: password, cost: PasswordHash.knownToAll,
            positions: [.init(person: ada, organisation: desk.adviser.organisation, role: .adviser)],
            by: desk.administrator.person)
        return CodeDesk(desk: desk)
    }

    func close() async throws { try await desk.close() }

    func move(seconds: Int) { desk.time.with { $0 = $0.adding(seconds: seconds) } }

    func signIn(
        _ password: String = CodeDesk.password, _ settings: SignInSettings = SignInSettings()
    ) async throws -> SignInAnswer {
        try await office.signIn(username: "ada", password: password, settings: settings)
    }

    /// A sign-in that waits for a code.
    func half() async throws -> String {
        guard case .codeAsked(let token) = try await signIn() else { throw Refusal("test.half", "No code was asked.") }
        return token
    }

    /// What an authenticator shows that was given a key, so many steps from now.
    func shown(_ key: AuthenticatorKey, steps: Int = 0) -> String {
        OneTimeCodes(key: [UInt8](base32: key.written))
            .code(at: OneTimeCodes.step(at: office.clock.now) + steps)
    }

    /// Turns Ada's codes on.
    func turnOn() async throws -> (session: String, key: AuthenticatorKey, recovery: [String]) {
        let session = try #require(try await signIn().session)
        try await office.beginCodes(of: Self.ada, session: session)
        let begun = try await office.signInCodes(of: Self.ada, session: session)
        guard case .begun(let key) = begun else { throw Refusal("test.begun", "\(begun)") }
        let recovery = try await office.turnCodesOn(
            of: Self.ada, password: Self.password, by: shown(key), session: session)
        return (session, key, recovery)
    }

    func finish(_ token: String, _ code: GivenCode) async throws -> String {
        try await office.finishSignIn(token: token, by: code)
    }

    /// What was done with Ada's account, in order.
    func history() async throws -> [String] {
        let select: SQL = "SELECT what FROM accounts_history WHERE person = $1 ORDER BY number"
        return try await desk.store.read { connection in
            try connection.all(select, [.text(of: Self.ada)]) { try $0.text(0) }
        }
    }
}
