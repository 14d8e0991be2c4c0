import Kernel
import Testing

@testable import Casework

@Suite("Questions and complaints")
struct VoiceTests {
    private func customer(_ story: Story) -> Author {
        Author(person: Identifier(story.file.id), organisation: Story.jobcentre, role: .customer)
    }
    private static let teamManager = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 0x77), organisation: Story.jobcentre, role: .teamManager)

    @Test("A question goes to somebody who helps now, waits as a due, and has one answer (C43)")
    func question() throws {
        var story = try Story.registered()
        story.sharing = .test
        story.surroundings.complaintIsRead = true
        let me = customer(story)
        #expect(story.refused(AskQuestion(to: Story.rival, words: Words("Why?")), by: me) == "voice.nobody")
        try story.perform(AskQuestion(to: Story.jobcentre, words: Words("Do I bring my passport?")), by: me)
        let voice = try #require(story.file.voices.waiting.first)
        let due = try #require(story.standing().dues.first { $0.code == .answerQuestion })
        #expect(due.organisation == Story.jobcentre && due.act == .answerQuestion && !due.overdue)
        story.at("2012-06-11")
        #expect(story.standing().dues.contains { $0.code == .answerQuestion && $0.overdue })
        let answer = AnswerQuestion(voice: voice.id, words: Words("No."))
        #expect(story.refused(answer, by: Story.dana) == "voice.not-yours")
        #expect(
            story.refused(AnswerComplaint(voice: voice.id, words: Words("No.")), by: Self.teamManager) == "voice.kind")
        try story.perform(answer, by: Story.jane)
        #expect(story.file.voices.waiting.isEmpty)
        #expect(story.refused(answer, by: Story.jane) == "voice.answered")
    }

    @Test("A complaint is acknowledged, then answered, each by its day; its limits are ours (C43)")
    func complaint() throws {
        var story = try Story.registered()
        story.sharing = .test
        story.surroundings.complaintIsRead = true
        try story.perform(Complain(to: Story.jobcentre, words: Words("Nobody rang.")), by: customer(story))
        let voice = try #require(story.file.voices.waiting.first)
        #expect(story.standing().dues.first { $0.code == .answerComplaint }?.day == day("2012-05-30"))
        try story.perform(AcknowledgeComplaint(voice: voice.id), by: Self.teamManager)
        #expect(story.refused(AcknowledgeComplaint(voice: voice.id), by: Self.teamManager) == "voice.acknowledged")
        // Fifteen working days, with the two holidays of June 2012.
        #expect(story.standing().dues.first { $0.code == .answerComplaint }?.day == day("2012-06-20"))
        try story.perform(AnswerComplaint(voice: voice.id, words: Words("We are sorry.")), by: Self.teamManager)
        #expect(!story.standing().dues.contains { $0.code == .answerComplaint })
    }

    @Test("Whoever a complaint may be about does not read it: its managers do, and the person")
    func private_() throws {
        var story = try Story.registered()
        story.sharing = .test
        story.surroundings.complaintIsRead = true
        try story.perform(Complain(to: Story.jobcentre, words: Words("She was rude.")), by: customer(story))
        func sees(_ actor: Author) -> Bool {
            let relation = story.file.relation(of: actor, on: story.now.day)
            let sight = story.file.sight(of: actor, as: relation, matrix: .test, on: story.now.day)
            let inCase = sight.see(story.file).voices?.all.isEmpty == false
            let inDues = story.standing(sight).dues.contains { $0.code == .answerComplaint }
            let names = Names(organisation: { _ in "" }, person: { _ in "" })
            let told = Timeline.entries(story.events, through: sight, names: names, programmes: [:], tools: .madeUp)
            let inJourney = told.contains { $0.category == .voice }
            #expect(inCase == inDues && inDues == inJourney)
            return inCase
        }
        #expect(!sees(Story.jane))
        #expect(sees(Self.teamManager))
        #expect(sees(customer(story)))
    }
}
