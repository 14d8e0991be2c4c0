import Kernel
import Testing

@testable import Casework

@Suite("A last meeting when the adviser changes")
struct LastMeetingTests {
    private func change(_ answer: HandoverOffer.Answer, agreed: Bool, _ reason: String = "left") -> ChangeAdviser {
        ChangeAdviser(
            provider: Story.local, adviser: Story.omar, reason: reason, handover: Words("Likes mornings."),
            offer: HandoverOffer(answer, agreed: agreed))
    }

    private func due(_ story: Story) -> Due? { story.standing().dues.first { $0.code == .lastMeeting } }

    @Test("What passes on needs their yes, unless the reason asks for words (G-125)")
    func agreed() throws {
        let story = try Story.assigned()
        #expect(story.refused(change(.wanted, agreed: false), by: Story.manager) == "adviser.unagreed")
        #expect(story.refused(change(.wanted, agreed: true), by: Story.manager) == nil)
        #expect(story.refused(change(.wanted, agreed: false, "other"), by: Story.manager) == nil)
    }

    @Test("A last meeting that was wanted is due until it is recorded; one that was not is due never (G-125)")
    func wanted() throws {
        var story = try Story.assigned()
        let before = story
        let facts = try story.perform(change(.wanted, agreed: true), by: Story.manager)
        #expect(facts.map(\.kind) == ["referral.adviserChanged", "chain.handoverOffered"])
        let meeting = try #require(due(story))
        #expect(meeting.act == .recordHandover && meeting.organisation == Story.local)
        story.surroundings.handoverPeopleWork = true
        try story.perform(
            RecordHandover(
                meeting: WarmHandover(
                    from: .init(Story.dana.person, at: Story.local), to: .init(Story.omar, at: Story.local),
                    mode: .faceToFace, on: story.now.day), customerWasThere: true, words: nil), by: Story.manager)
        #expect(due(story) == nil)
        for answer in [HandoverOffer.Answer.declined, .impossible] {
            var other = before
            try other.perform(change(answer, agreed: true), by: Story.manager)
            #expect(due(other) == nil, "\(answer)")
        }
    }

    @Test("It can be said that it will not be held, and after four weeks it is asked for no more (G-125)")
    func calledOff() throws {
        var story = try Story.assigned()
        #expect(story.refused(CallOffMeeting(.declined), by: Story.dana) == "handover.none-wanted")
        try story.perform(change(.wanted, agreed: true), by: Story.manager)
        #expect(story.refused(CallOffMeeting(.wanted), by: Story.manager) == "handover.answer")
        var later = story
        later.at("2012-06-28")
        #expect(due(later) != nil)
        later.at("2012-06-29")
        #expect(due(later) == nil)
        let facts = try story.perform(CallOffMeeting(.impossible), by: Story.manager)
        #expect(facts.map(\.kind) == ["chain.handoverOffered"])
        #expect(due(story) == nil && story.file.referral?.chain.offers.last?.offer.agreed == true)
        #expect(story.refused(CallOffMeeting(.declined), by: Story.manager) == "handover.none-wanted")
    }
}
