import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("People sign in with codes")
struct SignInCodeTests {
    @Test(
        "After the right password a code is asked for, which is taken once; until then nothing is open",
        arguments: Engine.allCases)
    func code(engine: Engine) async throws {
        let room = try await CodeDesk.open(engine)
        let (_, key, _) = try await room.turnOn()
        let token = try await room.half()
        #expect(try await room.office.unfinishedSignIn(token: token) == .code)
        #expect(try await room.office.signedIn(token: token) == nil)
        // The code by which they were turned on is used.
        let used = await refusal { try await room.finish(token, .shown(room.shown(key))) }
        #expect(used?.code == "sign-in.wrong-code" && used?.field == "code")
        room.move(seconds: 30)
        let typed = room.shown(key)
        let session = try await room.finish(token, .shown(typed))
        #expect(try await room.office.signedIn(token: session)?.name == "Ada Officer")
        #expect(await refusal { try await room.finish(token, .shown(typed)) }?.code == "sign-in.begin-again")
        // Read over a shoulder, it lets nobody in.
        let other = try await room.half()
        #expect(await refusal { try await room.finish(other, .shown(typed)) }?.code == "sign-in.wrong-code")
        #expect(await refusal { try await room.finish(other, .shown("000 0")) }?.code == "sign-in.wrong-code")
        // A phone whose clock is half a minute ahead is let in, and then the code of now is one before it.
        _ = try await room.finish(other, .shown(room.shown(key, steps: 1)))
        let last = try await room.half()
        #expect(await refusal { try await room.finish(last, .shown(room.shown(key))) }?.code == "sign-in.wrong-code")
        try await room.close()
    }

    @Test("Ten recovery codes let in once each, and are kept as hashes alone", arguments: Engine.allCases)
    func recovery(engine: Engine) async throws {
        let room = try await CodeDesk.open(engine)
        let (session, _, codes) = try await room.turnOn()
        #expect(Set(codes).count == 10 && codes.allSatisfy { TypedCode(typed: $0)?.written == $0 })
        let kept = try await room.desk.store.read { connection in
            try connection.all("SELECT code_hash FROM recovery_codes", []) { try $0.text(0) }
        }
        #expect(kept.count == 10 && kept.allSatisfy { $0.count == 64 })
        let token = try await room.half()
        let typed = codes[3].lowercased().replacing(" ", with: "-")
        _ = try await room.finish(token, .recovery(typed))
        let again = try await room.half()
        let used = await refusal { try await room.finish(again, .recovery(codes[3])) }
        #expect(used?.code == "sign-in.wrong-code" && used?.field == "recovery")
        #expect(await refusal { try await room.finish(again, .recovery("nonsense")) }?.code == "sign-in.wrong-code")
        guard
            case .on(since: _, recoveryLeft: 9) = try await room.office.signInCodes(of: CodeDesk.ada, session: session)
        else {
            Issue.record("nine are left")
            return
        }
        #expect(try await room.history() == ["opened", "codes on", "recovery code used"])
        try await room.close()
    }

    @Test("Wrong codes shut the account as wrong passwords do, and the password gives no more guesses at them")
    func locked() async throws {
        let room = try await CodeDesk.open(.ofTests)
        let (_, key, codes) = try await room.turnOn()
        room.move(seconds: 60)
        let first = try await room.half()
        for _ in 1...3 { _ = await refusal { try await room.finish(first, .shown("000000")) } }
        #expect(await refusal { try await room.signIn("not the password") }?.code == "sign-in.wrong")
        let second = try await room.half()
        let wrong = await refusal { try await room.finish(second, .shown("000000")) }
        #expect(wrong?.code == "sign-in.locked")
        for given in [GivenCode.shown(room.shown(key)), .recovery(codes[0])] {
            #expect(await refusal { try await room.finish(second, given) }?.code == "sign-in.locked")
        }
        #expect(await refusal { try await room.signIn() }?.code == "sign-in.wrong")
        room.move(seconds: 16 * 60)
        _ = try await room.finish(try await room.half(), .shown(room.shown(key)))
        try await room.close()
    }

    @Test("Of many guesses at once no more than the limit are looked at", arguments: Engine.allCases)
    func guesses(engine: Engine) async throws {
        let room = try await CodeDesk.open(engine)
        let (_, key, _) = try await room.turnOn()
        room.move(seconds: 60)
        let token = try await room.half()
        let answers = await withTaskGroup(of: String?.self) { group in
            for number in 0..<12 {
                group.addTask { await refusal { try await room.finish(token, .shown("00000\(number)")) }?.code }
            }
            var answers: [String?] = []
            for await answer in group { answers.append(answer) }
            return answers
        }
        #expect(answers.filter { $0 == "sign-in.wrong-code" }.count < SignInSettings().failures)
        #expect(await refusal { try await room.finish(token, .shown(room.shown(key))) }?.code == "sign-in.locked")
        try await room.close()
    }

    @Test("One code sent twice at once lets in once", arguments: Engine.allCases)
    func twice(engine: Engine) async throws {
        let room = try await CodeDesk.open(engine)
        let (_, key, codes) = try await room.turnOn()
        room.move(seconds: 60)
        for given in [GivenCode.shown(room.shown(key)), .recovery(codes[0])] {
            let tokens = [try await room.half(), try await room.half()]
            let sessions = await withTaskGroup(of: String?.self) { group in
                for token in tokens { group.addTask { try? await room.finish(token, given) } }
                var sessions: [String] = []
                for await session in group { if let session { sessions.append(session) } }
                return sessions
            }
            #expect(sessions.count == 1)
        }
        try await room.close()
    }

    @Test("The code is given within ten minutes, or the password again", arguments: Engine.allCases)
    func late(engine: Engine) async throws {
        let room = try await CodeDesk.open(engine)
        let (_, key, _) = try await room.turnOn()
        let token = try await room.half()
        room.move(seconds: 10 * 60)
        #expect(try await room.office.unfinishedSignIn(token: token) == nil)
        let late = await refusal { try await room.finish(token, .shown(room.shown(key))) }
        #expect(late?.code == "sign-in.begin-again")
        room.move(seconds: 1)
        _ = try await room.office.clearSessions()
        let left = try await room.desk.store.read { connection in
            try connection.first("SELECT count(*) FROM sign_in_steps", []) { try $0.int(0) }
        }
        #expect(left == 0)
        try await room.close()
    }

    @Test("A new password, and an account that is shut, end what was not finished")
    func ended() async throws {
        let room = try await CodeDesk.open(.ofTests)
        let (_, key, _) = try await room.turnOn()
        room.move(seconds: 30)
        let token = try await room.half()
        try await room.office.setPassword("other plain words", of: "ada", by: room.desk.administrator.person)
        #expect(await refusal { try await room.finish(token, .shown(room.shown(key))) }?.code == "sign-in.begin-again")
        try await room.office.shutAccount("ada", by: room.desk.administrator.person)
        #expect(await refusal { try await room.signIn("other plain words") }?.code == "sign-in.wrong")
        try await room.close()
    }
}
