import Kernel
import TestSupport
import Testing

@testable import Records

@Suite("The register of sign-in codes")
struct CodeRegisterTests {
    private static let ann = Identifier<Person>.number(1)
    private static let ben = Identifier<Person>.number(2)

    @Test("A step is used once, and those before it with it", arguments: Engine.allCases)
    func steps(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let codes = CodeRegister.Codes(key: .number(7), since: .start, lastStep: 100)
        try await store.write { try CodeRegister.turnOn(codes, of: Self.ann, recovery: [], in: $0) }
        #expect(try await store.read { try CodeRegister.codes(of: Self.ann, in: $0) } == codes)
        for (step, isTaken) in [(100, false), (102, true), (102, false), (101, false), (103, true)] {
            let taken = try await store.write { try CodeRegister.use(step: step, of: Self.ann, in: $0) }
            #expect(taken == isTaken, "\(step)")
        }
        #expect(try await store.write { try CodeRegister.use(step: 200, of: Self.ben, in: $0) } == false)
        try await store.close()
    }

    @Test("A recovery code is used once, by nobody else, and goes with the codes", arguments: Engine.allCases)
    func recovery(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let codes = CodeRegister.Codes(key: .number(7), since: .start, lastStep: 100)
        try await store.write { try CodeRegister.turnOn(codes, of: Self.ann, recovery: ["a", "b"], in: $0) }
        for (person, hash, isTaken) in [(Self.ben, "a", false), (Self.ann, "a", true), (Self.ann, "a", false)] {
            let taken = try await store.write { try CodeRegister.useRecovery(hash, of: person, at: .start, in: $0) }
            #expect(taken == isTaken)
        }
        #expect(try await store.read { try CodeRegister.recoveryLeft(of: Self.ann, in: $0) } == 1)
        for isOn in [true, false] {
            let was = try await store.write {
                try CodeRegister.turnOff(of: Self.ann, by: Self.ben, at: .start, in: $0)
            }
            #expect(was == isOn)
        }
        #expect(try await store.count("recovery_codes") == 0)
        #expect(try await store.count("accounts_history") == 3)
        try await store.close()
    }

    @Test("Codes that are on are not turned on again", arguments: Engine.allCases)
    func onceOn(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let codes = CodeRegister.Codes(key: .number(7), since: .start, lastStep: 100)
        try await store.write { try CodeRegister.turnOn(codes, of: Self.ann, recovery: [], in: $0) }
        await #expect(throws: RecordsFault.self) {
            try await store.write { try CodeRegister.turnOn(codes, of: Self.ann, recovery: [], in: $0) }
        }
        try await store.close()
    }

    @Test(
        "What is not finished is found until its time is over, and ends with the sessions", arguments: Engine.allCases)
    func unfinished(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let step = SignInSteps.Step(person: Self.ann, key: nil, until: Instant.start.adding(minutes: 10))
        let other = SignInSteps.Step(person: Self.ann, key: .number(7), until: step.until)
        func found(_ token: String, after minutes: Int = 0) async throws -> SignInSteps.Step? {
            try await store.read {
                try SignInSteps.find(tokenHash: token, at: Instant.start.adding(minutes: minutes), in: $0)
            }
        }
        try await store.write { connection in
            for token in ["a", "b"] { try SignInSteps.begin(step, tokenHash: token, in: connection) }
            try SignInSteps.begin(other, tokenHash: "b", in: connection)
        }
        #expect(try await found("a", after: 9) == step)
        #expect(try await found("b") == other)
        #expect(try await found("a", after: 10) == nil)
        try await store.write { try SignInSteps.end(tokenHash: "a", in: $0) }
        #expect(try await found("a") == nil)
        let position = AccountRegister.Position(person: Self.ann, organisation: .number(5), role: .adviser)
        try await store.write { connection in
            for token in ["c", "d"] {
                try SessionRegister.open(
                    .init(position: position, made: .start, seen: .start), tokenHash: token, in: connection)
            }
            try SessionRegister.closeOthers(of: Self.ann, but: "c", in: connection)
        }
        #expect(try await found("b") == nil)
        #expect(try await store.read { try SessionRegister.find(tokenHash: "c", in: $0) } != nil)
        #expect(try await store.read { try SessionRegister.find(tokenHash: "d", in: $0) } == nil)
        try await store.write { connection in
            try SignInSteps.begin(step, tokenHash: "e", in: connection)
            try SessionRegister.closeAll(of: Self.ann, in: connection)
            try SignInSteps.begin(step, tokenHash: "f", in: connection)
            try SignInSteps.removeExpired(before: step.until, in: connection)
        }
        #expect(try await found("e") == nil)
        #expect(try await found("f") != nil)
        try await store.write { try SignInSteps.removeExpired(before: step.until.adding(seconds: 1), in: $0) }
        #expect(try await store.count("sign_in_steps") == 0)
        try await store.close()
    }

    @Test("A key is one person's, worked out from the master key, and of the length that is advised")
    func keys() throws {
        let (keys, others) = (try Keyring.test(1), try Keyring.test(2))
        let key = keys.codeKey(.number(7), of: Self.ann)
        #expect(key.count == 20)
        #expect(key == (try Keyring.test(1)).codeKey(.number(7), of: Self.ann))
        for other in [
            keys.codeKey(.number(8), of: Self.ann), keys.codeKey(.number(7), of: Self.ben),
            others.codeKey(.number(7), of: Self.ann),
        ] {
            #expect(other != key)
        }
        let hash = keys.recoveryHash("KM4R7PXWHT", of: Self.ann)
        #expect(hash != keys.recoveryHash("KM4R7PXWHT", of: Self.ben))
        #expect(hash != others.recoveryHash("KM4R7PXWHT", of: Self.ann))
    }
}
