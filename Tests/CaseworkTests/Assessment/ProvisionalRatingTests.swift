import Kernel
import Testing

@testable import Casework

@Suite("Ratings that questions not asked could still change")
struct ProvisionalRatingTests {
    /// Gone through by phone, so that the private question was not asked.
    private func byPhone() throws -> (AssessmentRoom, Identifier<Assessment>) {
        var room = try AssessmentRoom()
        room.agree()
        let id = try room.assess(["cv": .chosen(["yes"]), "skills": .chosen([])], .phone)
        return (room, id)
    }

    private func takeUp(_ id: Identifier<Assessment>, why: String? = nil) -> StreamCustomer {
        StreamCustomer(assessment: id, rating: "green", stream: "search", why: why.map { Words($0) })
    }

    private func due(_ room: AssessmentRoom) -> Due? {
        room.seen.standing(
            on: room.now.day, now: room.now, programmes: [:], rules: .madeUp, instruments: [AssessmentRoom.instrument]
        ).dues.first { $0.code == .assess }
    }

    @Test("It is taken up only with a reason, as one that is overruled is (G-102)")
    func reason() throws {
        var (room, id) = try byPhone()
        #expect(room.file.assessments.finished.last?.couldBe == "red")
        #expect(room.refused(takeUp(id)) == "assessment.provisional")
        try room.perform(takeUp(id, why: "Asked for another day"))
        #expect(room.file.assessments.finished.last?.isProvisional == true)
        try room.perform(StreamCustomer(assessment: id, rating: "red", stream: "help", why: Words("Sleeps badly")))
        let settled = try #require(room.file.assessments.finished.last)
        #expect(settled.couldBe == nil && !settled.isProvisional, "the adviser set what it could have come to")
    }

    @Test("It does not set alone how often the plan is gone through, and one that is whole does (G-102, D-092)")
    func interval() throws {
        var (room, id) = try byPhone()
        try room.perform(takeUp(id, why: "Asked for another day"))
        let since = try #require(room.file.assessments.finished.last?.streamings.last?.event.sequence)
        #expect(room.file.planStream == PlanStream("search", provisionalSince: since))
        let whole = try room.assess(["cv": .chosen(["yes"]), "health": .chosen(["no"])])
        try room.perform(takeUp(whole))
        #expect(room.file.planStream == PlanStream("search"))

        func limit(_ weeks: Int) -> Figure<TimeLimit> { Figure(TimeLimit(weeks, .weeks), .ours, source: "test") }
        let reviewing = PlanReviewing(
            byStream: ["search": limit(6), "help": limit(2)], otherwise: limit(4), atMost: limit(26),
            saidBefore: limit(1), overwrittenTold: limit(1))
        let start = day("2012-06-18")
        #expect(reviewing.due(after: start, stream: PlanStream("search")) == start.adding(weeks: 6))
        let provisional = PlanStream("search", provisionalSince: 1)
        #expect(reviewing.due(after: start, stream: provisional) == start.adding(weeks: 2))
        #expect(reviewing.due(after: start, stream: nil) == start.adding(weeks: 4))
    }

    @Test("To ask what was not asked is due until it was, and not of whoever may not ask it (G-102, K-007)")
    func asked() throws {
        var (room, id) = try byPhone()
        try room.perform(takeUp(id, why: "Asked for another day"))
        let found = try #require(due(room))
        #expect(found.act == .assess && !found.overdue && found.sentence.contains("ask them where nobody else hears"))
        var shut = room
        shut.withdrawConsent()
        #expect(due(shut) == nil, "they do not agree that it is asked about")
        let again = try room.begin()
        #expect(due(room) == nil, "it is being asked")
        try room.perform(
            SaveAnswers(
                assessment: again, mode: .inPrivate, answers: ["cv": .chosen(["yes"]), "health": .chosen(["no"])]))
        try room.perform(FinishAssessment(assessment: again, mode: .inPrivate))
        #expect(due(room) == nil)
    }
}
