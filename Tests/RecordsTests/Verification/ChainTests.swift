import Kernel
import TestSupport
import Testing

@testable import Records

@Suite("The chain")
struct ChainTests {
    @Test("Any one byte changed in any column of any event is reported (design §3.3)", arguments: Engine.allCases)
    func flippedByte(engine: Engine) async throws {
        let keys = try Keyring.test()
        let store = try await TestStore.populated(engine, keys, streams: 1)
        let columns = try #require(StoredTable.all.first { $0.name == "events" }).columns
        let events = try await store.read { connection in
            try ["probe", "other"].flatMap { try Streams(keys: nil).storedPage(of: $0, in: connection) }
        }
        #expect(try await Verification.verify(store, keys).isSound)
        let random = RandomSource.seeded(11)
        for event in events {
            for column in columns {
                let was = try await store.value(of: column, in: event)
                let changed = was.withOneByteChanged(column.kind, random)
                try await store.tamper(
                    "UPDATE events SET \(column.name) = $1 WHERE id = $2", [changed, .text(event.id)])
                let report = try await Verification.verify(store, keys)
                #expect(!report.isSound, "\(column.name) of event \(event.sequence) of \(event.subject)")
                let id = column.name == "id" ? changed : .text(event.id)
                try await store.tamper("UPDATE events SET \(column.name) = $1 WHERE id = $2", [was, id])
            }
        }
        #expect(try await Verification.verify(store, keys).isSound, "Everything was put back")
        try await store.close()
    }

    @Test("A payload taken away without an erasure is reported", arguments: Engine.allCases)
    func takenAway(engine: Engine) async throws {
        let keys = try Keyring.test()
        let store = try await TestStore.populated(engine, keys, streams: 1)
        let subject = Identifier<Probe>.number(0).description
        try await store.tamper("UPDATE events SET clear = NULL, salt = NULL WHERE stream = 'probe' AND sequence = 1")
        try await store.tamper("UPDATE events SET sealed = NULL WHERE stream = 'probe' AND sequence = 2")
        try await store.tamper(
            "UPDATE keys SET wrapped = NULL, destroyed = 'x', cleared = '*', proof = $1 WHERE subject = $2",
            [.bytes([1]), .text(subject)])
        let report = try await Verification.verify(store, keys)
        #expect(report.findings.contains(.payloadMissing(stream: "probe", subject: subject, sequence: 1)))
        #expect(report.findings.contains(.payloadMissing(stream: "probe", subject: subject, sequence: 2)))
        #expect(report.findings.contains(.keyMissing(stream: "probe", subject: subject, sequence: 5)))
        #expect(report.erased == 0)
        try await store.close()
    }

    @Test("A key that is damaged or gone is reported at the events it closes", arguments: Engine.allCases)
    func lostKey(engine: Engine) async throws {
        let keys = try Keyring.test()
        let store = try await TestStore.populated(engine, keys)
        let (first, second) = (Identifier<Probe>.number(0).description, Identifier<Probe>.number(1).description)
        let other = try await store.read { connection in
            try connection.first("SELECT wrapped FROM keys WHERE subject = $1", [.text(second)]) { try $0.bytes(0) }
        }
        try await store.tamper("UPDATE keys SET wrapped = $1 WHERE subject = $2", [.optional(other), .text(first)])
        try await store.tamper("DELETE FROM keys WHERE subject = $1", [.text(second)])
        #expect(
            try await Verification.verify(store, keys).findings
                == [first, second].flatMap { subject in
                    [2, 5].map { Finding.keyMissing(stream: "probe", subject: subject, sequence: $0) }
                })
        try await store.close()
    }

    @Test("A cut tail is reported, from the stream's row and from the checkpoint", arguments: Engine.allCases)
    func cutTail(engine: Engine) async throws {
        let keys = try Keyring.test()
        let store = try await TestStore.populated(engine, keys)
        let subject = Identifier<Probe>.number(1).description
        try await store.tamper("DELETE FROM events WHERE subject = $1 AND sequence > 4", [.text(subject)])
        #expect(
            try await Verification.verify(store, keys).findings
                == [.missingTail(stream: "probe", subject: subject, last: 4, recorded: 6)])
        // Somebody who also makes the stream's row agree is told on by the checkpoint, which signed event 3.
        try await store.tamper("DELETE FROM events WHERE subject = $1 AND sequence > 2", [.text(subject)])
        try await store.tamper(
            """
            UPDATE streams SET head = 2, signed = 0,
                digest = (SELECT digest FROM events WHERE subject = $1 AND sequence = 2) WHERE subject = $1
            """, [.text(subject)])
        #expect(
            try await Verification.verify(store, keys).findings
                == [.missingTail(stream: "probe", subject: subject, last: 2, recorded: 3)])
        try await store.close()
    }

    @Test("A missing stream is reported, even when its row is gone too", arguments: Engine.allCases)
    func missingStream(engine: Engine) async throws {
        let keys = try Keyring.test()
        let store = try await TestStore.populated(engine, keys)
        let subject = Identifier<Probe>.number(2).description
        try await store.tamper("DELETE FROM events WHERE subject = $1", [.text(subject)])
        #expect(
            try await Verification.verify(store, keys).findings.contains(
                .missingStream(stream: "probe", subject: subject, recorded: 6)))
        try await store.tamper("DELETE FROM streams WHERE subject = $1", [.text(subject)])
        #expect(
            try await Verification.verify(store, keys).findings
                == [.missingStream(stream: "probe", subject: subject, recorded: 3)])
        try await store.close()
    }

    @Test("Events put in another order, or taken out of the middle, are reported", arguments: Engine.allCases)
    func reordered(engine: Engine) async throws {
        let keys = try Keyring.test()
        let store = try await TestStore.populated(engine, keys)
        let subject = Identifier<Probe>.number(0).description
        for (from, to) in [(5, 50), (4, 5), (50, 4)] {
            try await store.tamper(
                "UPDATE events SET sequence = $1 WHERE subject = $2 AND sequence = $3",
                [.int(to), .text(subject), .int(from)])
        }
        let findings = try await Verification.verify(store, keys).findings
        #expect(findings.contains(.brokenLink(stream: "probe", subject: subject, sequence: 4)))
        #expect(findings.contains(.brokenLink(stream: "probe", subject: subject, sequence: 5)))
        try await store.tamper("DELETE FROM events WHERE subject = $1 AND sequence IN (4, 5)", [.text(subject)])
        #expect(
            try await Verification.verify(store, keys).findings
                == [.gap(stream: "probe", subject: subject, from: 4, to: 5)])
        try await store.close()
    }

    @Test("An event rewritten with its whole chain after it is told on by the checkpoint", arguments: Engine.allCases)
    func rewritten(engine: Engine) async throws {
        let keys = try Keyring.test()
        let store = try await TestStore.populated(engine, keys, streams: 1)
        let stored = try await store.read { try Streams(keys: nil).storedPage(of: "probe", in: $0) }
        var previous: [UInt8]?
        for event in stored {
            var changed = event
            if event.sequence == 2 { changed.sealed = [1, 2, 3] }
            changed.sealedDigest = changed.sealed.map { StoredEvent.digest(ofSealed: $0) }
            let digest = changed.link(after: previous)
            try await store.tamper(
                "UPDATE events SET sealed = $1, sealed_digest = $2, digest = $3 WHERE id = $4",
                [.optional(changed.sealed), .optional(changed.sealedDigest), .bytes(digest), .text(event.id)])
            previous = digest
        }
        try await store.tamper(
            "UPDATE streams SET digest = $1 WHERE stream = 'probe'", [.optional(previous)])
        let report = try await Verification.verify(store, keys)
        #expect(report.findings == [.signedOtherwise(stream: "probe", subject: stored[0].subject, sequence: 3)])
        try await store.close()
    }

    @Test("An empty store is sound", arguments: Engine.allCases)
    func empty(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        let report = try await Verification.verify(store, try .test())
        #expect(report.isSound && report.events == 0 && report.streams == 0 && report.lastCheckpoint == nil)
        try await store.close()
    }

    @Test("A report says in sentences what is wrong and what was checked")
    func sentences() {
        var report = VerificationReport()
        report.events = 1
        report.streams = 1
        report.add(.missingTail(stream: "case", subject: "x", last: 4, recorded: 6))
        report.add(.missingTail(stream: "case", subject: "x", last: 4, recorded: 6))
        #expect(report.found == 1)
        #expect(report.sentences.first == "Missing tail: case x ends at event 4, and 6 were recorded.")
        #expect(report.sentences[1] == "1 event in 1 stream and 0 checkpoints checked; 0 payloads erased.")
        for sequence in 0..<2000 { report.add(.brokenLink(stream: "case", subject: "x", sequence: sequence)) }
        #expect(report.found == 2001 && report.findings.count == 1000)
        #expect(report.sentences.contains("1001 more things are wrong."))
    }
}

extension TestStore {
    fileprivate func value(of column: StoredTable.Column, in event: StoredEvent) async throws -> SQLValue {
        try await read { connection in
            let select = SQL(stringLiteral: "SELECT \(column.name) FROM events WHERE id = $1")
            return try connection.first(select, [.text(event.id)]) { row in
                if row.isNull(0) { return .null }
                return switch column.kind {
                case .text: .text(try row.text(0))
                case .int: .int(try row.int(0))
                case .bool: .bool(try row.bool(0))
                case .bytes: .bytes(try row.bytes(0))
                }
            } ?? .null
        }
    }
}

extension SQLValue {
    /// The same value with one bit of one byte the other way, so that it is still ASCII where it was; null becomes a value.
    fileprivate func withOneByteChanged(_ kind: StoredTable.Column.Kind, _ random: RandomSource) -> SQLValue {
        switch self {
        case .null: return kind == .bytes ? .bytes([0]) : .text("x")
        case .int(let number): return .int(number ^ (1 << (6 + random.below(4))))
        case .bool(let isTrue): return .bool(!isTrue)
        case .bytes(var bytes):
            bytes[random.below(bytes.count)] ^= 1 << random.below(8)
            return .bytes(bytes)
        case .text(let text):
            var bytes = Array(text.utf8)
            bytes[random.below(bytes.count)] ^= 1
            return .text(String(decoding: bytes, as: UTF8.self))
        }
    }
}
