import Kernel
import Testing

@testable import Casework

@Suite("An urgent path when somebody may be in danger")
struct UrgentPathTests {
    private static let lead = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 0x51), organisation: Story.prime, role: .safeguardingLead)
    private static let colleague = Author(
        person: Story.omar, organisation: Story.local, role: .providerAdviser)
    private static let customer = Author(
        person: Identifier(high: 0, low: 1), organisation: Identifier(high: 0, low: 1), role: .customer)
    private static let heard = "She says she will not see Friday."

    private func opened(by actor: Author = Self.colleague, words: String? = Self.heard) throws -> Story {
        var story = try Story.assigned()
        try story.perform(OpenUrgentPath(words: words.map { Words($0) }), by: actor)
        return story
    }

    private func sight(_ story: Story, _ actor: Author, _ relation: Relation? = nil) -> Sight {
        story.file.sight(
            of: actor, as: relation ?? story.file.relation(of: actor, on: story.now.day), matrix: .test,
            on: story.now.day)
    }

    private func due(_ story: Story, _ actor: Author, _ relation: Relation? = nil) -> Due? {
        story.standing(sight(story, actor, relation)).dues.first { $0.code == .handOverUrgent }
    }

    private func path(_ story: Story) throws -> Identifier<SafetyNotice> {
        try #require(story.file.safety.urgent.first?.id)
    }

    @Test("One action opens it, with or without words (K-019, G-079)")
    func opens() throws {
        #expect(try opened(words: nil).file.safety.urgent.count == 1)
        let story = try opened()
        #expect(story.file.safety.urgent.first?.terms.value?.words == Words(Self.heard))
        let long = OpenUrgentPath(words: Words(String(repeating: "a", count: 501)))
        #expect(story.refused(long, by: Story.dana) == "urgent.long")
    }

    @Test("It is due the same day, before all else, and closes only when somebody named has taken over (G-079)")
    func closes() throws {
        var story = try opened()
        let path = try path(story)
        #expect(due(story, Story.dana)?.day == story.now.day && due(story, Story.dana)?.overdue == false)
        #expect(story.standing(sight(story, Story.dana)).nextStep?.code == .handOverUrgent)
        for to in [nil, Words(""), Words("   ")] {
            let nobody = HandOverUrgent(path: path, to: to, route: .gp)
            #expect(story.refused(nobody, by: Story.dana) == "urgent.nobody")
        }
        story.at("2012-09-03")
        #expect(due(story, Story.dana)?.overdue == true, "No day ends it")
        #expect(story.standing(sight(story, Story.dana)).nextStep?.code == .handOverUrgent, "Nor comes before it")
        let over = HandOverUrgent(path: path, to: Words("Dr Lee, Park Surgery"), route: .gp)
        try story.perform(over, by: Story.dana)
        #expect(due(story, Story.dana) == nil)
        #expect(story.refused(over, by: Story.dana) == "urgent.none")
        #expect(story.file.safety.urgent.first?.handedOver?.terms.value?.to == Words("Dr Lee, Park Surgery"))
    }

    @Test("Whoever opened it, their manager, whoever meets them and the lead are told; the last two read the words")
    func told() throws {
        let story = try opened()
        for actor in [Self.colleague, Story.dana, Self.lead] { #expect(due(story, actor) != nil, "\(actor.role)") }
        let manager = Author(person: Story.manager.person, organisation: Story.local, role: .providerManager)
        #expect(due(story, manager) != nil)
        #expect(due(story, Story.jane) == nil && due(story, Self.customer, .oneself) == nil)
        for actor in [Self.colleague, manager] {
            let seen = sight(story, actor).see(story.file)
            #expect(seen.urgent.count == 1 && seen.urgent.first?.terms == .shut && seen.safety == nil)
        }
        for actor in [Story.dana, Self.lead] {
            #expect(sight(story, actor).see(story.file).urgent.first?.terms.value?.words == Words(Self.heard))
        }
        let path = try path(story)
        let over = HandOverUrgent(path: path, to: Words("The crisis team"), route: .crisisTeam)
        #expect(story.refused(over, by: Story.jane) == "urgent.none")
        #expect(story.refused(over, by: Self.colleague) == nil)
    }

    @Test("The person reads that help was got, not what was heard, unless the safeguarding lead keeps it from them")
    func ownPage() throws {
        var story = try opened()
        func journey(_ sight: Sight) -> [TimelineEntry] {
            Timeline.entries(
                story.events, through: sight, names: Names(organisation: { "\($0)" }, person: { "\($0)" }),
                programmes: [story.programme.id: story.programme], tools: .madeUp
            ).filter { $0.category == .safety }
        }
        let own = sight(story, Self.customer, .oneself)
        #expect(journey(own).map(\.headline) == ["They may have been in danger, and help was got"])
        #expect(journey(own).allSatisfy { $0.detail?.contains("Friday") != true })
        #expect(journey(sight(story, Story.jane)).isEmpty)
        let path = try path(story)
        #expect(story.refused(HideSafetyNotice(notice: path, hidden: false), by: Self.lead) == "safety.same")
        try story.perform(HideSafetyNotice(notice: path, hidden: true), by: Self.lead)
        #expect(own.see(story.file).safety?.urgent.isEmpty == true && journey(own).isEmpty)
    }

    @Test("Whoever opens it may keep it from the person’s own page at once, and only the lead shows it again (K-019)")
    func keptFromTheStart() throws {
        var story = try Story.assigned()
        try story.perform(OpenUrgentPath(words: Words(Self.heard), hidden: true), by: Self.colleague)
        let own = sight(story, Self.customer, .oneself)
        #expect(own.see(story.file).safety?.urgent.isEmpty == true)
        #expect(!story.events.forThePerson.contains { if case .safety = $0.fact { true } else { false } })
        #expect(due(story, Story.dana) != nil, "it is open for whoever acts")
        #expect(Powers.grant(.hideSafety, to: Self.colleague.role, as: .attached) == nil)
        try story.perform(HideSafetyNotice(notice: path(story), hidden: false), by: Self.lead)
        #expect(own.see(story.file).safety?.urgent.count == 1)
    }

    @Test("Without words the journey names nobody who took over: a copy shows that where it can be covered (K-019)")
    func covered() throws {
        var story = try opened()
        let over = HandOverUrgent(path: try path(story), to: Words("Dr Lee, Park Surgery"), route: .gp)
        try story.perform(over, by: Story.dana)
        let told = Timeline.entries(
            story.events, through: sight(story, Self.customer, .oneself),
            names: Names(organisation: { "\($0)" }, person: { "\($0)" }),
            programmes: [story.programme.id: story.programme], tools: .madeUp, withWords: false)
        #expect(told.contains { $0.headline == "Somebody took over the urgent help" })
        #expect(told.allSatisfy { $0.detail?.contains("Lee") != true })
        let read = story.events.flatMap(\.copyTexts).filter { $0.text == "gp" || $0.text.contains("Lee") }
        #expect(read.filter(\.mayConcernOthers).map(\.text) == ["Dr Lee, Park Surgery"])
    }

    @Test("What was heard and who took over are kept for the years of the safety class, and not until a review day")
    func kept() throws {
        var story = try opened()
        try story.perform(
            RaiseSafetyNotice(terms: SafetyTerms(asks: [.twoPeople]), review: day("2012-08-31")), by: Story.dana)
        #expect(story.file.safety.lastReview == nil)
    }
}
