import Kernel
import Testing

@testable import Casework

@Suite("Barriers and points")
struct BarrierTests {
    @Test("The customer's view stands beside the adviser's, and a difference has a day to come back to it (G-019)")
    func sides() throws {
        var room = try AssessmentRoom()
        let rate = [BarrierViews("housing", customer: .nothing, adviser: .much), BarrierViews("debt", customer: .some)]
        #expect(room.refused(RateBarriers(rate)) == "barrier.revisit")
        #expect(room.refused(RateBarriers(rate, revisit: day("2012-05-27"))) == "barrier.revisit-past")
        try room.perform(RateBarriers(rate, words: Words("I like it there"), revisit: day("2012-06-20")))
        let housing = try #require(room.file.assessments.barriers.first)
        #expect(housing.customer?.weight == .nothing && housing.adviser?.weight == .much)
        #expect(room.file.assessments.differences.map(\.barrier) == ["housing"])
        #expect(housing.revisit == day("2012-06-20"))
        #expect(room.refused(RateBarriers(rate, revisit: day("2012-06-20"))) == "barrier.nothing")
        try room.perform(RateBarriers([BarrierViews("housing", customer: .much)]))
        #expect(room.file.assessments.differences.isEmpty)
        #expect(room.file.assessments.barriers.first?.revisit == nil)
        #expect(room.file.assessments.barriers.first?.adviser?.weight == .much)
    }

    @Test("The customer gives their own view and nobody else's")
    func own() throws {
        var room = try AssessmentRoom()
        #expect(
            room.refused(RateBarriers([BarrierViews("debt", adviser: .nothing)]), by: room.customer) == "barrier.own")
        try room.perform(RateBarriers([BarrierViews("debt", customer: .much)]), by: room.customer)
        #expect(room.file.assessments.barriers.first?.customer?.event.by.role == .customer)
    }

    @Test("A barrier about health is recorded and read under that category alone (K-007)")
    func health() throws {
        var room = try AssessmentRoom()
        let rate = RateBarriers(
            [BarrierViews("debt", customer: .some), BarrierViews("pain", customer: .much)], words: Words("It hurts"),
            heardInPrivate: true)
        #expect(room.refused(rate) == "assessment.consent")
        room.agree()
        let facts = try room.perform(rate)
        #expect(facts.map(\.category) == [.assessment, .health])
        // The words may be about the more guarded of the two.
        #expect(facts[0].sealed?.json["words"] == nil)
        #expect(facts[1].sealed?.json["words"] == .string("It hurts"))
        room.withdrawConsent()
        #expect(room.seen.assessments?.barriers.map(\.barrier) == ["debt"])
        #expect(room.refused(RateBarriers([BarrierViews("luck", customer: .some)])) == "barrier.unknown")
    }

    @Test("Health is rated only in private and beside the person's own view, and what is not about it anywhere (G-018)")
    func inPrivate() throws {
        var room = try AssessmentRoom()
        room.agree()
        let views = [BarrierViews("pain", customer: .much)]
        let suspected = [BarrierViews("pain", adviser: .much)]
        #expect(room.refused(RateBarriers(suspected, heardInPrivate: true)) == "barrier.suspected")
        let takenBack = [BarrierViews("pain", adviser: .nothing)]
        #expect(room.refused(RateBarriers(takenBack, heardInPrivate: true)) == nil)
        #expect(room.refused(RateBarriers([BarrierViews("debt", adviser: .some)])) == nil)
        #expect(room.refused(RateBarriers(views)) == "barrier.private")
        #expect(room.refused(RateBarriers([BarrierViews("debt", customer: .some)])) == nil)
        // Somebody says of themselves what they like, where they like.
        #expect(room.refused(RateBarriers(views), by: room.customer) == nil)
        let facts = try room.perform(RateBarriers(views, heardInPrivate: true))
        guard case .assessment(.barriersRated(.health, _, let said, _)) = facts.first else {
            Issue.record("no view was recorded under health")
            return
        }
        #expect(said.value?.heardInPrivate == true)
        // Their own view is on record now, so another may stand beside it.
        let beside = RateBarriers(suspected, heardInPrivate: true)
        #expect(room.refused(beside) == nil)
        // What is as it was is not said again, so it needs no private room.
        let both = RateBarriers(views + [BarrierViews("debt", customer: .some)])
        #expect(room.refused(both) == nil)
    }

    @Test("Points A to D are recorded with what showed them, back as well as on (C32, N-005)")
    func points() throws {
        var room = try AssessmentRoom()
        #expect(room.refused(SeeProgressPoint(.a, evidence: nil)) == "point.evidence")
        for (point, evidence) in [(ProgressPoint.a, "Silent"), (.c, "Asked about jobs"), (.b, "Relapse")] {
            try room.perform(SeeProgressPoint(point, evidence: Words(evidence)))
        }
        #expect(room.refused(SeeProgressPoint(.b, evidence: Words("x"))) == "point.same")
        #expect(room.file.assessments.standingPoints.map(\.point) == [.a, .c, .b])
        guard case .assessment(.pointSeen(.b, from: .c, _, _)) = room.events.last?.fact else {
            Issue.record("the move back does not name where from")
            return
        }
        let last = try #require(room.file.assessments.point).event.id
        try room.perform(WithdrawPoint(event: last, why: Words("Mistyped")))
        #expect(room.file.assessments.point?.point == .c)
        #expect(room.refused(WithdrawPoint(event: last, why: Words("again"))) == "point.none")
    }
}
