import Foundation
import Kernel
import TestSupport
import Testing

@testable import Records

@Suite("Erasing")
struct ErasureTests {
    let first = CustodyRoom.first

    @Test(
        "An erased class is shut for good, everywhere, and the chain still verifies (design §3.3)",
        arguments: Engine.allCases)
    func erasedClass(engine: Engine) async throws {
        let room = try await CustodyRoom(engine, keys: .test())
        let before = try await Verification.verify(room.store, room.keys)
        try await Streams(keys: room.keys).add([.told("kept", .safety)], to: first, in: room.store)
        try await room.custody.erase(first, [.identity], at: .start)
        let facts = try await room.store.facts(of: first, keys: room.keys)
        #expect(facts[1] == .told("T1", .shut, .identity))
        #expect(facts.last == .told("kept", .safety))
        #expect(facts.count == 7, "Clear payloads stay")
        #expect(try await room.store.facts(of: Identifier<Probe>.number(1), keys: room.keys)[1] == .told("round 0"))
        let report = try await Verification.verify(room.store, room.keys)
        #expect(report.isSound && report.erased == 2 && report.events == before.events + 1)
        let guarded = try await room.store.read {
            try Guards.holder(.nationalInsuranceNumber, "hash", as: Probe.self, in: $0)
        }
        #expect(guarded == nil, "A hash of the number goes with the identity")
        #expect(try await room.letter() == CustodyRoom.letter, "The letter is of another class")
        try await room.custody.erase(first, [.support], at: .start)
        #expect(try await room.letter() == nil)
        #expect(try await room.store.count("document_chunks") == 0)
        try await room.close()
    }

    @Test("With the evidence the clear payloads go, and only envelopes are left", arguments: Engine.allCases)
    func evidence(engine: Engine) async throws {
        let room = try await CustodyRoom(engine, keys: .test())
        try await room.custody.erase(first, Set(RetentionClass.allCases), at: .start)
        #expect(try await room.store.facts(of: first, keys: room.keys) == [])
        let stored = try await room.store.read { try Streams(keys: nil).storedPage(of: "probe", in: $0) }
        let mine = stored.filter { $0.subject == first.description }
        #expect(mine.count == 6)
        #expect(mine.allSatisfy { $0.clear == nil && $0.salt == nil && $0.sealed == nil })
        let report = try await Verification.verify(room.store, room.keys)
        #expect(report.isSound && report.erased == 8)
        try await room.close()
    }

    @Test("The payloads of named kinds can go with a class", arguments: Engine.allCases)
    func kinds(engine: Engine) async throws {
        let room = try await CustodyRoom(engine, keys: .test())
        try await room.custody.erase(first, [.support], clearing: .kinds(["probe.seen"]), at: .start)
        try await room.custody.erase(first, [.support], clearing: .kinds(["probe.counted"]), at: .start)
        #expect(try await room.store.facts(of: first, keys: room.keys).map(\.kind) == ["probe.told", "probe.told"])
        let report = try await Verification.verify(room.store, room.keys)
        #expect(report.isSound && report.erased == 4)
        try await room.close()
    }

    @Test("Nothing is sealed again in a class that was erased", arguments: Engine.allCases)
    func notBegunAgain(engine: Engine) async throws {
        let room = try await CustodyRoom(engine, keys: .test())
        try await room.custody.erase(first, [.identity, .safety], at: .start)
        for retention in [RetentionClass.identity, .safety] {
            let refusal = await #expect(throws: Refusal.self) {
                try await Streams(keys: room.keys).add([.told("again", retention)], to: first, in: room.store)
            }
            #expect(refusal?.code == "key.destroyed")
        }
        try await room.close()
    }

    @Test("An erasure that stopped after the register was written is finished from it", arguments: Engine.allCases)
    func interrupted(engine: Engine) async throws {
        let room = try await CustodyRoom(engine, keys: .test())
        try room.register.append(
            Erasure(at: .start, stream: "probe", subject: first.description, classes: [.identity], clearing: .none))
        #expect(try await room.store.facts(of: first, keys: room.keys)[1] == .told("round 0", .identity))
        try await room.custody.applyRegister()
        try await room.custody.applyRegister()
        #expect(try await room.store.facts(of: first, keys: room.keys)[1] == .told("T1", .shut, .identity))
        #expect(try await Verification.verify(room.store, room.keys).isSound)
        try await room.close()
    }

    @Test("The register keeps every erasure, and notices a line that was altered or taken out")
    func register() throws {
        let path = TestStore.newPath(".erasures")
        let register = ErasureRegister(path: path, keys: try .test())
        #expect(try register.erasures() == [] && !register.exists)
        let erasures = (0..<4).map {
            Erasure(
                at: .start.adding(minutes: $0), stream: "case", subject: "\($0)", classes: [.identity, .support],
                clearing: .kinds(["a.b", "c.d"]))
        }
        for erasure in erasures { try register.append(erasure) }
        #expect(try register.erasures() == erasures)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)

        let whole = try String(contentsOfFile: path, encoding: .utf8)
        let lines = whole.split(separator: "\n")
        for damaged in [
            whole.replacing(#""subject":"1""#, with: #""subject":"9""#),
            (lines[..<1] + lines[2...]).joined(separator: "\n") + "\n",
            lines.dropFirst().joined(separator: "\n") + "\n", "noise\n" + whole,
        ] {
            try damaged.write(toFile: path, atomically: true, encoding: .utf8)
            let refusal = #expect(throws: Refusal.self) { try register.erasures() }
            #expect(refusal?.code == "register.damaged")
            #expect(throws: Refusal.self) { try register.append(erasures[0]) }
        }
        // A last line that was not finished, and so not acted on, gives way to the next.
        try whole.appending("{\"at\":").write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try register.erasures() == erasures)
        try register.append(erasures[0])
        #expect(try register.erasures() == erasures + [erasures[0]])
    }

    @Test("When the register cannot be written nothing is erased", arguments: Engine.allCases)
    func unwritable(engine: Engine) async throws {
        let room = try await CustodyRoom(engine, keys: .test(), register: "/nowhere/at/all.erasures")
        await #expect(throws: Refusal.self) { try await room.custody.erase(first, [.identity], at: .start) }
        #expect(try await room.store.facts(of: first, keys: room.keys)[1] == .told("round 0", .identity))
        try await room.close()
    }
}
