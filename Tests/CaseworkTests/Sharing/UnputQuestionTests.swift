import Kernel
import Testing

@testable import Casework

@Suite("Questions about sharing that somebody has to put, and what the asker hears")
struct UnputQuestionTests {
    private static let college = Identifier<Organisation>(high: 9, low: 1)
    private static let tutor = Author(person: .init(high: 1, low: 9), organisation: college, role: .providerAdviser)
    private static let request = Identifier<ConsentRequest>(high: 7, low: 7)

    private func asked(by asker: Author) throws -> Story {
        var story = try Story.registered()
        let terms = ConsentTerms(recipient: Self.college, categories: [.identity, .plan], purpose: "support")
        story.record([.sharing(.asked(Self.request, terms, .open(Words("So that the tutor knows."))))], by: asker)
        return story
    }

    private func heard(_ story: Story, by reader: Author) -> [Due] {
        story.file.sight(in: story.context(reader)).see(story.file).standing(
            on: story.now.day, now: story.now, programmes: [:], rules: .madeUp, for: reader.person
        ).dues.filter { $0.code == .shareAnswered }
    }

    @Test("It is due until it is answered, from whoever asked, where they have no page to read it on (K-007)")
    func put() throws {
        func due(_ story: Story) -> [Due] { story.standing().dues.filter { $0.code == .askToShare } }
        var story = try asked(by: Story.jane)
        #expect(due(story).map(\.organisation) == [Story.jobcentre] && due(story).first?.act == .recordConsent)
        var invited = story
        invited.record([.access(.invited(Identifier(high: 1, low: 9), supporter: nil, .paper))], by: Story.jane)
        #expect(due(invited).isEmpty, "they read it on their own page")
        let outsider = story.file.sight(in: story.context(Self.tutor))
        #expect(!story.standing(outsider).dues.contains { $0.code == .askToShare })
        story.record([.sharing(.refused(Self.request, .inPerson))], by: Story.jane)
        #expect(due(story).isEmpty)
    }

    @Test("What somebody asked who may not record the answer is put by whoever keeps the record (K-007)")
    func forAnother() throws {
        let story = try asked(by: Self.tutor)
        #expect(story.standing().dues.first { $0.code == .askToShare }?.organisation == Story.jobcentre)
    }

    @Test("Whoever asked hears the answer for a week, and nobody else does")
    func answered() throws {
        var story = try asked(by: Story.jane)
        #expect(heard(story, by: Story.jane).isEmpty)
        let terms = ConsentTerms(recipient: Self.college, categories: [.identity], purpose: "support")
        story.record(
            [
                .sharing(
                    .consented(
                        .init(high: 7, low: 8), terms, until: day("2013-05-01"), .inPerson, request: Self.request))
            ], by: Story.jane)
        let told = try #require(heard(story, by: Story.jane).first)
        #expect(told.sentence.hasSuffix("they said yes to name and birth date, and no to the action plan."))
        #expect(told.act == .askConsent && !told.overdue)
        let colleague = Author(person: .init(high: 1, low: 77), organisation: Story.jobcentre, role: .adviser)
        #expect(heard(story, by: colleague).isEmpty)
        story.now = Instant(london: story.now.day.adding(days: 8), hour: 10, minute: 0)
        #expect(heard(story, by: Story.jane).isEmpty)
    }

    @Test("A partner that asked for more hears it too, though what is shared with others is shut to it")
    func partner() throws {
        var story = try Story.registered()
        let plan = ConsentTerms(recipient: Self.college, categories: [.plan], purpose: "support")
        let more = ConsentTerms(recipient: Self.college, categories: [.health], purpose: "support")
        story.record(
            [.sharing(.consented(.init(high: 7, low: 1), plan, until: day("2013-05-01"), .inPerson, request: nil))],
            by: Story.jane)
        story.record([.sharing(.asked(Self.request, more, .open(Words("For the gym."))))], by: Self.tutor)
        story.record([.sharing(.refused(Self.request, .inPerson))], by: Story.jane)
        #expect(heard(story, by: Self.tutor).first?.sentence.hasSuffix("they said no to health.") == true)
        #expect(heard(story, by: Story.jane).isEmpty)
    }
}
