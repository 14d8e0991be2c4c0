import Kernel
import Testing

@testable import Casework

@Suite("Referring")
struct ReferralTests {
    @Test("A referral needs the interview first, for the same programme (C01)")
    func interviewFirst() throws {
        var story = try Story.registered()
        #expect(story.refused(Story.refer(), by: Story.jane) == "referral.no-interview")
        var other = Programme(id: "other", title: "Other")
        other.sharing = []
        let made = story.programme
        story.programme = other
        try story.perform(
            RecordReferralInterview(programme: "other", explained: [], inWriting: false, agreed: []), by: Story.jane)
        story.programme = made
        #expect(story.refused(Story.refer(), by: Story.jane) == "referral.no-interview")
    }

    @Test("Everything on the list is explained before an interview is held, and nothing that is not on it (C01, G-001)")
    func explained() throws {
        let story = try Story.registered()
        func interview(_ explained: [String], _ agreed: [String] = []) -> RecordReferralInterview {
            RecordReferralInterview(programme: "made-up", explained: explained, inWriting: false, agreed: agreed)
        }
        #expect(story.refused(interview(["what"]), by: Story.jane) == "interview.unexplained")
        #expect(story.refused(interview(["what", "pay", "else"]), by: Story.jane) == "interview.topic")
        #expect(story.refused(interview(["what", "pay"], ["name"]), by: Story.jane) == "interview.consent")
        #expect(story.refused(interview(["what", "pay"]), by: Story.jane) == nil)
    }

    @Test("A referral is made, allocated by draw and transmitted at once (C03, A-131)")
    func refers() throws {
        let story = try Story.referred()
        let referral = try #require(story.file.referral)
        #expect(
            story.events.suffix(3).map(\.fact.kind) == ["referral.made", "referral.allocated", "referral.transmitted"])
        #expect(referral.group == "told" && referral.basis == .mandatory && referral.on == day("2012-05-30"))
        #expect(referral.prime == Story.prime && referral.allocation?.draw == 1)
        #expect(referral.state == .waiting)
        #expect(referral.transmitted?.items == ["name", "health"])
        #expect(referral.transmitted?.withheld == [])
        #expect(story.refused(Story.refer(), by: Story.jane) == "referral.twice")
    }

    @Test("What the person did not agree to have sent is named as kept back, and not sent (D-044)")
    func withheld() throws {
        let story = try Story.referred(agreed: [])
        #expect(story.file.referral?.transmitted?.items == ["name"])
        #expect(story.file.referral?.transmitted?.withheld == ["health"])
    }

    @Test("Somebody who asks to join is referred by choice")
    func byChoice() throws {
        #expect(try Story.referred(byChoice: true).file.referral?.basis == .voluntary)
    }

    @Test("Nobody is referred to an area that is not there, without a key for the day, or without shares")
    func undrawn() throws {
        var story = try Story.interviewed()
        story.surroundings.draw = nil
        #expect(story.refused(Story.refer(), by: Story.jane) == "referral.area")
        for (setup, value, code) in [
            ([], DrawValue(bits: 0), "referral.area"),
            ([.opening, .shares], DrawValue(bits: 0), "draw.no-key"), ([.opening, .key, .shares], nil, "draw.no-key"),
            ([.opening, .key], DrawValue(bits: 0), "draw.no-shares"),
        ] as [([Area.Setup], DrawValue?, String)] {
            let area = try Area(id: Story.areaID, setup)
            story.surroundings.draw = DrawSetting(area: area, value: value, earlier: nil)
            #expect(story.refused(Story.refer(), by: Story.jane) == code)
        }
        story.surroundings.draw = DrawSetting(area: story.area, value: DrawValue(bits: 0), earlier: nil)
        story.at("2013-01-01")
        #expect(story.refused(Story.refer(), by: Story.jane) == "draw.no-key")
    }

    @Test("A draw already made for the token is followed, whatever the value now: partners go to one provider (D-037)")
    func follows() throws {
        let partner = try Story.referred()
        let token = try #require(partner.file.customer?.drawToken)
        var story = try Story.interviewed(number: 2)
        let earlier = Draw(
            number: 41, programme: "made-up", group: "told", token: token, period: "2012",
            value: DrawValue(bits: .max), provider: Story.rival)
        story.surroundings.draw = DrawSetting(area: story.area, value: DrawValue(bits: 0), earlier: earlier)
        try story.perform(Story.refer(), by: Story.jane)
        let allocation = try #require(story.file.referral?.allocation)
        #expect(allocation.provider == Story.rival && allocation.draw == 41 && allocation.followed)
    }

    @Test("A claim the programme does not take is refused with the programme's reason (D1)")
    func ineligible() throws {
        let story = try Story.interviewed()
        let refer = ReferCustomer(
            programme: "made-up", area: Story.areaID,
            claim: ClaimAnswers(benefit: "IB", since: day("2011-06-01"), circumstances: []))
        #expect(story.refused(refer, by: Story.jane) == "claim.benefit")
    }

    @Test("A referral whose query was upheld is withdrawn, and the person can be referred again")
    func again() throws {
        var story = try Story.acknowledged()
        try story.perform(QueryReferral(reason: "unfit", words: nil), by: Story.manager)
        try story.perform(AnswerQuery(upheld: true, words: Words("They are right.")), by: Story.jane)
        #expect(story.file.referral == nil)
        #expect(story.file.referrals.map(\.state) == [.withdrawn])
        try story.perform(Story.refer(), by: Story.jane)
        #expect(story.file.referrals.map(\.state) == [.withdrawn, .waiting])
    }
}
