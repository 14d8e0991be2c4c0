import Kernel
import Records
import TestSupport
import Testing

@Suite("The outbox")
struct OutboxTests {
    private func populate(_ store: TestStore, _ count: Int) async throws {
        try await store.write { connection in
            let events = try Streams(keys: nil).append(
                (0..<count).map { .counted($0) }, to: Identifier<Probe>.number(1), expecting: 0, by: .tester,
                at: .start,
                random: .system, in: connection)
            for (place, event) in events.enumerated() {
                for _ in 0..<2 {
                    try Outbox.add(
                        "letter", because: event, payload: "notice/\(place)",
                        due: .start.adding(minutes: -place), in: connection)
                }
            }
        }
    }

    private func take(_ limit: Int, from store: any Database, at moment: Instant = .start) async throws -> [OutboxItem]
    {
        try await store.write { try Outbox.take(limit, now: moment, in: $0) }
    }

    @Test(
        "What is due is taken once, the longest due first, and again only when the lease is over",
        arguments: Engine.allCases)
    func taken(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        try await populate(store, 4)
        #expect(try await store.count("outbox") == 4, "Once for each event and kind")
        #expect(
            try await take(10, from: store, at: .start.adding(minutes: -2)).map(\.payload) == ["notice/3", "notice/2"])
        #expect(try await take(1, from: store).map(\.payload) == ["notice/1"])
        #expect(try await take(10, from: store).map(\.payload) == ["notice/0"])
        #expect(try await take(10, from: store).isEmpty)
        let again = try await take(10, from: store, at: .start.adding(seconds: Outbox.leaseSeconds))
        #expect(again.map(\.payload) == ["notice/3", "notice/2", "notice/1", "notice/0"])
        #expect(again.allSatisfy { $0.attempt == 2 })
        try await store.close()
    }

    @Test("Sent, withheld and given up are ends; a failure to be tried again is due then", arguments: Engine.allCases)
    func ends(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        try await populate(store, 4)
        let items = try await take(4, from: store)
        let later = Instant.start.adding(minutes: 600)
        let taken = try await store.write { connection in
            [
                try Outbox.sent(items[0], at: .start, in: connection),
                try Outbox.withheld(items[1], "The appointment was cancelled.", at: .start, in: connection),
                try Outbox.failed(items[2], "No answer.", retryAt: nil, at: .start, in: connection),
                try Outbox.failed(items[3], "No answer.", retryAt: later, at: .start, in: connection),
                try Outbox.sent(items[0], at: .start, in: connection),
            ]
        }
        #expect(taken == [true, true, true, true, false], "What has ended is ended")
        #expect(try await take(9, from: store, at: later.adding(seconds: -1)).isEmpty)
        #expect(try await take(9, from: store, at: later).map(\.payload) == [items[3].payload])
        let states = try await store.read { try $0.all("SELECT state FROM outbox ORDER BY due") { try $0.text(0) } }
        #expect(states == ["sent", "withheld", "failed", "waiting"])
        try await store.close()
    }

    @Test("A worker whose lease is over can no longer say what became of an item", arguments: Engine.allCases)
    func lateWorker(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        try await populate(store, 1)
        let slow = try await take(1, from: store)[0]
        let quick = try await take(1, from: store, at: .start.adding(minutes: 60))[0]
        let taken = try await store.write { connection in
            [
                try Outbox.failed(slow, "late", retryAt: .start, at: .start, in: connection),
                try Outbox.sent(quick, at: .start, in: connection),
            ]
        }
        #expect(taken == [false, true])
        try await store.close()
    }

    @Test(
        "A letter that a worker has in hand is told until its end, another try or the end of its lease, and a call never",
        arguments: Engine.allCases)
    func inHand(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        try await populate(store, 2)
        func isFree(at moment: Instant = .start) async throws -> Bool {
            try await store.write {
                try Outbox.keepBack(
                    lettersOf: Identifier<Probe>.number(1).description, now: moment, in: $0)
            }
        }
        #expect(try await isFree(), "Both wait")
        let first = try await take(1, from: store)[0]
        #expect(try await !isFree())
        #expect(try await isFree(at: .start.adding(seconds: Outbox.leaseSeconds)))
        let later = Instant.start.adding(minutes: 5)
        try await store.write { _ = try Outbox.failed(first, "No answer.", retryAt: later, at: .start, in: $0) }
        #expect(try await isFree(), "It waits for another try")
        let second = try await take(1, from: store)[0]
        #expect(try await !isFree())
        try await store.write { _ = try Outbox.sent(second, at: .start, in: $0) }
        #expect(try await isFree())
        try await store.write { connection in
            let event = try Streams(keys: nil).append(
                [.counted(9)], to: Identifier<Probe>.number(1), expecting: 2, by: .tester, at: .start,
                random: .system, in: connection)[0]
            try Outbox.add(
                "\(Outbox.callPrefix)one", because: event, payload: "", due: .start, in: connection)
            #expect(try Outbox.take(1, .calls, now: .start, in: connection).count == 1)
        }
        #expect(try await isFree())
        try await store.close()
    }

    @Test("Workers at once never take the same item, and between them take all", arguments: Engine.allCases)
    func atOnce(engine: Engine) async throws {
        let store = try await TestStore.fresh(engine)
        try await populate(store, 60)
        let taken = try await withThrowingTaskGroup(of: [OutboxItem].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    var taken: [OutboxItem] = []
                    while true {
                        let items = try await take(5, from: store)
                        if items.isEmpty { return taken }
                        taken += items
                    }
                }
            }
            return try await group.reduce([], +)
        }
        #expect(taken.count == 60 && Set(taken).count == 60)
        try await store.close()
    }
}
