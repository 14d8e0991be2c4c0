import Kernel
import Testing

@testable import Casework

@Suite("Who leads the help somebody gets (G-005, G-034, G-039)")
struct LeadTests {
    private static let boss = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 0x31), organisation: Story.jobcentre, role: .teamManager)
    private static let nell = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 0x32), organisation: Story.council, role: .adviser)

    private func due(_ story: Story, _ actor: Author) -> Due? {
        let sight = story.file.sight(of: actor, as: .jobcentre, matrix: .test, on: story.now.day)
        return story.standing(sight).dues.first { $0.code == .nameLead }
    }

    private func lead(_ story: Story) -> Identifier<Person>? { story.file.lead(on: story.now.day)?.person }

    @Test("Nobody leading is due from the registration on, late after four weeks, for the team manager alone (G-005)")
    func unled() throws {
        var story = try Story.registered()
        let first = try #require(due(story, Self.boss))
        #expect(!first.overdue && first.act == .nameLead && first.organisation == Story.jobcentre)
        #expect(due(story, Story.jane) == nil)
        story.now = Instant(london: first.day.adding(days: 1), hour: 10, minute: 0)
        #expect(due(story, Self.boss)?.overdue == true)
        try story.perform(NameLead(Story.jane.person), by: Story.jane)
        #expect(lead(story) == Story.jane.person && due(story, Self.boss) == nil)
    }

    @Test("An adviser names themselves, a manager anybody on the staff, and a stranger to the record nobody (G-005)")
    func whoNames() throws {
        var story = try Story.registered()
        #expect(story.refused(NameLead(Self.boss.person), by: Story.jane) == "lead.yourself")
        #expect(story.refused(NameLead(Self.nell.person), by: Self.nell) == "lead.not-keeper")
        story.surroundings.adviserWorksThere = false
        #expect(story.refused(NameLead(Story.omar), by: Self.boss) == "lead.staff")
        story.surroundings.adviserWorksThere = true
        try story.perform(NameLead(Story.jane.person), by: Self.boss)
        #expect(story.refused(NameLead(Story.jane.person), by: Self.boss) == "lead.same")
    }

    @Test("Of two keepers whoever was named last leads, and a keeper that gives the record back leads no more (G-005)")
    func twoKeepers() throws {
        var story = try Story.registered()
        try story.perform(NameLead(Story.jane.person), by: Story.jane)
        story.surroundings.actorHome = .council
        try story.perform(TakeUpRecord(isHere: true, proof: .document, since: story.now.day), by: Self.nell)
        #expect(lead(story) == Story.jane.person)
        try story.perform(NameLead(Self.nell.person), by: Self.nell)
        #expect(lead(story) == Self.nell.person)
        try story.perform(GiveBackRecord(isMistake: true), by: Self.nell)
        #expect(lead(story) == Story.jane.person)
    }

    @Test("Another jobcentre in the place of the first leaves nobody leading, nor when it gives it back (G-005)")
    func instead() throws {
        var story = try Story.registered()
        try story.perform(NameLead(Story.jane.person), by: Story.jane)
        let mill = Author(
            person: Identifier(high: 0x7000, low: 1 << 63 | 0x33),
            organisation: Identifier(high: 0x7000, low: 1 << 63 | 0x34), role: .adviser)
        story.surroundings.actorHome = .jobcentre
        try story.perform(TakeUpRecord(isHere: true, proof: .document, since: story.now.day), by: mill)
        #expect(lead(story) == nil)
        try story.perform(GiveBackRecord(isMistake: true), by: mill)
        #expect(lead(story) == nil && story.file.customer?.keepers.organisations == [Story.jobcentre])
    }

    @Test("Of two records made one, whoever a keeper of both named last leads, and apart each has its own (G-005)")
    func merged() throws {
        var other = try Story(number: 2)
        try other.perform(
            RegisterCustomer(
                identity: Identity(given: "Rosa", family: "Par", born: day("1980-02-03"), on: other.now.day)),
            by: Story.jane)
        other.at("2012-05-29")
        try other.perform(NameLead(Story.jane.person), by: Story.jane)
        var two = TwoStories(own: try Story.registered(), other: other)
        try two.merge()
        #expect(lead(two.own) == Story.jane.person)
        try two.separate()
        #expect(lead(two.own) == nil && lead(two.other) == Story.jane.person)
    }

    @Test("Where whoever was named has left it is due at once, for the team manager alone (G-005)")
    func left() throws {
        var story = try Story.registered()
        try story.perform(NameLead(Story.jane.person), by: Story.jane)
        func due(_ actor: Author, leadLeft: Bool) -> Due? {
            let sight = story.file.sight(of: actor, as: .jobcentre, matrix: .test, on: story.now.day)
            return sight.see(story.file).standing(
                on: story.now.day, now: story.now, programmes: [:], rules: .madeUp, leadLeft: leadLeft
            ).dues.first { $0.code == .nameLead }
        }
        #expect(due(Self.boss, leadLeft: true)?.sentence == "Whoever led the help they get has left. Say who leads.")
        #expect(due(Self.boss, leadLeft: false) == nil && due(Story.jane, leadLeft: true) == nil)
    }

    @Test("The adviser of a programme leads while they have somebody, and the keeper's lead until then (G-005)")
    func adviserLeads() throws {
        var story = try Story.acknowledged()
        #expect(due(story, Self.boss) == nil, "whoever was referred waits for the provider")
        try story.perform(NameLead(Story.jane.person), by: Story.jane)
        #expect(lead(story) == Story.jane.person)
        let assigned = try Story.assigned()
        #expect(assigned.file.lead(on: assigned.now.day)?.isAdviser == true)
        #expect(assigned.refused(NameLead(Story.jane.person), by: Story.jane) == "lead.adviser")
    }
}
