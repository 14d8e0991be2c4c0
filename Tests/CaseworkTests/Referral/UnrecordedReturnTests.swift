import Kernel
import Testing

@testable import Casework

@Suite("A return that nobody has recorded")
struct UnrecordedReturnTests {
    private func due(in story: Story) -> Due? { story.standing().dues.first { $0.code == .recordReturn } }

    /// Off the benefit from August 2012, and on it again from Monday 5 November.
    private func back() throws -> Story {
        var story = try Story.attached(at: "2012-11-06")
        try story.perform(Story.benefit(true, from: "2011-01-03"), by: Story.jane)
        try story.perform(Story.benefit(false, from: "2012-08-01"), by: Story.jane)
        #expect(due(in: story) == nil)
        try story.perform(Story.benefit(true, from: "2012-11-05"), by: Story.jane)
        return story
    }

    @Test("Off the benefit and then on it inside the programme’s time, the return is to be recorded (C13, D-032)")
    func asked() throws {
        var story = try back()
        let asked = try #require(due(in: story))
        #expect(
            asked.sentence
                == "Back on benefit since 5 November 2012, inside the programme’s time. Record the return.")
        #expect(asked.act == .recordReturn && asked.day == day("2012-11-05") && !asked.overdue)
        try story.perform(RecordReturn(on: day("2012-11-05")), by: Story.jane)
        #expect(due(in: story) == nil)
    }

    @Test("A return of another day in the same gap settles it, and going off and on once more asks again")
    func again() throws {
        var story = try back()
        try story.perform(RecordReturn(on: day("2012-11-02")), by: Story.jane)
        #expect(due(in: story) == nil)
        story.at("2013-03-01")
        try story.perform(Story.benefit(false, from: "2013-01-07", until: "2013-02-10"), by: Story.jane)
        #expect(due(in: story)?.day == day("2013-02-11"))
    }

    @Test("Off it once more there is no return to record, until they are on it again (C13)")
    func offAgain() throws {
        var story = try back()
        try story.perform(Story.benefit(false, from: "2012-11-06"), by: Story.jane)
        #expect(due(in: story) == nil)
    }

    @Test("Past the programme’s time there is none, nor after an end that the time did not bring (C13)")
    func over() throws {
        var story = try back()
        story.at("2014-06-11")
        #expect(due(in: story) != nil)
        story.at("2014-06-12")
        #expect(due(in: story) == nil)
        var moved = try back()
        try moved.perform(EndReferral(reason: .workChoice, on: day("2012-11-06")), by: Story.jane)
        #expect(due(in: moved) == nil)
    }

    @Test("What was only said is to be checked first; whoever does not read of benefits is told nothing (M-002)")
    func claimed() throws {
        var story = try Story.attached(at: "2012-11-06")
        try story.perform(Story.benefit(false, from: "2012-08-01"), by: Story.jane)
        let said = BenefitStatement(
            benefit: "JSA", on: true, from: day("2012-11-05"), until: nil, certainty: .claimed, source: .customer)
        story.record([.circumstance(.benefitStated(said))], by: Story.jane)
        #expect(due(in: story)?.sentence.hasPrefix("Said to be back on benefit since 5 November 2012") == true)
        let referred = story.standing(Sight(role: .providerAdviser, relation: .referred))
        #expect(!referred.dues.contains { $0.code == .recordReturn })
    }

    @Test("Where they are says since when they are off benefit, for those who read of it")
    func offBenefit() throws {
        var story = try Story.attached(at: "2012-09-06")
        try story.perform(Story.benefit(false, from: "2012-08-01", until: "2012-08-20"), by: Story.jane)
        try story.perform(Story.benefit(false, from: "2012-08-21"), by: Story.jane)
        #expect(
            story.standing().whereTheyAre
                == "Attached since 14 June 2012; 12 of 104 weeks; not in work; off benefit since 1 August 2012.")
        let referred = story.standing(Sight(role: .providerAdviser, relation: .referred))
        #expect(!referred.whereTheyAre.contains("benefit"))
    }
}
