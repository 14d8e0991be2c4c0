import Kernel
import Testing

@testable import Casework

@Suite("What an organisation of the chain sees, before, while and after")
struct PastHolderTests {
    private static let matrix = SharingMatrix(rows: [
        .init(
            relation: .offered, categories: [.identity, .referral, .assessment, .plan], purpose: "support",
            basis: .publicTask, source: "test"),
        .init(
            relation: .referred, categories: [.identity, .contact, .referral, .appointments], purpose: "support",
            basis: .publicTask, source: "test"),
        .init(
            relation: .past, categories: [.identity, .appointments], purpose: "support", basis: .publicTask,
            source: "test"),
    ])

    private func sight(_ story: Story, _ actor: Author) -> Sight {
        let relation = story.file.relation(of: actor, on: story.now.day)
        return story.file.sight(of: actor, as: relation, matrix: Self.matrix, on: story.now.day)
    }

    @Test("Asked, it sees what it needs to answer and no way to reach them; taken on, all of its relation (C09, K-010)")
    func offered() throws {
        var story = try ChainTests.sent(try Story.assigned(), by: ChainTests.localManager)
        let asked = sight(story, ChainTests.stella).see(story.file)
        #expect(asked.identity?.name == "Rosa Parr" && asked.identity?.phone == nil)
        #expect(asked.referral != nil && asked.appointments.isEmpty && asked.employment == nil)
        try story.perform(TakeOn(adviser: ChainTests.stella.person), by: ChainTests.stella)
        #expect(sight(story, ChainTests.stella).see(story.file).identity?.phone != nil)
    }

    @Test("Once another has them, it reads its own entries and nothing that came after (design section 5)")
    func past() throws {
        var (story, _) = try Story.booked()
        story = try ChainTests.sent(story, by: ChainTests.localManager)
        try story.perform(TakeOn(adviser: ChainTests.stella.person), by: ChainTests.stella)
        try story.book(Story.slot("2012-06-20"), .review, by: ChainTests.stella)
        let sight = sight(story, Story.dana)
        #expect(sight.relation == .past)
        let seen = sight.see(story.file)
        #expect(seen.appointments.map(\.office) == [Story.local] && seen.referral == nil)
        #expect(
            seen.standing(on: story.now.day, now: story.now, programmes: [:], rules: .madeUp).whereTheyAre.hasPrefix(
                "Registered on"))
        let names = Names(organisation: { "\($0)" }, person: { "\($0)" })
        let entries = Timeline.entries(
            story.events, through: sight, names: names, programmes: [story.programme.id: story.programme],
            tools: .madeUp)
        #expect(!entries.isEmpty && entries.allSatisfy { $0.by.organisation == Story.local })
    }

    @Test("The person sees everybody who can open the record, those who were asked and those who had them too")
    func viewers() throws {
        var story = try ChainTests.sent(try Story.assigned(), by: ChainTests.localManager)
        func relations(_ story: Story) -> [Relation] {
            story.file.viewers(matrix: Self.matrix, on: story.now.day).map(\.relation)
        }
        #expect(relations(story).filter { $0 == .offered }.count == 1)
        try story.perform(TakeOn(adviser: ChainTests.stella.person), by: ChainTests.stella)
        #expect(relations(story).filter { $0 == .past }.count == 1)
        #expect(!relations(story).contains(.offered))
    }
}
