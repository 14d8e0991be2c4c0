import Kernel
import Testing

@testable import Casework

@Suite("Days and reasons of what was found out")
struct AssessmentDayTests {
    /// Registered on 28 May 2012; it is a fortnight later.
    private func room() throws -> AssessmentRoom {
        var room = try AssessmentRoom()
        room.now = Instant(london: day("2012-06-11"), hour: 10, minute: 0)
        return room
    }

    @Test("What was gone through on paper has the day it was, from registration to today (E-008)")
    func assessments() throws {
        var room = try room()
        func begin(_ on: String) -> BeginAssessment {
            BeginAssessment(instrument: "made-up", version: 1, mode: .open, on: day(on))
        }
        #expect(room.refused(begin("2012-06-12")) == "assessment.day")
        #expect(room.refused(begin("2012-05-27")) == "assessment.day")
        try room.perform(begin("2012-06-04"))
        let held = try #require(room.file.assessments.all.last)
        #expect(held.begun.day == day("2012-06-04") && held.begun.recorded.day == day("2012-06-11"))
        guard case .assessment(let fact)? = room.events.last?.fact else {
            Issue.record("it was begun")
            return
        }
        #expect(try AssessmentFact(kind: fact.kind, version: 1, clear: fact.clear, sealed: nil) == fact)
    }

    @Test("Whoever is followed is followed from the day of the assessment, not of its keying (E-008, M-030)")
    func followed() throws {
        var room = try room()
        try room.perform(BeginAssessment(instrument: "made-up", version: 1, mode: .open, on: day("2012-05-30")))
        let id = try #require(room.file.assessments.all.last).id
        try room.perform(SaveAnswers(assessment: id, mode: .open, answers: ["cv": .chosen(["yes"])]))
        try room.perform(SaveAnswers(assessment: id, mode: .open, answers: ["skills": .chosen([])]))
        try room.perform(FinishAssessment(assessment: id, mode: .open))
        let report = AssessmentReport([room.file], weeks: 1, on: day("2012-06-12"))
        #expect(report.parts.first?.streams == ["search"], "a week has passed since 30 May")
    }

    @Test("What was found out before is not put over what was found out later (E-008)")
    func order() throws {
        var room = try room()
        func begin(_ on: String?) -> BeginAssessment {
            BeginAssessment(instrument: "made-up", version: 1, mode: .open, on: on.map { day($0) })
        }
        try room.perform(begin("2012-06-04"))
        let id = try #require(room.file.assessments.all.last).id
        try room.perform(SaveAnswers(assessment: id, mode: .open, answers: ["cv": .chosen(["yes"])]))
        try room.perform(SaveAnswers(assessment: id, mode: .open, answers: ["skills": .chosen([])]))
        try room.perform(FinishAssessment(assessment: id, mode: .open))
        #expect(room.refused(begin("2012-06-01")) == "assessment.order")
        #expect(room.refused(begin("2012-06-04")) == nil && room.refused(begin(nil)) == nil)

        func rate(_ views: BarrierViews, _ on: String) -> RateBarriers { RateBarriers([views], on: day(on)) }
        try room.perform(rate(BarrierViews("debt", customer: .much), "2012-06-06"))
        let earlier = rate(BarrierViews("debt", customer: .nothing), "2012-06-05")
        #expect(room.refused(earlier) == "barrier.order")
        #expect(room.refused(rate(BarrierViews("debt", customer: .nothing), "2012-06-06")) == nil)
        #expect(room.refused(rate(BarrierViews("debt", adviser: .much), "2012-06-05")) == nil, "nothing is replaced")
    }

    @Test("A point has the day it was seen, never before the point seen last (E-008, C32)")
    func points() throws {
        var room = try room()
        let words = Words("Asked about jobs")
        try room.perform(SeeProgressPoint(.c, evidence: words, on: day("2012-06-04")))
        #expect(room.file.assessments.point?.event.day == day("2012-06-04"))
        #expect(room.refused(SeeProgressPoint(.b, evidence: words, on: day("2012-06-01"))) == "point.order")
        #expect(room.refused(SeeProgressPoint(.b, evidence: words, on: day("2012-06-12"))) == "assessment.day")
        #expect(room.refused(SeeProgressPoint(.b, evidence: words, on: day("2012-06-04"))) == nil)
        try room.perform(
            RateBarriers([BarrierViews("debt", customer: .much)], words: nil, on: day("2012-06-04")))
        #expect(room.file.assessments.barriers.first?.customer?.event.day == day("2012-06-04"))
    }

    @Test("A move back has its reason from the list, sealed, and a move on has none (F-160 to F-169)")
    func setbacks() throws {
        var room = try room()
        let words = Words("Was ill again")
        func see(_ point: ProgressPoint, _ setback: String) -> SeeProgressPoint {
            SeeProgressPoint(point, evidence: words, setback: setback)
        }
        #expect(room.refused(see(.c, "health")) == "point.not-back")
        try room.perform(SeeProgressPoint(.c, evidence: words))
        #expect(room.refused(see(.d, "health")) == "point.not-back")
        #expect(room.refused(see(.b, "luck")) == "point.setback")
        let facts = try room.perform(see(.b, "health"))
        #expect(room.file.assessments.point?.setback.value?.text == "health")
        #expect(facts.first?.clear.text.contains("health") == false, "it can be about health, so it is sealed")
        let names = Names(organisation: { _ in "The council" }, person: { _ in "Dana" })
        let told = Timeline.entries(
            room.events, through: room.file.sight(in: room.context(AssessmentRoom.adviser)), names: names,
            programmes: [:], tools: AssessmentRoom.tools)
        #expect(told.contains { $0.detail?.contains("Their health became worse again") == true })
    }

    @Test("Somebody who must attend a pathway's interviews is not found at point D; by choice they may be (E-029)")
    func mandatoryAtD() throws {
        func refused(byChoice: Bool, pathway: Bool) throws -> String? {
            var (story, _) = try Story.attached(byChoice: byChoice)
            story.sharing = .test
            if pathway { story.programme.interviews = Self.interviews }
            return story.refused(SeeProgressPoint(.d, evidence: Words("Has two interviews")), by: Story.dana)
        }
        #expect(try refused(byChoice: false, pathway: true) == "point.mandatory")
        #expect(try refused(byChoice: true, pathway: true) == nil)
        #expect(try refused(byChoice: false, pathway: false) == nil)
    }

    private static let interviews: InterviewPathway = {
        func figure<Value>(_ value: Value) -> Figure<Value> { Figure(value, .ours, source: "a test") }
        return InterviewPathway(
            customers: [], intervalMonths: figure(1), windowWeeks: figure(WholeRange(from: 3, until: 5)),
            minutes: figure(60), screening: nil, dailyMost: figure(5), dailyWarning: figure(4), deferralPauses: [])
    }()
}
