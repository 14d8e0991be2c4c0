import Kernel
import Testing

@testable import Casework

@Suite("Taking a referral on")
struct AcknowledgementTests {
    @Test("Only the provider that was drawn acknowledges, and once (C03)")
    func acknowledges() throws {
        var story = try Story.referred()
        let rival = Author(person: Story.manager.person, organisation: Story.rival, role: .providerManager)
        #expect(story.refused(AcknowledgeReferral(), by: rival) == "referral.not-prime")
        try story.perform(AcknowledgeReferral(), by: Story.manager)
        #expect(story.file.referral?.state == .acknowledged)
        #expect(story.refused(AcknowledgeReferral(), by: Story.manager) == "referral.acknowledged")
        #expect(try Story.interviewed().refused(AcknowledgeReferral(), by: Story.manager) == "referral.none")
    }

    @Test("A query is refused before acknowledgement, after its last day, twice, and without a listed reason (M-006)")
    func queries() throws {
        func query(_ reason: String = "unfit", _ words: String? = nil) -> QueryReferral {
            QueryReferral(reason: reason, words: words.map { Words($0) })
        }
        #expect(try Story.referred().refused(query(), by: Story.manager) == "query.before-acknowledgement")
        var story = try Story.acknowledged()
        #expect(story.refused(query("nonsense"), by: Story.manager) == "query.reason")
        #expect(story.refused(query("other"), by: Story.manager) == "query.words")
        #expect(story.refused(query("other", "He starts a job on Monday."), by: Story.manager) == nil)
        story.at("2012-06-14", 23, 59)
        #expect(story.refused(query(), by: Story.manager) == nil)
        story.at("2012-06-15", 0, 0)
        #expect(story.refused(query(), by: Story.manager) == "query.late")
        story.at("2012-06-14")
        try story.perform(query(), by: Story.manager)
        #expect(story.file.referral?.state == .queried)
        #expect(story.refused(query(), by: Story.manager) == "query.twice")
        #expect(try Story.attached().0.refused(query(), by: Story.manager) == "query.attached")
    }

    @Test("An answer says why; upheld, the referral is withdrawn; not upheld, it stands (C03)")
    func answers() throws {
        let right = Words("They are right.")
        #expect(
            try Story.acknowledged().refused(AnswerQuery(upheld: true, words: right), by: Story.jane) == "query.none")
        var story = try Story.acknowledged()
        try story.perform(QueryReferral(reason: "unfit", words: nil), by: Story.manager)
        #expect(story.refused(AnswerQuery(upheld: true, words: nil), by: Story.jane) == "query.answer-words")
        var upheld = story
        try upheld.perform(AnswerQuery(upheld: true, words: right), by: Story.jane)
        #expect(upheld.file.referrals[0].state == .withdrawn && upheld.file.referral == nil)
        try story.perform(AnswerQuery(upheld: false, words: right), by: Story.jane)
        #expect(story.file.referral?.state == .acknowledged && story.file.referral?.query?.upheld == false)
        #expect(story.refused(AnswerQuery(upheld: true, words: right), by: Story.jane) == "query.none")
    }

    @Test("Somebody who has started since the query cannot have the referral withdrawn, only left to stand")
    func startedSince() throws {
        var (story, id) = try Story.booked()
        try story.perform(QueryReferral(reason: "unfit", words: nil), by: Story.manager)
        story.at("2012-06-14", 10)
        try story.perform(RecordAttendance(appointment: id, attendance: Story.came), by: Story.dana)
        let why = Words("She has started.")
        #expect(story.refused(AnswerQuery(upheld: true, words: why), by: Story.jane) == "query.attached")
        #expect(story.refused(AnswerQuery(upheld: false, words: why), by: Story.jane) == nil)
    }

    @Test("An adviser is assigned after acknowledgement, in the prime's chain, where they work, and once (C04, A-132)")
    func assigns() throws {
        let assign = AssignReferral(provider: Story.local, adviser: Story.dana.person)
        #expect(try Story.referred().refused(assign, by: Story.manager) == "assign.before-acknowledgement")
        var story = try Story.acknowledged()
        let outside = AssignReferral(provider: Story.rival, adviser: Story.dana.person)
        #expect(story.refused(outside, by: Story.manager) == "assign.chain")
        for works in [false, nil] {
            story.surroundings.adviserWorksThere = works
            #expect(story.refused(assign, by: Story.manager) == "assign.adviser")
        }
        story.surroundings.adviserWorksThere = true
        var queried = story
        try queried.perform(QueryReferral(reason: "unfit", words: nil), by: Story.manager)
        #expect(queried.refused(assign, by: Story.manager) == "assign.queried")
        try queried.perform(AnswerQuery(upheld: false, words: Words("It stands.")), by: Story.jane)
        #expect(queried.refused(assign, by: Story.manager) == nil)
        try story.perform(assign, by: Story.manager)
        #expect(story.file.referral?.state == .assigned)
        #expect(story.file.referral?.providers == [Story.prime, Story.local])
        #expect(story.refused(assign, by: Story.manager) == "assign.twice")
    }

    @Test("An adviser changes for a listed reason, and both stay in the history (C08, F15)")
    func changes() throws {
        func change(
            _ adviser: Identifier<Person> = Story.omar, _ reason: String = "left", _ words: String? = nil,
            at provider: Identifier<Organisation> = Story.local
        ) -> ChangeAdviser {
            ChangeAdviser(provider: provider, adviser: adviser, reason: reason, handover: words.map { Words($0) })
        }
        #expect(try Story.acknowledged().refused(change(), by: Story.manager) == "adviser.none")
        var story = try Story.assigned()
        #expect(story.refused(change(Story.dana.person), by: Story.manager) == "adviser.same")
        #expect(story.refused(change(Story.dana.person, at: Story.prime), by: Story.manager) == nil)
        #expect(story.refused(change(at: Story.rival), by: Story.manager) == "assign.chain")
        #expect(story.refused(change(Story.omar, "nonsense"), by: Story.manager) == "adviser.reason")
        #expect(story.refused(change(Story.omar, "other"), by: Story.manager) == "adviser.words")
        #expect(story.refused(change(Story.omar, "other", "She asked for a man."), by: Story.manager) == nil)
        try story.perform(change(), by: Story.manager)
        #expect(story.file.referral?.assignments.map(\.adviser) == [Story.dana.person, Story.omar])
        #expect(story.file.referral?.assignments.map(\.reason) == [nil, "left"])
    }
}
