import Kernel
import Testing

@testable import Casework

@Suite("What is due of assessments and first plans")
struct AssessmentDueTests {
    private static let id = Identifier<Assessment>(high: 7, low: 1)

    private func due(_ code: DueCode, in story: Story) -> Due? {
        story.file.standing(
            on: story.now.day, now: story.now, programmes: [story.programme.id: story.programme], rules: .madeUp,
            instruments: [AssessmentRoom.levels]
        ).dues.first { $0.code == code }
    }

    /// Two meetings, the second held on Monday 2 July 2012.
    private func metTwice() throws -> Story {
        var (story, _) = try Story.attached()
        let review = try story.book(try Story.slot("2012-07-02"), .review)
        story.at("2012-07-02", 10, 30)
        try story.perform(RecordAttendance(appointment: review, attendance: Story.came), by: Story.dana)
        return story
    }

    @Test("An assessment and something on the plan are due by the second meeting, of whoever has them (C06, C07)")
    func byTheSecondMeeting() throws {
        var (story, _) = try Story.attached()
        #expect(due(.assess, in: story) == nil && due(.makePlan, in: story) == nil, "no second meeting is booked")
        try story.book(try Story.slot("2012-07-02"), .review)
        for code in [DueCode.assess, .makePlan] {
            let booked = try #require(due(code, in: story))
            #expect(booked.day == day("2012-07-02") && !booked.overdue)
            #expect(booked.organisation == Story.local)
        }
        story = try metTwice()
        #expect(due(.assess, in: story)?.overdue == false, "it is the day itself")
        story.at("2012-07-03")
        #expect(due(.assess, in: story)?.overdue == true && due(.makePlan, in: story)?.overdue == true)
        for (text, isAsked) in [("2012-07-30", true), ("2012-07-31", false)] {
            var later = story
            later.at(text)
            for code in [DueCode.assess, .makePlan] { #expect((due(code, in: later) != nil) == isAsked, "\(text)") }
        }
        let start = AssessmentStart(instrument: "made-up", version: 1, mode: .open)
        story.record([.assessment(.begun(Self.id, start))], by: Story.dana)
        #expect(due(.assess, in: story) == nil)
        let goal = PlanFact.goalSet(Identifier(high: 7, low: 2), replaces: nil, source: nil, .open(Words("To cook.")))
        story.record([.plan(goal)], by: Story.dana)
        #expect(due(.makePlan, in: story) == nil)
    }

    @Test("What is begun is to be finished, and what is finished settled, or the plan goes by no stream (C06)")
    func halfDone() throws {
        var story = try metTwice()
        story.at("2012-07-03")
        let start = AssessmentStart(instrument: "made-up", version: 1, mode: .open)
        story.record([.assessment(.begun(Self.id, start))], by: Story.dana)
        #expect(due(.finishAssessment, in: story)?.day == day("2012-07-10"))
        story.at("2012-07-11")
        #expect(due(.finishAssessment, in: story)?.overdue == true)
        let outcome = AssessmentOutcome(sections: [], rating: "green", stream: "search")
        story.record([.assessment(.finished(Self.id, outcome))], by: Story.dana)
        #expect(due(.finishAssessment, in: story) == nil)
        let settle = try #require(due(.settleAssessment, in: story))
        #expect(settle.day == day("2012-07-18") && !settle.overdue && settle.act == .streamCustomer)
        #expect(story.file.planStream == nil, "a stream counts once it is settled")
        story.at("2012-07-19")
        #expect(due(.settleAssessment, in: story)?.overdue == true)
        let streaming = Streaming(rating: "green", stream: "search", overrules: false)
        story.record([.assessment(.streamed(Self.id, streaming, .shut))], by: Story.dana)
        #expect(due(.settleAssessment, in: story) == nil && story.file.planStream == PlanStream("search"))
    }

    @Test("What was begun on paper is told of by that day, and finished in time from its keying (C06, E-008)")
    func onPaper() throws {
        var story = try metTwice()
        story.at("2012-07-03")
        let start = AssessmentStart(instrument: "made-up", version: 1, mode: .open, on: day("2012-06-26"))
        story.record([.assessment(.begun(Self.id, start))], by: Story.dana)
        let found = try #require(due(.finishAssessment, in: story))
        #expect(found.day == day("2012-07-10") && found.sentence.contains("begun on 26 June 2012."))
    }

    @Test("A level that an adviser is to set is due too, and what does not rate is never settled (E-023)")
    func levels() throws {
        for (instrument, isDue) in [(AssessmentRoom.levels.id, true), ("gathers", false)] {
            var story = try metTwice()
            let start = AssessmentStart(instrument: instrument, version: 1, mode: .open)
            story.record(
                [
                    .assessment(.begun(Self.id, start)),
                    .assessment(.finished(Self.id, AssessmentOutcome(sections: [], rating: nil, stream: nil))),
                ], by: Story.dana)
            #expect((due(.settleAssessment, in: story) != nil) == isDue, "\(instrument)")
        }
    }

    @Test("Of what a reader does not see nothing is due")
    func unseen() throws {
        var story = try metTwice()
        story.at("2012-07-03")
        let codes = story.standing(Sight(role: .adviser, relation: .none)).dues.map(\.code)
        #expect(!codes.contains(.assess) && !codes.contains(.makePlan))
    }
}
