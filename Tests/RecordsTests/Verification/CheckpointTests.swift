import Kernel
import TestSupport
import Testing

@testable import Records

@Suite("Checkpoints")
struct CheckpointTests {
    let probe = Identifier<Probe>.number(1)

    @Test("One is made after a thousand events, or a day, and never for nothing", arguments: Engine.allCases)
    func due(engine: Engine) async throws {
        let (store, streams, checkpoints) = (
            try await TestStore.fresh(engine), Streams(keys: nil), Checkpoints(keys: try .test())
        )
        #expect(try await checkpoints.makeIfDue(in: store, at: .start) == 0)
        try await streams.add([.counted(1)], to: probe, in: store)
        #expect(try await checkpoints.makeIfDue(in: store, at: .start) == 1, "The first event is signed at once")
        try await streams.add([.counted(2)], to: probe, in: store)
        #expect(try await checkpoints.makeIfDue(in: store, at: .start.adding(seconds: 86_399)) == 0)
        #expect(try await checkpoints.makeIfDue(in: store, at: .start.adding(seconds: 86_400)) == 1)
        #expect(try await checkpoints.makeIfDue(in: store, at: .start.adding(seconds: 999_999)) == 0)
        let later = Instant.start.adding(seconds: 86_401)
        try await streams.add((0..<999).map { .counted($0) }, to: probe, in: store)
        #expect(try await checkpoints.makeIfDue(in: store, at: later) == 0)
        try await streams.add([.counted(1000)], to: Identifier<OtherProbe>.number(1), in: store)
        #expect(try await checkpoints.makeIfDue(in: store, at: later) == 1)
        #expect(try await store.count("checkpoint_heads") == 4, "Only heads that had moved were signed")
        #expect(try await Verification.verify(store, .test()).isSound)
        try await store.close()
    }

    @Test("The counter has one made when this process has recorded a thousand events", arguments: Engine.allCases)
    func counter(engine: Engine) async throws {
        let (store, streams) = (try await TestStore.fresh(engine), Streams(keys: nil))
        let checkpointer = Checkpointer(Checkpoints(keys: try .test()), of: store)
        for batch in 1...10 {
            try await streams.add((0..<100).map { .counted($0) }, to: probe, in: store)
            try await checkpointer.recorded(100, at: .start)
            #expect(try await store.count("checkpoints") == (batch == 10 ? 1 : 0))
        }
        try await store.close()
    }

    @Test("More heads than one checkpoint holds are signed by several", arguments: Engine.allCases)
    func several(engine: Engine) async throws {
        let (store, keys) = (try await TestStore.fresh(engine), try Keyring.test())
        try await store.write { connection in
            for number in 0..<Checkpoints.heads + 1 {
                try Streams(keys: nil).append(
                    [.counted(number)], to: Identifier<Probe>.number(number), expecting: 0, by: .tester, at: .start,
                    random: .system, in: connection)
            }
        }
        #expect(try await Checkpoints(keys: keys).make(in: store, at: .start) == 2)
        let report = try await Verification.verify(store, keys)
        #expect(report.isSound && report.checkpoints == 2 && report.streams == Checkpoints.heads + 1)
        try await store.close()
    }

    @Test("Checkpoints made while events are appended cover what they say", arguments: Engine.allCases)
    func whileAppending(engine: Engine) async throws {
        let (store, keys) = (try await TestStore.fresh(engine), try Keyring.test())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<4 {
                group.addTask {
                    for turn in 0..<15 {
                        try await Streams(keys: keys).add(
                            [.counted(turn)], to: Identifier<Probe>.number(number), in: store)
                    }
                }
            }
            for _ in 0..<2 {
                group.addTask {
                    for _ in 0..<10 { try await Checkpoints(keys: keys).make(in: store, at: .start) }
                }
            }
            try await group.waitForAll()
        }
        try await Checkpoints(keys: keys).make(in: store, at: .start)
        let report = try await Verification.verify(store, keys)
        #expect(report.findings == [] && report.events == 60)
        try await store.close()
    }

    @Test(
        "A checkpoint that was altered, signed with another key, or taken away is reported", arguments: Engine.allCases)
    func altered(engine: Engine) async throws {
        let keys = try Keyring.test()
        let store = try await TestStore.populated(engine, keys)
        let checkpoints = Checkpoints(keys: keys)
        for number in 0..<3 {
            try await Streams(keys: keys).add([.counted(number)], to: Identifier<Probe>.number(number), in: store)
            try await checkpoints.make(in: store, at: .start)
        }
        #expect(try await Verification.verify(store, keys).isSound)

        func findings(after change: String, undo: String) async throws -> [Finding] {
            try await store.tamper(change)
            let findings = try await Verification.verify(store, keys).findings
            try await store.tamper(undo)
            return findings
        }
        #expect(
            try await findings(
                after: "UPDATE checkpoints SET made = 'x' || made WHERE number = 2",
                undo: "UPDATE checkpoints SET made = substr(made, 2) WHERE number = 2")
                == [.checkpointAltered(number: 2)])
        #expect(
            try await findings(
                after: "UPDATE checkpoints SET heads = heads + 1 WHERE number = 2",
                undo: "UPDATE checkpoints SET heads = heads - 1 WHERE number = 2")
                == [.checkpointAltered(number: 2)])
        #expect(
            try await findings(
                after: "UPDATE checkpoint_heads SET checkpoint = 4 WHERE checkpoint = 3",
                undo: "UPDATE checkpoint_heads SET checkpoint = 3 WHERE checkpoint = 4 AND subject LIKE '%1'")
                == [.checkpointAltered(number: 3), .checkpointAltered(number: 4)])
        try await store.tamper("UPDATE checkpoint_heads SET checkpoint = 4 WHERE subject LIKE '%2' AND sequence > 6")
        let signature = try Keyring.test(2).sign([1])
        try await store.tamper("UPDATE checkpoints SET signature = $1 WHERE number = 1", [.bytes(signature)])
        #expect(try await Verification.verify(store, keys).findings.contains(.checkpointSignature(number: 1)))
        try await store.tamper("DELETE FROM checkpoints WHERE number = 2")
        #expect(try await Verification.verify(store, keys).findings.contains(.checkpointMissing(from: 2, to: 2)))
        try await store.close()
    }

    @Test("A last checkpoint taken away with its heads is told on by the streams", arguments: Engine.allCases)
    func lastTakenAway(engine: Engine) async throws {
        let keys = try Keyring.test()
        let store = try await TestStore.populated(engine, keys, streams: 1)
        try await store.tamper("DELETE FROM checkpoints")
        try await store.tamper("DELETE FROM checkpoint_heads")
        let subject = Identifier<Probe>.number(0).description
        #expect(
            try await Verification.verify(store, keys).findings == [.headDiffers(stream: "probe", subject: subject)])
        try await store.close()
    }
}
