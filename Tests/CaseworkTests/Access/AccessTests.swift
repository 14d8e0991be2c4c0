import Kernel
import Testing

@testable import Casework

@Suite("A customer's own page, and who acts for them")
struct AccessTests {
    private func customer(_ story: Story) -> Author {
        Author(person: Identifier(story.file.id), organisation: Story.jobcentre, role: .customer)
    }

    private func supporter(_ story: Story) throws -> Author {
        Author(
            person: try #require(story.file.access.supporters.last).person, organisation: Story.jobcentre,
            role: .supporter)
    }

    private func named(_ rights: [SupporterRight], until: String = "2012-09-01") throws -> Story {
        var story = try Story.registered()
        try story.perform(
            NameSupporter(
                details: SupporterDetails(name: "Sam Field", relationship: "my sister"),
                terms: SupporterTerms(rights: rights, until: day(until)), how: .online), by: customer(story))
        return story
    }

    @Test("A link by e-mail needs an address and agreement to it; a code needs neither")
    func routes() throws {
        var story = try Story.registered()
        #expect(!story.file.access.isOpen)
        #expect(story.refused(InviteCustomer(route: .email), by: Story.jane) == "access.no-email")
        try story.perform(InviteCustomer(route: .paper), by: Story.jane)
        #expect(story.file.access.isOpen)
        try story.perform(CloseAccess(), by: Story.jane)
        #expect(!story.file.access.isOpen)
        #expect(story.refused(CloseAccess(), by: Story.jane) == "access.closed")
        try story.perform(InviteCustomer(route: .paper), by: Story.jane)
        #expect(story.file.access.isOpen)
    }

    @Test("A new link goes only to whoever was let in and agreed to e-mail, three times a day at most")
    func asked() throws {
        var story = try Story()
        try story.perform(RegisterCustomer(identity: Story.identity(email: "rosa@example.org")), by: Story.jane)
        let system = Author(person: Story.omar, organisation: Story.jobcentre, role: .system)
        #expect(story.refused(AskForLink(), by: system) == "access.no-link")
        try story.perform(InviteCustomer(route: .paper), by: Story.jane)
        #expect(story.refused(AskForLink(), by: system) == "access.no-link")
        try story.perform(ChooseEmail(agreed: true), by: Story.jane)
        for _ in 1...AccessLimits.asksADay { try story.perform(AskForLink(), by: system) }
        #expect(story.refused(AskForLink(), by: system) == "access.no-link")
        story.at("2012-05-29")
        try story.perform(AskForLink(), by: system)
    }

    @Test("A supporter sees what the person chose and nothing else, to the last day and no further (A-027)")
    func sees() throws {
        let story = try named([.plan])
        let actor = try supporter(story)
        #expect(story.file.relation(of: actor, on: day("2012-09-01")) == .supporter)
        #expect(story.file.relation(of: actor, on: day("2012-09-02")) == .none)
        let sight = story.file.sight(of: actor, as: .supporter, matrix: .test, on: day("2012-06-01"))
        #expect(Category.allCases.filter(sight.sees) == [.identity, .plan])
        let seen = sight.see(story.file)
        #expect(seen.identity?.name == "Rosa Parr" && seen.identity?.phone == nil)
        #expect(seen.born == nil && seen.identity?.nationalInsurance == nil)
        #expect(seen.access == nil && seen.consents == nil && seen.voices == nil && seen.viewers.isEmpty)
        for category in [Category.identity, .plan] { #expect(sight.reason(for: category)?.basis == .consent) }
    }

    @Test("An end takes effect at once, that day included, and by whoever may name one")
    func ends() throws {
        var story = try named([.plan])
        let actor = try supporter(story)
        let id = try #require(story.file.access.supporters.last?.id)
        #expect(story.refused(EndSupporter(supporter: id, how: .online), by: Story.jane) == "consent.how")
        try story.perform(EndSupporter(supporter: id, how: .byPhone), by: Story.jane)
        #expect(story.file.relation(of: actor, on: story.now.day) == .none)
        #expect(story.refused(InviteSupporter(supporter: id), by: Story.jane) == "supporter.none")
    }

    @Test("No supporter is named for nothing, for the past, or for more than a year")
    func limits() throws {
        let story = try Story.registered()
        func refused(_ name: String, _ rights: [SupporterRight], _ until: String) -> String? {
            story.refused(
                NameSupporter(
                    details: SupporterDetails(name: name, relationship: ""),
                    terms: SupporterTerms(rights: rights, until: day(until)), how: .online), by: customer(story))
        }
        #expect(refused(" ", [.plan], "2012-09-01") == "supporter.name")
        #expect(refused("Sam", [], "2012-09-01") == "supporter.nothing")
        #expect(refused("Sam", [.plan], "2012-05-27") == "supporter.until")
        #expect(refused("Sam", [.plan], "2013-05-29") == "supporter.until")
        #expect(refused("Sam", [.plan], "2013-05-28") == nil)
    }

    @Test("What a supporter agrees to is the person's answer, recorded as the supporter's doing")
    func actsFor() throws {
        var room = try PlanRoom()
        try room.perform(
            NameSupporter(
                details: SupporterDetails(name: "Sam Field", relationship: ""),
                terms: SupporterTerms(rights: [.plan], until: day("2012-09-01")), how: .online), by: room.customer)
        let sam = Author(
            person: try #require(room.file.access.supporters.last).person, organisation: Story.council, role: .supporter
        )
        let action = try room.propose("Ring the college")
        try room.perform(AgreeAction(action: action, forCustomer: true, route: .online), by: sam)
        let answer = try #require(try room.action(action).answers.last)
        #expect(answer.party == .customer && answer.event.by == sam)
    }

    @Test("Nobody but the person agrees to what must be done (G-041)")
    func mandatory() throws {
        var room = try PlanRoom(attached: false)
        let customer = Author(person: Identifier(room.file.id), organisation: Story.jobcentre, role: .customer)
        try room.perform(
            NameSupporter(
                details: SupporterDetails(name: "Sam Field", relationship: ""),
                terms: SupporterTerms(rights: [.plan], until: day("2012-09-01")), how: .online), by: customer)
        let sam = Author(
            person: try #require(room.file.access.supporters.last).person, organisation: Story.jobcentre,
            role: .supporter)
        let action = try room.propose("Go to the course", due: "2012-07-02", mandatory: true, explained: true)
        let agree = AgreeAction(action: action, forCustomer: true, route: .online, explained: true)
        #expect(room.refused(agree, by: sam) == "plan.mandatory-own-word")
        #expect(room.refused(agree, by: customer) == nil)
    }
}
