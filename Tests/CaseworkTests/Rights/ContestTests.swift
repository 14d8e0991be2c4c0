import Kernel
import Testing

@testable import Casework

@Suite("What a person asks to be put right in one entry")
struct ContestTests {
    private func customer(_ story: Story) -> Author {
        Author(person: Identifier(story.file.id), organisation: Story.jobcentre, role: .customer)
    }

    private func entries(_ story: Story, for actor: Author) -> [TimelineEntry] {
        let relation = story.file.relation(of: actor, on: story.now.day)
        let sight = story.file.sight(of: actor, as: relation, matrix: .test, on: story.now.day)
        return Timeline.entries(
            story.events, through: sight, names: Names(organisation: { _ in "" }, person: { _ in "" }),
            programmes: [story.programme.id: story.programme], tools: .madeUp)
    }

    @Test("A refusal and the person’s statement stand at the entry they are about, for everybody who reads it")
    func contested() throws {
        var story = try Story.assigned()
        let entry = try #require(story.events.first { $0.fact.category == .referral }).id
        let asked = RightsAsked(kind: .correction, on: story.now.day, how: .online, about: entry)
        let ask = AskRight(asked, words: Words("I did not say so."))
        story.surroundings.entryIsThere = false
        #expect(story.refused(ask, by: customer(story)) == "rights.no-entry")
        let copy = RightsAsked(kind: .access, on: story.now.day, how: .online, about: entry)
        story.surroundings.entryIsThere = true
        #expect(story.refused(AskRight(copy), by: customer(story)) == "rights.no-entry")
        try story.perform(ask, by: customer(story))
        let request = try #require(story.file.rights.open.first).id
        #expect(entries(story, for: Story.jane).allSatisfy { $0.contests.isEmpty }, "while it waits")
        try story.perform(
            RefuseRequest(request: request, reason: .opinion, words: Words("It is her view.")), by: RightsTests.lead)
        try story.perform(AddStatement(request: request, words: Words("I never did.")), by: customer(story))
        // The provider that has them does not see what they ask about their record, and reads this all the same.
        for reader in [Story.jane, Story.dana, customer(story)] {
            let found = entries(story, for: reader).filter { !$0.contests.isEmpty }
            #expect(found.map(\.event) == [entry])
            let contest = try #require(found.first?.contests.first)
            #expect(contest.reason == .opinion && contest.words.value?.text == "It is her view.")
            #expect(contest.statement?.words.value?.text == "I never did.")
        }
    }

    @Test("What was asked about a record is due where it is kept, and late after a month (UK GDPR article 12)")
    func due() throws {
        var story = try Story.assigned()
        try story.perform(
            AskRight(RightsAsked(kind: .erasure, on: day("2012-05-31"), how: .byPhone)), by: Story.jane)
        func due(_ actor: Author) -> Due? {
            let relation = story.file.relation(of: actor, on: story.now.day)
            let sight = story.file.sight(of: actor, as: relation, matrix: .test, on: story.now.day)
            return story.standing(sight).dues.first { $0.code == .answerRequest }
        }
        #expect(due(Story.jane)?.day == day("2012-06-30") && due(Story.jane)?.overdue == false)
        #expect(due(Story.dana) == nil, "it is not the provider’s to answer")
        story.at("2012-07-02")
        #expect(due(Story.jane)?.overdue == true)
    }
}
