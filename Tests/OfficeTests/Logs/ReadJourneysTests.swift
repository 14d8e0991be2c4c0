import Casework
import Insight
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

extension Office {
    /// The journeys themselves, for which these tests wait.
    fileprivate func seen(_ question: JourneyQuestion, as actor: Author) async throws -> SeenJourneys {
        guard case .seen(let seen, stoodAt: nil) = try await journeys(question, as: actor) else {
            throw Refusal("test.waits", "The journeys are being read, or are old.")
        }
        return seen
    }
}

@Suite("The journeys that somebody asks for")
struct ReadJourneysTests {
    @Test(
        "Where nothing new has happened nothing is read again, and one event more is another answer (K-007)",
        arguments: Engine.allCases)
    func remembered(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        for number: UInt64 in 1...3 { try await desk.refer(number) }
        let (office, everybody) = (desk.office, JourneyQuestion(AskedJourneys()))
        let first = try await office.seen(everybody, as: desk.commissioner)
        #expect(first.map.cases == 3 && office.journeyReadings.begun == 1)
        let again = try await office.seen(everybody, as: desk.commissioner)
        #expect(again.map == first.map && office.journeyReadings.begun == 1)
        try await desk.refer(4)
        #expect(try await office.seen(everybody, as: desk.commissioner).map.cases == 4)
        #expect(office.journeyReadings.begun == 2)
        // What another process records is seen too.
        let other = try await desk.otherProcess()
        try await other.perform(
            AcknowledgeReferral(), on: desk.newCase(1), as: desk.manager, id: desk.command(9000))
        let told = try await office.seen(everybody, as: desk.commissioner)
        #expect(told.map.activities.contains { $0.name == StoreLog.activity("referral.acknowledged") })
        try await other.close()
        try await desk.close()
    }

    @Test(
        "Once somebody is erased no map that was read before is told, however long it was to be held",
        arguments: Engine.allCases)
    func erased(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        for number: UInt64 in 1...3 { try await desk.refer(number) }
        let other = try await desk.otherProcess()
        let everybody = JourneyQuestion(AskedJourneys())
        // Whatever is read takes longer than a request has patience, so it is held.
        for office in [desk.office, other] {
            office.journeySettings.with { $0.patience = .zero }
            while true { if case .seen = try await office.journeys(everybody, as: desk.commissioner) { break } }
        }
        try await desk.refer(4)
        for office in [desk.office, other] {
            guard case .seen(_, .some(_)) = try await office.journeys(everybody, as: desk.commissioner) else {
                Issue.record("It is not held")
                continue
            }
        }
        _ = try await desk.office.erase(desk.newCase(1), [.identity])
        for office in [desk.office, other] {
            office.journeySettings.with { $0.patience = .seconds(3600) }
            #expect(try await office.seen(everybody, as: desk.commissioner).map.cases == 4)
            #expect(office.journeyReadings.begun == 2)
        }
        try await other.close()
        try await desk.close()
    }

    @Test("What was answered to one body is no answer to another, nor to another question (K-007)")
    func apart() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await desk.refer(1)
        let everybody = JourneyQuestion(AskedJourneys())
        #expect(try await desk.office.seen(everybody, as: desk.commissioner).map.cases == 1)
        let stranger = Author(
            person: desk.commissioner.person, organisation: .init(high: 9, low: 99), role: .commissioner)
        #expect(try await desk.office.seen(everybody, as: stranger).map.cases == 0)
        let nobody = JourneyQuestion(.says("programme", "none"))
        #expect(try await desk.office.seen(nobody, as: desk.commissioner).map.cases == 0)
        #expect(desk.office.journeyReadings.begun == 3)
        try await desk.close()
    }

    @Test("No more answers are kept than are allowed, by number and by bytes, but the last always is")
    func bounded() throws {
        let now = ContinuousClock.now
        let seen = try SeenJourneys.ofNobody()
        func asking(_ number: Int) throws -> JourneyAsking {
            JourneyAsking(
                question: JourneyQuestion(.says("number", "\(number)")), areas: [], agencies: [:],
                day: try CalendarDay("2012-06-01"))
        }
        func keep(_ number: Int, events: Int = 1, held: Bool = false, in cache: inout JourneyCache) throws {
            let kept = JourneyCache.Kept(
                asking: try asking(number), answer: seen, reading: number, entries: events,
                stoodAt: Instant(milliseconds: 0), heldUntil: held ? now.advanced(by: .seconds(1)) : nil)
            cache.keep(kept, at: now)
        }
        func known(_ cache: JourneyCache, with events: Int = 1) throws -> [Int] {
            try [1, 2, 3].filter { cache.known(try asking($0), with: events, at: now) != nil }
        }
        var two = JourneyCache(answers: 2)
        for number in [1, 2, 3] { try keep(number, in: &two) }
        #expect(try known(two) == [2, 3])
        // Of the store as it was before only what is held is known.
        try keep(3, held: true, in: &two)
        try keep(1, events: 2, in: &two)
        #expect(try known(two) == [3])
        #expect(try known(two, with: 2) == [1, 3])
        // Nobody's journeys take no bytes.
        var small = JourneyCache(bytes: -1)
        for number in [1, 2] { try keep(number, in: &small) }
        #expect(try known(small) == [2])
        // What began to be read before an erasure puts out nothing that began after it.
        var erased = try asking(2)
        erased.lastErasure = "one"
        var after = JourneyCache()
        after.keep(
            JourneyCache.Kept(
                asking: erased, answer: seen, reading: 2, entries: 1, stoodAt: Instant(milliseconds: 0),
                heldUntil: nil),
            at: now)
        try keep(1, in: &after)
        #expect(after.known(erased, with: 1, at: now) != nil)
        try keep(3, in: &after)
        #expect(after.known(erased, with: 1, at: now) == nil)
    }
}
