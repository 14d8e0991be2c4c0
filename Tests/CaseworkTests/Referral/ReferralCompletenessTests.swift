import Kernel
import Testing

@testable import Casework

@Suite("How complete a referral is, and what is asked because of it (G-097)")
struct ReferralCompletenessTests {
    /// The rows of the shipped matrix that count here.
    private static func matrix(jobcentre: [Category] = [], referred: [Category] = []) -> SharingMatrix {
        func row(_ relation: Relation, _ categories: [Category]) -> SharingMatrix.Row {
            .init(relation: relation, categories: categories, purpose: "support", basis: .publicTask, source: "test")
        }
        return SharingMatrix(rows: [
            row(.jobcentre, [.identity, .contact, .referral, .appointments, .work, .money] + jobcentre),
            row(.referred, [.identity, .contact, .referral, .appointments, .assessment, .plan] + referred),
        ])
    }

    private static func interview(_ words: String? = nil) -> RecordReferralInterview {
        RecordReferralInterview(
            programme: "made-up", explained: ["what", "pay"], inWriting: true, agreed: [],
            words: words.map { Words($0) })
    }

    /// Referred on 30 May 2012 with a name and a birth date, and acknowledged the day after.
    private func nameOnly() throws -> Story {
        var story = try Story()
        story.sharing = Self.matrix()
        let identity = try Identity(given: "Rosa", family: "Parr", born: day("1980-02-03"), on: day("2012-05-28"))
        try story.perform(RegisterCustomer(identity: identity), by: Story.jane)
        try story.perform(Self.interview(), by: Story.jane)
        story.at("2012-05-30")
        try story.perform(Story.refer(), by: Story.jane)
        story.at("2012-05-31")
        try story.perform(AcknowledgeReferral(), by: Story.manager)
        return story
    }

    private func due(_ code: DueCode, in story: Story, as actor: Author, _ relation: Relation) -> Due? {
        let sight = story.file.sight(of: actor, as: relation, matrix: story.sharing, on: story.now.day)
        return story.standing(sight).dues.first { $0.code == code }
    }

    @Test("A referral with a name only scores near zero, and whoever has it is to ask the sender (G-097)")
    func opensAskBack() throws {
        let story = try nameOnly()
        #expect(story.file.referral?.transmitted?.score == ReferralScore(held: 1, of: 6))
        let completeness = try #require(story.file.completeness(by: story.sharing, on: story.now.day))
        #expect(completeness.missing == [.address, .reach, .language, .needs, .reason])
        let asked = try #require(due(.askForDetails, in: story, as: Story.manager, .referred))
        #expect(asked.act == .askForDetails && !asked.overdue)
        #expect(asked.sentence.hasPrefix("The referral came with 1 of 6 of what is needed to begin. Ask the sender"))
        #expect(due(.answerDetails, in: story, as: Story.jane, .jobcentre) == nil)
    }

    @Test("Half of what is needed is enough to begin, and nothing is asked by itself (G-097, ours)")
    func half() throws {
        var story = try Story.interviewed()
        story.sharing = Self.matrix()
        story.at("2012-05-30")
        try story.perform(Story.refer(), by: Story.jane)
        #expect(story.file.referral?.transmitted?.score?.written == "4 of 6")
        try story.perform(AcknowledgeReferral(), by: Story.manager)
        #expect(due(.askForDetails, in: story, as: Story.manager, .referred) == nil)
        #expect(ReferralScore(held: 1, of: 2).isBelow(50) == false && ReferralScore(held: 2, of: 5).isBelow(50))
        // It may still be asked.
        #expect(story.refused(AskForDetails(isEnough: false), by: Story.manager) == nil)
    }

    @Test("What the sender or the receiver may not see is left out of the number, and not named (K-007)")
    func notSeen() throws {
        let story = try nameOnly()
        func counted(_ matrix: SharingMatrix) -> ReferralCompleteness? {
            story.file.completeness(by: matrix, on: story.now.day)
        }
        #expect(counted(Self.matrix())?.state(.goal) == nil && counted(Self.matrix())?.state(.caring) == nil)
        #expect(counted(Self.matrix(referred: [.household]))?.score.of == 6)
        let both = try #require(counted(Self.matrix(jobcentre: [.household, .plan], referred: [.household])))
        #expect(both.score == ReferralScore(held: 1, of: 8))
        #expect(both.missing.suffix(2) == [.goal, .caring])
        #expect(counted(SharingMatrix()) == nil)
        let council = story.file.sight(of: Story.jane, as: .council, matrix: story.sharing, on: story.now.day)
        #expect(council.see(story.file).completeness == nil)
    }

    @Test("What is asked is asked once, waits for the sender, and ends with an answer (G-097)")
    func answered() throws {
        var story = try nameOnly()
        try story.perform(AskForDetails(isEnough: false, words: Words("How do we reach her?")), by: Story.manager)
        #expect(story.file.referral?.details.asked?.items == [.address, .reach, .language, .needs, .reason])
        #expect(story.refused(AskForDetails(isEnough: false), by: Story.manager) == "details.twice")
        #expect(due(.askForDetails, in: story, as: Story.manager, .referred) == nil)
        let waits = try #require(due(.answerDetails, in: story, as: Story.jane, .jobcentre))
        #expect(waits.act == .answerDetails && waits.day == day("2012-05-31"))
        #expect(story.refused(AnswerDetails(words: nil), by: Story.jane) == "details.words")
        try story.perform(AnswerDetails(words: Words("She has no phone. Her mother knows.")), by: Story.jane)
        #expect(due(.answerDetails, in: story, as: Story.jane, .jobcentre) == nil)
        #expect(story.refused(AnswerDetails(words: Words("Again.")), by: Story.jane) == "details.none")
    }

    @Test("Recording everything that was asked answers it; asked, with nothing to tell, counts (G-097)")
    func recorded() throws {
        var story = try nameOnly()
        try story.perform(AskForDetails(isEnough: false), by: Story.manager)
        try story.perform(CorrectCustomer(identity: Story.identity()), by: Story.jane)
        try story.perform(ChooseLanguage(.english), by: Story.jane)
        try story.perform(Self.interview("Wants to cook."), by: Story.jane)
        #expect(
            due(.answerDetails, in: story, as: Story.jane, .jobcentre)?.sentence.contains(
                "without: how to talk with them and write to them. Record it") == true)
        try story.perform(StateNeeds(CommunicationNeeds(), source: .jobcentre), by: Story.jane)
        #expect(due(.answerDetails, in: story, as: Story.jane, .jobcentre) == nil)
        let completeness = try #require(story.file.completeness(by: story.sharing, on: story.now.day))
        #expect(completeness.state(.needs) == .nothing && completeness.score.written == "6 of 6")
        // What it came with stays what it was.
        #expect(story.file.referral?.transmitted?.score?.written == "1 of 6")
    }

    @Test("Whoever has the person may say that what came is enough, before asking or after (G-097)")
    func enough() throws {
        var story = try nameOnly()
        try story.perform(AskForDetails(isEnough: false), by: Story.manager)
        try story.perform(AskForDetails(isEnough: true), by: Story.manager)
        #expect(due(.answerDetails, in: story, as: Story.jane, .jobcentre) == nil)
        #expect(due(.askForDetails, in: story, as: Story.manager, .referred) == nil)
        #expect(story.refused(AskForDetails(isEnough: true), by: Story.manager) == "details.enough")
        #expect(story.refused(AnswerDetails(words: Words("Late.")), by: Story.jane) == "details.enough")
    }

    @Test("An interview before a programme that is over counts for none, nor one for another programme (G-097)")
    func earlierInterview() throws {
        var (story, _) = try Story.attached()
        story.at("2012-07-02")
        try story.perform(EndReferral(reason: .workChoice, on: day("2012-07-02")), by: Story.jane)
        #expect(story.file.completeness(by: Self.matrix(), on: day("2012-07-03")) == nil)
        var other = try nameOnly()
        try other.perform(Self.interview("Wants to cook."), by: Story.jane)
        func reason(_ programme: String) -> ReferralCompleteness.State? {
            other.file.completeness(
                from: Story.jobcentre, to: Story.prime, for: programme, by: Self.matrix(), on: other.now.day)?
                .state(.reason)
        }
        #expect(reason("made-up") == .held && reason("another") == .missing)
    }

    @Test("Nothing is asked before acknowledgement, nor once the person has started (G-097)")
    func times() throws {
        let waiting = try Story.referred()
        #expect(
            waiting.refused(AskForDetails(isEnough: true), by: Story.manager) == "details.before-acknowledgement")
        let (started, _) = try Story.attached()
        #expect(started.refused(AskForDetails(isEnough: true), by: Story.manager) == "details.attached")
        #expect(started.file.completeness(by: Self.matrix(), on: started.now.day) == nil)
        #expect(started.refused(AnswerDetails(words: Words("Late.")), by: Story.jane) == "details.none")
    }
}
