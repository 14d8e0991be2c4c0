import Kernel
import Testing

@testable import Casework

@Suite("Whether taking part is required, after the referral (C14, G-128)")
struct StatusTests {
    private static let why = Words("Moved into the support group.")

    private func state(_ basis: Basis, _ from: String, _ words: Words? = StatusTests.why) -> StateStatus {
        StateStatus(basis: basis, from: day(from), words: words)
    }

    private func notice(_ id: Identifier<Appointment>) -> GiveNotice {
        GiveNotice(appointment: id, route: .byHand, mandatory: true, digest: String(repeating: "ab", count: 32))
    }

    private func due(_ story: Story) -> Due? { story.standing().dues.first { $0.code == .stateStatus } }

    private func benefit(_ code: String, _ on: Bool, _ certainty: Certainty = .known) -> BenefitStatement {
        BenefitStatement(
            benefit: code, on: on, from: day("2012-06-01"), until: nil, certainty: certainty,
            source: certainty == .known ? .jobcentre : .customer)
    }

    @Test("The status is that on the day of the act, and what is said later wins from its own first day (M-010)")
    func onTheDay() throws {
        var story = try Story.attached(at: "2012-07-16")
        #expect(story.file.referral?.basis(on: day("2012-07-16")) == .mandatory)
        try story.perform(state(.voluntary, "2012-07-02"), by: Story.jane)
        #expect(story.file.referral?.basis(on: day("2012-07-01")) == .mandatory)
        #expect(story.file.referral?.basis(on: day("2012-07-02")) == .voluntary)
        story.at("2012-08-01")
        try story.perform(state(.mandatory, "2012-08-01"), by: Story.jane)
        #expect(story.file.referral?.basis(on: day("2012-07-31")) == .voluntary)
        #expect(story.file.referral?.basisNow == .mandatory && story.file.referral?.basis == .mandatory)
    }

    @Test("It is said with a reason, of a day since the referral, and requires nothing of days that passed (ours)")
    func refusals() throws {
        var story = try Story.attached(at: "2012-07-16")
        #expect(story.refused(state(.voluntary, "2012-07-16", nil), by: Story.jane) == "status.words")
        #expect(story.refused(state(.voluntary, "2012-05-29"), by: Story.jane) == "status.day")
        #expect(story.refused(state(.voluntary, "2012-07-17"), by: Story.jane) == "status.day")
        #expect(story.refused(state(.mandatory, "2012-07-15"), by: Story.jane) == "status.past")
        let chose = try Story.attached(byChoice: true).0
        #expect(chose.refused(state(.mandatory, "2012-06-14"), by: Story.jane) == "status.no-duty")
        story.at("2014-06-12")
        #expect(story.refused(state(.voluntary, "2014-06-12"), by: Story.jane) == "status.over")
    }

    @Test("Nobody known to be off the benefit of their group is told that they must come (M-010, K-026)")
    func knownOff() throws {
        var (story, id) = try Story.booked()
        #expect(story.refused(notice(id), by: Story.dana) == nil)
        try story.perform(Story.benefit(false, from: "2012-06-01"), by: Story.jane)
        #expect(story.refused(notice(id), by: Story.dana) == "notice.voluntary")
        #expect(due(story) == nil, "nothing can be required of them, so nothing is asked")
        // Who does not see benefits reads the same as the command says, and no more.
        let row = SharingMatrix.Row(
            relation: .referred, categories: [.identity, .referral, .appointments], purpose: "support",
            basis: .publicTask, source: "test")
        let seen = Sight(
            role: .providerAdviser, relation: .referred, matrix: SharingMatrix(rows: [row]), on: story.now.day
        ).see(story.file)
        #expect(seen.circumstances?.knownOff.isOff(["JSA"], on: story.now.day) != true)
        #expect(!seen.isRequiredNow(on: story.now.day, in: story.programme))
    }

    @Test("Being off it by what the customer says alone changes nothing until it is confirmed (M-002)")
    func claimedOff() throws {
        var (story, id) = try Story.booked()
        story.record([.circumstance(.benefitStated(benefit("JSA", false, .claimed)))], by: Story.jane)
        #expect(story.refused(notice(id), by: Story.dana) == nil && due(story) == nil)
    }

    @Test("A change to another benefit asks the jobcentre whether taking part is still required, until it says (G-128)")
    func asks() throws {
        var (story, _) = try Story.attached()
        for statement in [benefit("JSA", false), benefit("ESA", true)] {
            story.record([.circumstance(.benefitStated(statement))], by: Story.jane)
        }
        let asked = try #require(due(story))
        #expect(asked.act == .stateStatus && asked.day == day("2012-06-14") && !asked.overdue)
        var stays = story
        try stays.perform(state(.mandatory, "2012-06-14"), by: Story.jane)
        #expect(due(stays) == nil)
        try story.perform(state(.voluntary, "2012-06-14"), by: Story.jane)
        #expect(due(story) == nil)
    }

    @Test("Once taking part is a choice, what was required in the plan is a choice at once (M-010)")
    func plan() throws {
        var room = try PlanRoom(attached: false)
        try room.propose("Come to the club", due: "2012-07-02", mandatory: true, explained: true)
        #expect(room.standing().dues.contains { $0.code == .serveRequired })
        let referral = try #require(room.file.referral)
        let voluntary = Fact.referral(
            .statusStated(referral.id, .voluntary, from: day("2012-06-18"), Sealed(given: Self.why)))
        room.fold(voluntary, by: Story.jane)
        #expect(!room.standing().dues.contains { $0.code == .serveRequired })
        let terms = PlanActionTerms(owner: .customer, due: day("2012-09-01"), mandatory: true)
        let required = ProposeAction(
            text: Words("Bring a letter"), terms: terms, explained: true, whyRequired: Words("Missed twice."))
        #expect(room.refused(required) == "plan.voluntary")
    }

    @Test("Nothing in the plan can be required of somebody known to be off the benefit of their group (M-010)")
    func planKnownOff() throws {
        var room = try PlanRoom(attached: false)
        let terms = PlanActionTerms(owner: .customer, due: day("2012-09-01"), mandatory: true)
        let required = ProposeAction(
            text: Words("Bring a letter"), terms: terms, explained: true, whyRequired: Words("Missed twice."))
        #expect(room.refused(required) == nil)
        room.fold(.circumstance(.benefitStated(benefit("JSA", false))), by: Story.jane)
        #expect(room.refused(required) == "plan.voluntary")
    }
}
