import Casework
import Insight
import Kernel
import Records
import TestSupport
import Testing

@testable import Office

@Suite("The journeys that somebody asks for")
struct ReadJourneysTests {
    @Test(
        "Where nothing new has happened nothing is read again, and one event more is another answer (K-007)",
        arguments: Engine.allCases)
    func remembered(engine: Engine) async throws {
        let desk = try await TestDesk.open(engine)
        for number: UInt64 in 1...3 { try await desk.refer(number) }
        let (office, everybody) = (desk.office, JourneyQuestion(AskedJourneys()))
        let first = try await office.journeys(everybody, as: desk.commissioner)
        #expect(first.map.cases == 3 && office.seenJourneys.readings == 1)
        let again = try await office.journeys(everybody, as: desk.commissioner)
        #expect(again.map == first.map && office.seenJourneys.readings == 1)
        try await desk.refer(4)
        #expect(try await office.journeys(everybody, as: desk.commissioner).map.cases == 4)
        #expect(office.seenJourneys.readings == 2)
        // What another process records is seen too.
        let other = try await desk.otherProcess()
        try await other.perform(
            AcknowledgeReferral(), on: desk.newCase(1), as: desk.manager, id: desk.command(9000))
        let told = try await office.journeys(everybody, as: desk.commissioner)
        #expect(told.map.activities.contains { $0.name == StoreLog.activity("referral.acknowledged") })
        try await other.close()
        try await desk.close()
    }

    @Test("What was answered to one body is no answer to another, nor to another question (K-007)")
    func apart() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await desk.refer(1)
        let everybody = JourneyQuestion(AskedJourneys())
        #expect(try await desk.office.journeys(everybody, as: desk.commissioner).map.cases == 1)
        let stranger = Author(
            person: desk.commissioner.person, organisation: .init(high: 9, low: 99), role: .commissioner)
        #expect(try await desk.office.journeys(everybody, as: stranger).map.cases == 0)
        let nobody = JourneyQuestion(.says("programme", "none"))
        #expect(try await desk.office.journeys(nobody, as: desk.commissioner).map.cases == 0)
        #expect(desk.office.seenJourneys.readings == 3)
        try await desk.close()
    }

    @Test("No more answers are kept than are allowed, by number and by bytes, and none of the store as it was before")
    func bounded() async throws {
        let desk = try await TestDesk.open(.sqlite)
        try await desk.refer(1)
        let seen = try await desk.office.journeys(JourneyQuestion(AskedJourneys()), as: desk.commissioner)
        func basis(_ number: Int, events: Int = 1) -> JourneyBasis {
            JourneyBasis(
                question: JourneyQuestion(.says("number", "\(number)")), areas: [], agencies: [:],
                day: desk.office.clock.today, events: events)
        }
        let two = JourneyCache(answers: 2)
        for number in [1, 2, 1, 2, 3, 2, 1] { _ = two.answer(basis(number)) { seen } }
        // The third takes the place of the first, which is then read once more.
        #expect(two.readings == 4)
        _ = two.answer(basis(1, events: 2)) { seen }
        _ = two.answer(basis(1, events: 1)) { seen }
        #expect(two.readings == 6)
        let none = JourneyCache(bytes: 0)
        for _ in 1...2 { _ = none.answer(basis(1)) { seen } }
        #expect(none.readings == 2)
        try await desk.close()
    }
}
