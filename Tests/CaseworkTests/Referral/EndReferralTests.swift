import Kernel
import Testing

@testable import Casework

@Suite("The end of a programme, and coming back (C13)")
struct EndReferralTests {
    @Test("Moved to Work Choice at any time: support ends that day, the provider becomes a former one")
    func workChoice() throws {
        var story = try Story.attached(at: "2013-02-04")
        #expect(story.refused(EndReferral(reason: .workChoice, on: day("2012-06-13")), by: Story.jane) == "exit.day")
        #expect(story.refused(EndReferral(reason: .workChoice, on: day("2013-02-05")), by: Story.jane) == "exit.day")
        try story.perform(EndReferral(reason: .workChoice, on: day("2013-02-04")), by: Story.jane)
        #expect(story.file.referral?.state == .ended)
        #expect(story.file.relation(of: Story.manager, on: day("2013-02-04")) == .attached)
        #expect(story.file.relation(of: Story.manager, on: day("2013-02-05")) == .former)
        #expect(
            story.standing().whereTheyAre.hasPrefix(
                "Attached from 14 June 2012 to 4 February 2013: moved to Work Choice"))
        #expect(!story.standing().dues.contains { $0.code == .allottedTimeEnds || $0.code == .silence })
        #expect(story.refused(EndReferral(reason: .workChoice, on: day("2013-02-04")), by: Story.jane) == "exit.twice")
    }

    @Test("The allotted time has to be over before it is used up, and off benefit has to be in the record")
    func time() throws {
        let early = try Story.attached(at: "2014-06-10")
        #expect(
            early.refused(EndReferral(reason: .completedTime, on: day("2014-06-10")), by: Story.jane) == "exit.early")
        var story = try Story.attached(at: "2014-06-11")
        #expect(
            story.refused(EndReferral(reason: .offBenefit, on: day("2014-06-11")), by: Story.jane) == "exit.benefit")
        try story.perform(Story.benefit(false, from: "2014-05-01", until: "2014-06-11"), by: Story.jane)
        try story.perform(EndReferral(reason: .offBenefit, on: day("2014-06-11")), by: Story.jane)
        #expect(story.file.referral?.exit?.reason == .offBenefit)
    }

    @Test("A new claim inside the allotted time goes back to the same provider, for what remains (D-032)")
    func returning() throws {
        var story = try Story.attached(at: "2012-11-05")
        let back = RecordReturn(on: day("2012-11-05"))
        #expect(story.refused(back, by: Story.jane) == "return.never-left")
        try story.perform(Story.benefit(false, from: "2012-08-01", until: "2012-11-04"), by: Story.jane)
        #expect(story.refused(RecordReturn(on: day("2012-11-06")), by: Story.jane) == "return.day")
        let before = story.file.referral?.attachment
        try story.perform(back, by: Story.jane)
        #expect(story.file.referral?.returns.map(\.on) == [day("2012-11-05")])
        #expect(story.file.referral?.attachment == before)
        #expect(story.refused(back, by: Story.jane) == "return.twice")
        #expect(story.refused(Story.refer(), by: Story.jane) == "referral.twice")
        try story.perform(EndReferral(reason: .workChoice, on: day("2012-11-05")), by: Story.jane)
        #expect(story.refused(RecordReturn(on: day("2012-11-05")), by: Story.jane) == "return.over")
    }

    @Test("A return inside the time is taken after the end of it is on record, and nothing later than it is (D-032)")
    func lateReturn() throws {
        var story = try Story.attached(at: "2014-06-20")
        try story.perform(Story.benefit(false, from: "2014-05-01"), by: Story.jane)
        try story.perform(EndReferral(reason: .offBenefit, on: day("2014-06-11")), by: Story.jane)
        #expect(story.refused(RecordReturn(on: day("2014-06-12")), by: Story.jane) == "return.over")
        let facts = try story.perform(RecordReturn(on: day("2014-06-09")), by: Story.jane)
        #expect(facts.map(\.kind) == ["referral.returned"], "nothing remains to be told")
        #expect(story.file.referral?.returns.map(\.on) == [day("2014-06-09")])
        #expect(!story.standing().dues.contains { $0.code == .firstContact || $0.code == .tellOfHolder })
        #expect(story.file.referral?.exit?.reason == .completedTime)
        #expect(story.file.referral?.exit?.on == day("2014-06-11"))
    }

    @Test("After completion the same programme is not begun again: what follows is help from the jobcentre (D-032)")
    func afterwards() throws {
        let story = try Story.attached(at: "2014-06-12")
        #expect(story.refused(Story.refer(), by: Story.jane) == "referral.completed")
    }

    @Test("A summary is handed back in the last four weeks or after an exit, once, and never unseen")
    func handBack() throws {
        let summary = Words("You learned to cook for forty. Next: the food hygiene certificate.")
        let early = try Story.attached(at: "2014-05-13")
        #expect(early.refused(HandBack(summary: summary, seenByPerson: true), by: Story.dana) == "hand-back.early")
        var story = try Story.attached(at: "2014-05-14")
        #expect(story.refused(HandBack(summary: summary, seenByPerson: false), by: Story.dana) == "hand-back.unseen")
        try story.perform(HandBack(summary: summary, seenByPerson: true), by: Story.dana)
        #expect(story.file.referral?.handedBack?.summary == .open(summary))
        #expect(story.refused(HandBack(summary: summary, seenByPerson: true), by: Story.dana) == "hand-back.twice")
    }
}
