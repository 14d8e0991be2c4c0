import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("People set codes up and turn them off")
struct CodesSetUpTests {
    private static let asked: SignInSettings = {
        var settings = SignInSettings()
        settings.codesRequiredOf = [.adviser]
        return settings
    }()

    private func setUp(_ room: CodeDesk) async throws -> (token: String, key: AuthenticatorKey) {
        guard case .setUpAsked(let token) = try await room.signIn(CodeDesk.password, Self.asked),
            case .setUp(let key) = try await room.office.unfinishedSignIn(token: token)
        else { throw Refusal("test.set-up", "Codes were not asked for.") }
        return (token, key)
    }

    @Test(
        "Whoever must have codes sets them up before they are signed in, and other sessions end",
        arguments: Engine.allCases)
    func mustHave(engine: Engine) async throws {
        let room = try await CodeDesk.open(engine)
        let earlier = try #require(try await room.signIn().session)
        let (token, key) = try await setUp(room)
        #expect(try await room.office.signedIn(token: token) == nil)
        let early = await refusal { try await room.finish(token, .shown(room.shown(key))) }
        #expect(early?.code == "sign-in.begin-again", "a code is no way round setting them up")
        let wrong = await refusal { try await room.office.finishSignIn(token: token, settingUpBy: "000000") }
        #expect(wrong?.code == "sign-in.first-code")
        let (session, recovery) = try await room.office.finishSignIn(token: token, settingUpBy: room.shown(key))
        #expect(recovery.count == 10)
        #expect(try await room.office.signedIn(token: session) != nil)
        #expect(try await room.office.signedIn(token: earlier) == nil)
        guard case .codeAsked = try await room.signIn(CodeDesk.password, Self.asked) else {
            Issue.record("a code is asked for from then on")
            return
        }
        try await room.close()
    }

    @Test("Of two keys that were begun for one account the first that is used counts, and the other for nothing")
    func twoKeys() async throws {
        let room = try await CodeDesk.open(.ofTests)
        let (theirs, ours) = (try await setUp(room), try await setUp(room))
        #expect(theirs.key != ours.key)
        _ = try await room.office.finishSignIn(token: ours.token, settingUpBy: room.shown(ours.key))
        let late = await refusal {
            try await room.office.finishSignIn(token: theirs.token, settingUpBy: room.shown(theirs.key))
        }
        #expect(late?.code == "sign-in.begin-again")
        try await room.close()
    }

    @Test("Nobody else is asked to, and a key that was begun asks for no code until one was typed")
    func others() async throws {
        let room = try await CodeDesk.open(.ofTests)
        var settings = SignInSettings()
        settings.codesRequiredOf = [.commissioner]
        let session = try #require(try await room.signIn(CodeDesk.password, settings).session)
        try await room.office.beginCodes(of: CodeDesk.ada, session: session)
        #expect(try await room.signIn().session != nil)
        #expect(try await room.office.signInCodes(of: CodeDesk.ada, session: "another") == .off)
        room.move(seconds: 30 * 60)
        #expect(try await room.office.signInCodes(of: CodeDesk.ada, session: session) == .off)
        let over = await refusal {
            try await room.office.turnCodesOn(
                of: CodeDesk.ada, password: CodeDesk.password, by: "000000", session: session)
        }
        #expect(over?.code == "sign-in.set-up-over")
        let desk = await refusal {
            try await room.office.turnCodesOn(
                of: CodeDesk.ada, password: "not the password", by: "000000", session: session)
        }
        #expect(desk?.code == "sign-in.wrong-password")
        try await room.close()
    }

    @Test("A session that was signed out of is no unfinished sign-in, whatever key was begun in it")
    func signedOut() async throws {
        let room = try await CodeDesk.open(.ofTests)
        let session = try #require(try await room.signIn().session)
        try await room.office.beginCodes(of: CodeDesk.ada, session: session)
        #expect(try await room.office.unfinishedSignIn(token: session) == nil)
        try await room.office.signOut(token: session)
        #expect(try await room.office.unfinishedSignIn(token: session) == nil)
        #expect(try await room.office.signInCodes(of: CodeDesk.ada, session: session) == .off)
        try await room.close()
    }

    @Test(
        "Turning them off asks for the password and a code, counts what is wrong, and ends every session",
        arguments: Engine.allCases)
    func off(engine: Engine) async throws {
        let room = try await CodeDesk.open(engine)
        let (session, key, codes) = try await room.turnOn()
        #expect(
            await refusal { try await room.office.beginCodes(of: CodeDesk.ada, session: session) }?.code
                == "sign-in.codes-on")
        room.move(seconds: 30)
        func off(_ password: String, _ code: GivenCode) async -> String? {
            await refusal {
                try await room.office.turnCodesOff(of: CodeDesk.ada, password: password, by: code)
            }?.code
        }
        #expect(await off("not the password", .shown(room.shown(key))) == "sign-in.wrong-password")
        #expect(await off(CodeDesk.password, .shown("000000")) == "sign-in.wrong-code")
        #expect(try await room.office.signedIn(token: session) != nil)
        // The code that came with a wrong password was not used up.
        #expect(await off(CodeDesk.password, .shown(room.shown(key))) == nil)
        #expect(try await room.office.signedIn(token: session) == nil)
        #expect(try await room.signIn().session != nil)
        #expect(try await room.history() == ["opened", "codes on", "codes off"])
        // What was of the old key is of no use with a new one.
        let again = try await room.turnOn()
        #expect(again.key != key)
        #expect(
            await refusal { try await room.finish(try await room.half(), .recovery(codes[0])) }?.code
                == "sign-in.wrong-code")
        for _ in 1...5 { _ = await off("not the password", .recovery(again.recovery[0])) }
        #expect(await off(CodeDesk.password, .recovery(again.recovery[0])) == "sign-in.locked")
        try await room.close()
    }

    @Test("An operator turns them off without any, which is kept with the account", arguments: Engine.allCases)
    func byOperator(engine: Engine) async throws {
        let room = try await CodeDesk.open(engine)
        let actor = room.desk.administrator.person
        for name in ["ada", "nobody"] {
            let none = await refusal { try await room.office.turnCodesOff(name, by: actor) }
            #expect(none?.code == (name == "ada" ? "account.no-codes" : "account.none"))
        }
        let (session, _, _) = try await room.turnOn()
        try await room.office.turnCodesOff(" Ada ", by: actor)
        #expect(try await room.office.signedIn(token: session) == nil)
        #expect(try await room.signIn().session != nil)
        #expect(try await room.history() == ["opened", "codes on", "codes off"])
        let by = try await room.desk.store.read { connection in
            try connection.all("SELECT by_whom FROM accounts_history WHERE what = 'codes off'", []) { try $0.text(0) }
        }
        #expect(by == [actor.description])
        try await room.close()
    }

    @Test("A program of somebody's is asked for nothing new, and is not ended")
    func tokens() async throws {
        let room = try await CodeDesk.open(.ofTests)
        let position = AccountRegister.Position(
            person: CodeDesk.ada, organisation: room.desk.adviser.organisation, role: .adviser)
        let made = try await room.office.issueToken(named: "The rota", for: position, scopes: [.read], days: 30)
        _ = try await room.turnOn()
        #expect(try await room.office.bearer(of: made.secret) != nil)
        let later = try await room.office.issueToken(named: "Another", for: position, scopes: [.read], days: 30)
        #expect(try await room.office.bearer(of: later.secret) != nil)
        try await room.close()
    }
}
