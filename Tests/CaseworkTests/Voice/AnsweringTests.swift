import Kernel
import Testing

@testable import Casework

@Suite("Who answers, once whoever was asked no longer helps")
struct AnsweringTests {
    private static let teamManager = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 0x77), organisation: Story.jobcentre, role: .teamManager)

    private func customer(_ story: Story) -> Author {
        Author(person: Identifier(story.file.id), organisation: Story.jobcentre, role: .customer)
    }

    private func sight(_ story: Story, _ actor: Author) -> Sight {
        let relation = story.file.relation(of: actor, on: story.now.day)
        return story.file.sight(of: actor, as: relation, matrix: .test, on: story.now.day)
    }

    /// What somebody reads of it: on the page, in the dues and on the journey alike.
    private func read(_ story: Story, by actor: Author) -> [VoiceKind] {
        let sight = sight(story, actor)
        let voices = sight.see(story.file).voices?.all ?? []
        let names = Names(organisation: { _ in "" }, person: { _ in "" })
        let told = Timeline.entries(
            story.events, through: sight, names: names, programmes: [story.programme.id: story.programme],
            tools: .madeUp)
        #expect(told.filter { $0.category == .voice && $0.by.role == .customer }.count == voices.count)
        let dues = story.standing(sight).dues.filter { [.answerQuestion, .answerComplaint].contains($0.code) }
        #expect(dues.count == voices.count { $0.answer == nil })
        return voices.map(\.kind)
    }

    /// A question and a complaint to the provider that has them.
    private func asked(_ story: Story) throws -> Story {
        var story = story
        story.sharing = .test
        try story.perform(AskQuestion(to: Story.local, words: Words("When do we meet?")), by: customer(story))
        story.surroundings.complaintIsRead = true
        try story.perform(Complain(to: Story.local, words: Words("Nobody rang.")), by: customer(story))
        return story
    }

    private func voice(_ story: Story, _ kind: VoiceKind) throws -> Voice {
        try #require(story.file.voices(on: story.now.day, by: .test).waiting.first { $0.kind == kind })
    }

    @Test("At a hop a question goes on to whoever has them; a complaint stays, and the keeper reads it (C43)")
    func hop() throws {
        var story = try ChainTests.sent(try asked(try Story.assigned()), by: ChainTests.localManager)
        #expect(try voice(story, .question).to == Story.local, "until they are taken on")
        try story.perform(TakeOn(adviser: ChainTests.stella.person), by: ChainTests.stella)
        let question = try voice(story, .question)
        #expect(question.to == ChainTests.special && question.putTo == Story.local)
        let complaint = try voice(story, .complaint)
        #expect(complaint.to == Story.local && complaint.keeper == Story.jobcentre)
        #expect(read(story, by: ChainTests.stella) == [.question])
        #expect(read(story, by: ChainTests.localManager) == [.complaint])
        #expect(read(story, by: Story.dana) == [], "whoever it may be about does not")
        #expect(read(story, by: Self.teamManager) == [.question, .complaint])
        #expect(read(story, by: Story.jane) == [.question])
        #expect(read(story, by: customer(story)) == [.question, .complaint])

        let answer = AnswerQuestion(voice: question.id, words: Words("On Monday."))
        #expect(story.refused(answer, by: ChainTests.localManager) == "voice.not-yours")
        try story.perform(answer, by: ChainTests.stella)
        let settle = AnswerComplaint(voice: complaint.id, words: Words("We are sorry."))
        #expect(story.refused(settle, by: Self.teamManager) == "voice.not-yours")
        #expect(Powers.grant(.answerComplaint, to: .providerManager, as: .past) != nil)
        try story.perform(settle, by: ChainTests.localManager)
        #expect(story.file.voices.waiting.isEmpty)
    }

    @Test("At the end a question goes to whoever keeps the record; the provider still answers a complaint (C13, C43)")
    func exit() throws {
        var story = try asked(try Story.attached(at: "2013-02-04"))
        try story.perform(EndReferral(reason: .workChoice, on: day("2013-02-04")), by: Story.jane)
        #expect(try voice(story, .question).to == Story.local, "its last day")
        story.at("2013-02-05")
        let question = try voice(story, .question)
        #expect(question.to == Story.jobcentre)
        let due = story.standing(sight(story, Story.jane)).dues.first { $0.code == .answerQuestion }
        #expect(due?.organisation == Story.jobcentre)
        #expect(read(story, by: ChainTests.localManager) == [.complaint])
        #expect(read(story, by: Story.dana) == [])
        #expect(read(story, by: Self.teamManager) == [.question, .complaint])
        try story.perform(AnswerQuestion(voice: question.id, words: Words("Ask us.")), by: Story.jane)
        #expect(Powers.grant(.answerComplaint, to: .providerManager, as: .former) != nil)
        try story.perform(
            AnswerComplaint(voice: try voice(story, .complaint).id, words: Words("We are sorry.")),
            by: ChainTests.localManager)
        // What was answered is read on by the organisation it is about, and nothing else that was asked.
        #expect(sight(story, ChainTests.localManager).see(story.file).voices?.all.map(\.kind) == [.complaint])
    }

    @Test("Whoever the person only lets see what they ask is not asked, since it cannot answer (K-007)")
    func partner() throws {
        var story = try Story.registered()
        story.sharing = .test
        story.surroundings.recipientIsThere = true
        let terms = ConsentTerms(recipient: Story.rival, categories: [.voice], purpose: "support")
        try story.perform(GiveConsent(terms: terms, until: day("2013-05-01"), how: .online), by: customer(story))
        let partner = Author(person: Story.omar, organisation: Story.rival, role: .providerManager)
        #expect(sight(story, partner).relation == .partner && sight(story, partner).sees(.voice))
        #expect(sight(story, customer(story)).see(story.file).answerers.map(\.organisation) == [Story.jobcentre])
        let question = AskQuestion(to: Story.rival, words: Words("Why?"))
        #expect(story.refused(question, by: customer(story)) == "voice.nobody")
        // One that was put to it before waits for whoever keeps the record.
        let id = Identifier<Voice>(high: 3, low: 1)
        story.record(
            [.voice(.raised(id, .question, to: Story.rival, nil, .open(Words("Why?"))))], by: customer(story))
        #expect(try voice(story, .question).to == Story.jobcentre)
    }

    @Test("Whoever was asked by phone or letter takes it down, from the day it was asked (C43)")
    func taken() throws {
        var story = try Story.registered()
        story.sharing = .test
        func ask(_ taken: VoiceTaken?) -> AskQuestion {
            AskQuestion(to: Story.jobcentre, words: Words("When do I sign?"), taken: taken)
        }
        let rang = VoiceTaken(how: .phone, on: day("2012-05-25"))
        #expect(story.refused(ask(nil), by: Story.jane) == "voice.how")
        #expect(story.refused(ask(rang), by: customer(story)) == "voice.how")
        #expect(story.refused(ask(VoiceTaken(how: .letter, on: day("2012-05-29"))), by: Story.jane) == "voice.later")
        try story.perform(ask(rang), by: Story.jane)
        let voice = try voice(story, .question)
        #expect(voice.taken == rang && voice.raised.day == day("2012-05-25"))
        let due = try #require(story.standing().dues.first { $0.code == .answerQuestion })
        #expect(due.sentence.contains("on 25 May 2012"))
        #expect(due.day == voice.answerBy(ServiceRules.madeUp.answers, in: .england))
    }
}
