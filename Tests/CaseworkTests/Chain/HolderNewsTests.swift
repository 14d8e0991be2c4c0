import Kernel
import Testing

@testable import Casework

@Suite("Who has somebody, as news to them")
struct HolderNewsTests {
    private let byHand = TellOfHolder(ToldOfHolder(route: .byHand))

    private func due(_ story: Story) -> Due? { story.standing().dues.first { $0.code == .tellOfHolder } }

    @Test("From the draw on whoever referred them tells them, and then whoever has them, until it is done (C04, G-001)")
    func first() throws {
        var story = try Story.referred()
        let first = try #require(due(story))
        #expect(first.act == .tellOfHolder && first.organisation == Story.jobcentre && first.day == day("2012-05-30"))
        #expect(first.sentence == "Tell them who has them now, why, for how long, and what happens next.")
        #expect(story.refused(byHand, by: Story.jane) == nil)
        story.at("2012-05-31")
        try story.perform(AcknowledgeReferral(), by: Story.manager)
        #expect(due(story)?.organisation == Story.prime)
        #expect(story.refused(byHand, by: Story.jane) == "told.not-theirs")
        try story.perform(byHand, by: Story.manager)
        #expect(due(story) == nil && story.refused(byHand, by: Story.manager) == "told.twice")
    }

    @Test("Told of the provider, they are told when another organisation has them, not of its first adviser (C04)")
    func elsewhere() throws {
        var story = try Story.acknowledged()
        try story.perform(byHand, by: Story.manager)
        var own = story
        try own.perform(AssignReferral(provider: Story.prime, adviser: Story.omar), by: Story.manager)
        #expect(due(own) == nil)
        try story.perform(AssignReferral(provider: Story.local, adviser: Story.dana.person), by: Story.manager)
        #expect(due(story)?.organisation == Story.local)
        #expect(due(story)?.sentence == "Tell them who has them now, and why.")
        let names = Names(organisation: { $0 == Story.prime ? "Northway" : "Stepping Stone" }, person: { _ in "Dana" })
        #expect(
            story.file.referral?.whoHasThem(names: names, programme: story.programme)
                == "Dana at Stepping Stone helps you now. They work with Northway, who runs the programme for you.")
        // They meet them, and so know them.
        let meeting = try story.book(try Story.slot("2012-06-14"))
        story.at("2012-06-14", 10, 30)
        try story.perform(RecordAttendance(appointment: meeting, attendance: Story.came), by: Story.dana)
        #expect(due(story) == nil)
    }

    @Test("A notice tells of no other adviser; whoever met the office since is told by nobody any more (C04, C08)")
    func notice() throws {
        var story = try Story.attached(at: "2012-06-18")
        try story.perform(
            ChangeAdviser(provider: Story.local, adviser: Story.omar, reason: "left", handover: nil),
            by: Story.manager)
        let omar = Author(person: Story.omar, organisation: Story.local, role: .providerAdviser)
        let meeting = try story.book(try Story.slot("2012-06-28"), .review, by: omar)
        try story.perform(
            GiveNotice(
                appointment: meeting, route: .byHand, mandatory: false, digest: String(repeating: "ab", count: 32)),
            by: omar)
        #expect(due(story)?.sentence == "Tell them who has them now, and why.")
        var told = story
        try told.perform(TellOfHolder(ToldOfHolder(route: .spoken)), by: omar)
        #expect(due(told) == nil)
        story.at("2012-06-28", 10, 30)
        try story.perform(RecordAttendance(appointment: meeting, attendance: Story.came), by: omar)
        #expect(due(story) == nil)
        for date in ["2012-07-12", "2012-07-26"] {
            let next = try story.book(try Story.slot(date), .review, by: omar)
            story.at(date, 10, 30)
            try story.perform(RecordAttendance(appointment: next, attendance: Story.came), by: omar)
            #expect(due(story) == nil)
        }
        // Why they moved can be told all the same.
        #expect(story.refused(TellOfHolder(ToldOfHolder(route: .spoken)), by: omar) == nil)
    }

    @Test("A meeting booked before the adviser changed tells of no change (C04)")
    func bookedBefore() throws {
        var story = try Story.attached(at: "2012-06-18")
        let meeting = try story.book(try Story.slot("2012-06-28"), .review)
        try story.perform(
            ChangeAdviser(provider: Story.local, adviser: Story.omar, reason: "left", handover: nil),
            by: Story.manager)
        story.at("2012-06-28", 10, 30)
        try story.perform(RecordAttendance(appointment: meeting, attendance: Story.came), by: Story.dana)
        #expect(due(story) != nil)
    }

    @Test("Before the provider takes it on, whichever jobcentre keeps the record now tells them (C04)")
    func takenUp() throws {
        var story = try Story.referred()
        let other = Author(
            person: Identifier(high: 9, low: 1), organisation: Identifier(high: 9, low: 2), role: .adviser)
        story.surroundings.actorHome = .jobcentre
        try story.perform(TakeUpRecord(isHere: true, proof: .document, since: story.now.day), by: other)
        #expect(due(story)?.organisation == other.organisation)
    }

    @Test("Where they agreed to e-mail they are told as they are referred, and again when it did not arrive (G-001)")
    func byEmail() throws {
        var story = try Story.registered()
        try story.perform(CorrectCustomer(identity: Story.identity(email: "rosa@example.org")), by: Story.jane)
        try story.perform(ChooseEmail(agreed: true), by: Story.jane)
        try story.perform(
            RecordReferralInterview(
                programme: "made-up", explained: ["what", "pay"], inWriting: true, agreed: ["health"]), by: Story.jane)
        let facts = try story.perform(
            ReferCustomer(programme: "made-up", area: Story.areaID, claim: Story.claim(), tellsByEmail: true),
            by: Story.jane)
        #expect(facts.last?.kind == "chain.told" && due(story) == nil)
        let letter = try #require(story.file.referral?.chain.told.first?.event.id)
        try story.perform(RecordUntold(told: letter, reason: .refused), by: Story.jane)
        #expect(due(story)?.sentence.hasSuffix("what happens next. The letter did not reach them.") == true)
        // Told of the draw once, they are told of where they are given as well.
        try story.perform(AcknowledgeReferral(), by: Story.manager)
        let assigned = try story.perform(
            AssignReferral(provider: Story.local, adviser: Story.dana.person, tellsByEmail: true), by: Story.manager)
        #expect(assigned.map(\.kind) == ["referral.assigned", "chain.told"] && due(story) == nil)
    }
}
