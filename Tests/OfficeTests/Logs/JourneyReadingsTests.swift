import Casework
import Insight
import Kernel
import TestSupport
import Testing

@testable import Office

extension SeenJourneys {
    /// The journeys of nobody.
    static func ofNobody() throws -> SeenJourneys {
        let map = try JourneyMap(MapDiscovery(), naming: LogTables())
        return SeenJourneys(
            map: map, told: ToldMap(map, least: Proportion.least), isWithheld: false, comparison: nil,
            programmes: [], cohorts: [], periods: [], agencies: [], activities: [], example: nil)
    }
}

@Suite("Maps that are read while those who asked for them wait")
struct JourneyReadingsTests {
    /// Readings by a clock that the test moves; what they read is nothing.
    private struct Room: Sendable {
        let readings: JourneyReadings
        let time: Locked<ContinuousClock.Instant>
        let seen: SeenJourneys
        static let noon = Instant(milliseconds: 1_338_552_000_000)

        init() throws {
            let time = Locked(ContinuousClock.now)
            self.time = time
            readings = JourneyReadings { time.with { $0 } }
            seen = try .ofNobody()
        }

        /// For how long a request waits from now on.
        func wait(_ seconds: Int) { readings.settings.with { $0.patience = .seconds(seconds) } }

        func pass(_ seconds: Int) { time.with { $0 = $0.advanced(by: .seconds(seconds)) } }

        /// Asks one of several questions.
        /// - Parameters:
        ///   - person: who asks.
        ///   - erasure: what was erased last.
        ///   - read: what happens on the way; it is given what to tell of how many entries were read.
        func ask(
            _ question: Int = 1, with entries: Int = 10_200_000, by person: UInt64 = 1,
            after erasure: String? = nil,
            _ read: @escaping @Sendable (_ tell: @Sendable (Int) throws -> Void) async throws -> Void = { _ in }
        ) async throws -> JourneysAnswer {
            let asking = JourneyAsking(
                question: JourneyQuestion(.says("number", "\(question)")), areas: [], agencies: [:],
                day: Self.noon.day, lastErasure: erasure)
            return try await readings.answer(
                asking, with: entries, at: Self.noon, to: Identifier(high: 1, low: person)
            ) { [seen] tell in
                try await read(tell)
                return JourneyReadings.Read(answer: seen, entries: entries)
            }
        }
    }

    /// Longer than any reading here.
    private static let long = 3600

    private static func progress(_ answer: JourneysAnswer) -> JourneyProgress? {
        if case .reading(let progress) = answer { progress } else { nil }
    }

    private static func isSeen(_ answer: JourneysAnswer) -> Bool { if case .seen = answer { true } else { false } }

    /// Since when what is seen is old; nil too where nothing is seen.
    private static func stoodAt(_ answer: JourneysAnswer) -> Instant? {
        if case .seen(_, let stoodAt) = answer { stoodAt } else { nil }
    }

    @Test("While a map is read it is said how far that is and how long it may take; then there is the map")
    func progress() async throws {
        let (room, hold) = (try Room(), Hold())
        room.wait(0)
        let first = try await room.ask { tell in
            try tell(3_100_000)
            await hold.stand()
        }
        #expect(Self.progress(first)?.entries == 10_200_000)
        await hold.reached()
        room.pass(30)
        let found = try await Self.progress(room.ask())
        let told = try #require(found)
        #expect(told.read == 3_100_000 && told.secondsLeft == 69 && told.looksAgain == 30)
        hold.release()
        room.wait(Self.long)
        #expect(try await Self.isSeen(room.ask()))
        #expect(room.readings.begun == 1)
    }

    @Test("However many ask one question, it is read once, and a request that waits long enough has the map itself")
    func once() async throws {
        let (room, hold) = (try Room(), Hold())
        room.wait(Self.long)
        async let one = room.ask(by: 1) { _ in await hold.stand() }
        await hold.reached()
        async let two = room.ask(by: 2)
        async let three = room.ask(by: 3)
        hold.release()
        for answer in try await [one, two, three] { #expect(Self.isSeen(answer)) }
        #expect(room.readings.begun == 1)
    }

    @Test("A reading for which nobody asks any more stops, and is begun anew by whoever asks then")
    func abandoned() async throws {
        let (room, hold, stopped) = (try Room(), Hold(), Hold())
        room.wait(0)
        _ = try await room.ask { tell in
            await hold.stand()
            do { try tell(2) } catch {
                stopped.pass()
                throw error
            }
        }
        await hold.reached()
        room.pass(299)
        _ = try await room.ask()
        room.pass(300)
        hold.release()
        await stopped.reached()
        _ = try await room.ask()
        #expect(room.readings.begun == 2)
    }

    @Test("Two maps are read at once; who asks for a third is told when the next is done")
    func bounded() async throws {
        let (room, first, second) = (try Room(), Hold(), Hold())
        room.wait(0)
        for (question, hold) in [(1, first), (2, second)] {
            _ = try await room.ask(question, with: 100) { tell in
                try tell(question * 20)
                await hold.stand()
            }
            await hold.reached()
        }
        room.pass(60)
        guard case .waiting(let next) = try await room.ask(3) else {
            Issue.record("The third did not wait")
            return
        }
        #expect(next.secondsLeft == 90)
        second.release()
        room.wait(Self.long)
        #expect(try await Self.isSeen(room.ask(2, with: 100)))
        #expect(try await Self.isSeen(room.ask(3)))
        first.release()
        #expect(room.readings.begun == 3)
    }

    @Test("What is read of the store as it was before an erasure is given up, and holds up nothing asked after it")
    func erased() async throws {
        let room = try Room()
        let holds = [Hold(), Hold()]
        let stopped = Hold()
        room.wait(0)
        for (question, hold) in zip([1, 2], holds) {
            _ = try await room.ask(question, with: 100) { tell in
                await hold.stand()
                do { try tell(50) } catch {
                    stopped.pass()
                    throw error
                }
            }
            await hold.reached()
        }
        // Both that may be read at once are of before.
        room.wait(Self.long)
        #expect(try await Self.isSeen(room.ask(3, with: 100, after: "one")))
        for hold in holds { hold.release() }
        await stopped.reached()
        #expect(try await Self.isSeen(room.ask(3, with: 100, after: "one")))
        #expect(room.readings.begun == 3, "what came of it is still known")
    }

    @Test("What a reading failed with is told once to each who waited for it; then it is read again")
    func failure() async throws {
        let (room, hold) = (try Room(), Hold())
        let full = Refusal("temporary.file", "The folder is full. Set TMPDIR to a folder with room.")
        room.wait(0)
        _ = try await room.ask(by: 1) { _ in
            await hold.stand()
            throw full
        }
        _ = try await room.ask(by: 2)
        await hold.reached()
        hold.release()
        room.wait(Self.long)
        for person: UInt64 in [1, 2] {
            let told = await refusal { try await room.ask(by: person) }
            #expect(told == full)
        }
        #expect(try await Self.isSeen(room.ask(by: 1)))
        #expect(room.readings.begun == 2)
    }

    @Test("A map that took long is shown for minutes though more is recorded, with its time; one that was quick is not")
    func held() async throws {
        let room = try Room()
        room.wait(Self.long)
        #expect(try await Self.stoodAt(room.ask(1, with: 10)) == nil)
        #expect(try await Self.isSeen(room.ask(1, with: 11)))
        #expect(room.readings.begun == 2, "the quick one is read again")
        let hold = Hold()
        room.wait(0)
        _ = try await room.ask(2, with: 11) { _ in await hold.stand() }
        await hold.reached()
        room.pass(400)
        hold.release()
        // Whoever waits is told without a second reading, though an entry more has been recorded.
        room.wait(300)
        #expect(try await Self.stoodAt(room.ask(2, with: 12)) == Room.noon)
        #expect(room.readings.begun == 3)
        // It is held for as long as it took.
        room.pass(399)
        #expect(try await Self.stoodAt(room.ask(2, with: 12)) == Room.noon)
        room.pass(1)
        room.wait(Self.long)
        #expect(try await Self.stoodAt(room.ask(2, with: 12)) == nil)
        #expect(room.readings.begun == 4)
    }
}
