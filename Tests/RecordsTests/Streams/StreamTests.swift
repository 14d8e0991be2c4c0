import Kernel
import Records
import TestSupport
import Testing

@Suite("Streams")
struct StreamTests {
    let probe = Identifier<Probe>.number(7)

    @Test("What was appended is read again, in order, with its envelope", arguments: Engine.allCases)
    func roundTrip(engine: Engine) async throws {
        let (store, keys) = (try await TestStore.fresh(engine), try Keyring.test())
        let facts: [ProbeFact] = [
            .counted(1), .told("“words” in\nWelsh: tŷ \u{1}", .identity), .seen(try CalendarDay("2011-06-01")),
        ]
        let written = try await store.write { [probe] in
            try Streams(keys: keys).append(
                facts, to: probe, expecting: 0, by: .tester, at: .start, random: .seeded(5), in: $0)
        }
        let read = try await store.read { [probe] in try Streams(keys: keys).read(probe, in: $0) }
        #expect(read.map(\.fact) == facts)
        #expect(read.map(\.id) == written.map(\.id))
        #expect(read.map(\.sequence) == [1, 2, 3])
        #expect(
            read.map(\.occurred.description) == [Instant.start.description, Instant.start.description, "2011-06-01"])
        #expect(read.allSatisfy { $0.by == .tester && $0.recorded == .start && $0.subject == probe })
        let after = try await store.read { [probe] in try Streams(keys: keys).read(probe, after: 2, in: $0) }
        #expect(after.map(\.sequence) == [3])
        try await store.close()
    }

    @Test("The clear payload is stored as it was written, and a seed gives the same ids", arguments: Engine.allCases)
    func storedBytes(engine: Engine) async throws {
        let (store, keys) = (try await TestStore.fresh(engine), try Keyring.test())
        try await store.write { connection in
            for number in 1...2 {
                try Streams(keys: keys).append(
                    [.told("x")], to: Identifier<Probe>.number(number), expecting: 0, by: .tester, at: .start,
                    random: .seeded(3), in: connection)
                try connection.run(
                    "UPDATE events SET id = $1 WHERE subject = $2",
                    [.text("moved \(number)"), .text(of: Identifier<Probe>.number(number))])
            }
            try Streams(keys: keys).append(
                [.told("x")], to: Identifier<Probe>.number(3), expecting: 0, by: .tester, at: .start,
                random: .seeded(3), in: connection)
        }
        let stored = try await store.read { try Streams(keys: nil).storedPage(of: "probe", in: $0) }
        #expect(stored.map(\.clear) == Array(repeating: #"{"code":"T1","class":"support"}"#, count: 3))
        #expect(stored[2].id == Identifier<Event<Probe>>(at: .start, random: .seeded(3)).description)
        #expect(Set(stored.map(\.clearDigest)).count == 3, "Equal payloads do not show as equal")
        #expect(Set(stored.map(\.sealed)).count == 3)
        try await store.close()
    }

    @Test("A writer that saw an older stream is told where it ends, and nothing is kept", arguments: Engine.allCases)
    func conflict(engine: Engine) async throws {
        let (store, streams) = (try await TestStore.fresh(engine), Streams(keys: nil))
        try await streams.add([.counted(1), .counted(2)], to: probe, in: store)
        for seen in [0, 1, 3] {
            await #expect(throws: StreamConflict(found: 2)) {
                try await store.write { [probe] in
                    try streams.append(
                        [.counted(9)], to: probe, expecting: seen, by: .tester, at: .start, random: .system, in: $0)
                }
            }
        }
        #expect(try await store.facts(of: probe, keys: nil) == [.counted(1), .counted(2)])
        try await store.close()
    }

    @Test("Of many writers at once of one stream, every answered one is kept, once", arguments: Engine.allCases)
    func concurrentWriters(engine: Engine) async throws {
        let (store, streams, keys) = (try await TestStore.fresh(engine), Streams(keys: try .test()), try Keyring.test())
        let kept = Locked<Set<Int>>([])
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask { [probe] in
                    for turn in 0..<10 {
                        let number = writer * 100 + turn
                        if (try? await streams.add([.counted(number), .told("\(number)")], to: probe, in: store)) != nil
                        {
                            kept.with { _ = $0.insert(number) }
                        }
                    }
                }
            }
        }
        let numbers = try await store.facts(of: probe, keys: keys).compactMap {
            if case .counted(let number) = $0 { number } else { nil }
        }
        #expect(numbers.count == Set(numbers).count)
        #expect(Set(numbers) == kept.with { $0 })
        #expect(numbers.count > 8)
        #expect(try await Verification.verify(store, keys).isSound)
        try await store.close()
    }

    @Test("A reader without keys reads what is clear and finds the rest shut (design §3.4)", arguments: Engine.allCases)
    func withoutKeys(engine: Engine) async throws {
        let (store, keys) = (try await TestStore.fresh(engine), try Keyring.test())
        try await Streams(keys: keys).add([.told("private"), .counted(4)], to: probe, in: store)
        #expect(try await store.facts(of: probe, keys: nil) == [.told("T1", .shut, .support), .counted(4)])
        await #expect(throws: RecordsFault.self) {
            try await Streams(keys: nil).add([.told("private")], to: probe, in: store)
        }
        let stored = try await store.read { try Streams(keys: nil).storedPage(of: "probe", in: $0) }
        #expect(!String(decoding: stored[0].sealed ?? [], as: UTF8.self).contains("private"))
        try await store.close()
    }

    @Test("What was known on a day is what had been recorded by then", arguments: Engine.allCases)
    func recordedBy(engine: Engine) async throws {
        let (store, streams) = (try await TestStore.fresh(engine), Streams(keys: nil))
        for day in 0..<5 {
            try await streams.add([.counted(day)], to: probe, at: .start.adding(minutes: day * 1440), in: store)
        }
        let known = try await store.read { [probe] in
            try streams.read(probe, recordedBy: .start.adding(minutes: 2 * 1440), in: $0).map(\.fact)
        }
        #expect(known == [.counted(0), .counted(1), .counted(2)])
        try await store.close()
    }

    @Test(
        "Every event of a kind is handed over once, subject by subject, whatever the page", arguments: Engine.allCases)
    func pages(engine: Engine) async throws {
        let (store, streams) = (try await TestStore.fresh(engine), Streams(keys: nil))
        for number in 0..<7 {
            try await streams.add((0...number).map { .counted($0) }, to: Identifier<Probe>.number(number), in: store)
        }
        try await streams.add([.counted(99)], to: Identifier<OtherProbe>.number(3), in: store)
        let all = try await store.read { connection in
            var all: [StreamPosition<Probe>] = []
            try streams.each(of: Probe.self, in: connection) { all.append(StreamPosition($0)) }
            return all
        }
        let expected = (0..<7).flatMap { number in
            (1...number + 1).map { StreamPosition(subject: Identifier<Probe>.number(number), sequence: $0) }
        }
        #expect(all == expected)
        for limit in [1, 2, 3, 28, 29] {
            let paged = try await store.read { connection in
                var (paged, place): ([StreamPosition<Probe>], StreamPosition<Probe>?) = ([], nil)
                repeat {
                    let page = try streams.page(of: Probe.self, after: place, limit: limit, in: connection)
                    paged += page.events.map { StreamPosition($0) }
                    place = page.next
                } while place != nil
                return paged
            }
            #expect(paged == expected)
        }
        let subjects = try await store.read { connection in
            let first = try streams.subjects(of: Probe.self, limit: 3, in: connection)
            return first + (try streams.subjects(of: Probe.self, after: first.last, in: connection))
        }
        #expect(subjects == (0..<7).map { .number($0) })
        try await store.close()
    }

    @Test("An event of a kind this program does not know names itself", arguments: Engine.allCases)
    func unknownKind(engine: Engine) async throws {
        let (store, streams) = (try await TestStore.fresh(engine), Streams(keys: nil))
        try await streams.add([.counted(1)], to: probe, in: store)
        try await store.tamper("UPDATE events SET kind = 'probe.new'")
        let error = await #expect(throws: RecordsFault.self) { try await store.facts(of: probe, keys: nil) }
        guard case .unreadable(let sentence) = error else {
            return #expect(Bool(false), "\(String(describing: error))")
        }
        #expect(sentence.contains("probe.new at event 1 of probe \(probe)"))
        try await store.close()
    }

    @Test("Sealed bytes moved to another event do not open (design §3.4)", arguments: Engine.allCases)
    func movedSeal(engine: Engine) async throws {
        let (store, keys) = (try await TestStore.fresh(engine), try Keyring.test())
        try await Streams(keys: keys).add([.told("first"), .told("second")], to: probe, in: store)
        try await store.tamper(
            "UPDATE events SET sealed = (SELECT sealed FROM events WHERE sequence = 1) WHERE sequence = 2")
        await #expect(throws: RecordsFault.self) { try await store.facts(of: probe, keys: keys) }
        try await store.close()
    }

    @Test("A transaction that is undone leaves neither event nor key", arguments: Engine.allCases)
    func undone(engine: Engine) async throws {
        struct Undo: Error {}
        let (store, keys) = (try await TestStore.fresh(engine), try Keyring.test())
        await #expect(throws: Undo.self) {
            try await store.write { [probe] connection in
                try Streams(keys: keys).append(
                    [.told("lost")], to: probe, expecting: 0, by: .tester, at: .start, random: .system, in: connection)
                throw Undo()
            }
        }
        try await Streams(keys: keys).add([.told("kept")], to: probe, in: store)
        #expect(try await store.facts(of: probe, keys: try .test()) == [.told("kept")])
        try await store.close()
    }
}
