import Kernel
import Testing

@testable import Casework

@Suite("The chain")
struct ChainTests {
    static let special = Identifier<Organisation>(high: 0x7000, low: 1 << 63 | 0x41)
    static let stella = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 0x42), organisation: special, role: .providerManager)
    static let localManager = Author(
        person: Identifier(high: 0x7000, low: 1 << 63 | 0x43), organisation: Story.local, role: .providerManager)

    static func chain(
        _ route: SpecialistRoute = .either, groups: [String] = [], until: CalendarDay? = nil
    ) -> SupplyChain {
        SupplyChain(
            prime: Story.prime, specialists: route,
            partners: [
                ChainPartner(organisation: Story.local, part: .endToEnd),
                ChainPartner(
                    organisation: special, part: .specialist, groups: groups, runs: DayRange(from: nil, until: until)),
            ])
    }

    private let pass = PassOn(to: special, reason: "need", words: nil)

    /// Sent to the specialist by whoever has them.
    static func sent(_ story: Story, by actor: Author = Story.manager) throws -> Story {
        var story = story
        story.surroundings.supplyChain = chain()
        try story.perform(PassOn(to: special, reason: "need", words: Words("She likes mornings.")), by: actor)
        return story
    }

    @Test("Sent on and taken on, the specialist has them; until then whoever had them keeps them (C04, G-085)")
    func handsOn() throws {
        var story = try Self.sent(try Story.assigned(), by: Self.localManager)
        #expect(story.file.referral?.holder == Story.local)
        #expect(story.file.referral?.chain.waiting?.to == Self.special)
        #expect(story.file.relation(of: Self.stella, on: story.now.day) == .offered)
        #expect(story.file.relation(of: Self.localManager, on: story.now.day) == .referred)
        try story.perform(TakeOn(adviser: Self.stella.person), by: Self.stella)
        #expect(story.file.referral?.holder == Self.special)
        #expect(story.file.referral?.assignment?.adviser == Self.stella.person)
        #expect(story.file.relation(of: Self.stella, on: story.now.day) == .referred)
        #expect(story.file.relation(of: Self.localManager, on: story.now.day) == .past)
        #expect(story.file.relation(of: Story.manager, on: story.now.day) == .referred)
    }

    @Test("A refusal gives its reason, and the person stays where they were (C04, C09)")
    func refuses() throws {
        var story = try Self.sent(try Story.assigned(), by: Self.localManager)
        #expect(story.refused(TurnDown(reason: "nonsense", words: nil), by: Self.stella) == "chain.reason")
        #expect(story.refused(TurnDown(reason: "other", words: nil), by: Self.stella) == "chain.words")
        #expect(story.refused(TurnDown(reason: "full", words: nil), by: Self.localManager) == "chain.not-asked")
        try story.perform(TurnDown(reason: "full", words: Words("Try Albion.")), by: Self.stella)
        #expect(story.file.referral?.assignment?.adviser == Story.dana.person)
        #expect(story.file.relation(of: Self.stella, on: story.now.day) == .none)
        #expect(story.refused(TakeOn(adviser: Self.stella.person), by: Self.stella) == "chain.none")
        // Sent to somebody else next, nothing of the first refusal stands in the way.
        _ = try Self.sent(story, by: Self.localManager)
    }

    @Test("What waits can be taken back by whoever sent it, and by nobody else")
    func takesBack() throws {
        var story = try Self.sent(try Story.assigned(), by: Self.localManager)
        #expect(story.refused(TakeBack(), by: Self.stella) == "chain.not-sender")
        try story.perform(TakeBack(), by: Story.manager)
        #expect(story.file.referral?.chain.waiting == nil && story.file.referral?.holder == Story.local)
        #expect(story.refused(TakeBack(), by: Story.manager) == "chain.none")
    }

    @Test(
        "The prime's model says when somebody goes to a specialist (C04, variants 1, 2a, 2b)",
        arguments: [
            (SpecialistRoute.never, false, false), (.onEntry, true, false), (.later, false, true),
            (.either, true, true),
        ])
    func models(route: SpecialistRoute, onEntry: Bool, later: Bool) throws {
        var entry = try Story.acknowledged()
        entry.surroundings.supplyChain = Self.chain(route)
        #expect(entry.refused(pass, by: Story.manager) == (onEntry ? nil : "chain.model"))
        var held = try Story.assigned()
        held.surroundings.supplyChain = Self.chain(route)
        #expect(held.refused(pass, by: Self.localManager) == (later ? nil : "chain.model"))
    }

    @Test(
        "A local office sends to a specialist on entry; decided later, an end-to-end provider does (C04, 2a and 2b)",
        arguments: [
            (SpecialistRoute.never, false), (.onEntry, true), (.later, false), (.either, true),
        ])
    func office(route: SpecialistRoute, may: Bool) throws {
        var held = try Story.assigned()
        var chain = Self.chain(route)
        chain.partners[0].part = .office
        held.surroundings.supplyChain = chain
        #expect(held.refused(pass, by: Self.localManager) == (may ? nil : "chain.model"))
    }

    @Test("Nobody is sent outside the chain, past a partner's last day, to a group it does not take, or home again")
    func outside() throws {
        var story = try Story.assigned()
        #expect(story.refused(pass, by: Self.localManager) == "chain.outside")
        story.surroundings.supplyChain = Self.chain(until: day("2012-05-30"))
        #expect(story.refused(pass, by: Self.localManager) == "chain.outside")
        story.surroundings.supplyChain = Self.chain(groups: ["chose"])
        #expect(story.refused(pass, by: Self.localManager) == "chain.group")
        story.surroundings.supplyChain = Self.chain(groups: ["told"])
        #expect(story.refused(pass, by: Self.localManager) == nil)
        #expect(
            story.refused(PassOn(to: Story.local, reason: "need", words: nil), by: Self.localManager) == "chain.same")
        #expect(
            story.refused(PassOn(to: Self.special, reason: "x", words: nil), by: Self.localManager) == "chain.reason")
        #expect(
            story.refused(PassOn(to: Self.special, reason: "other", words: nil), by: Self.localManager) == "chain.words"
        )
        #expect(story.refused(pass, by: Self.stella) == "chain.not-holder")
        var waiting = try Story.referred()
        waiting.surroundings.supplyChain = Self.chain()
        #expect(waiting.refused(pass, by: Story.manager) == "chain.before-acknowledgement")
    }

    @Test("While an answer is waited for, nobody assigns, changes the adviser or sends on again")
    func waits() throws {
        var story = try Self.sent(try Story.assigned(), by: Self.localManager)
        story.surroundings.supplyChain = Self.chain()
        #expect(story.refused(pass, by: Self.localManager) == "chain.waits")
        let change = ChangeAdviser(provider: Story.local, adviser: Story.omar, reason: "left", handover: nil)
        #expect(story.refused(change, by: Story.manager) == "chain.waits")
        let entry = try Self.sent(try Story.acknowledged())
        let assign = AssignReferral(provider: Story.local, adviser: Story.dana.person)
        #expect(entry.refused(assign, by: Story.manager) == "chain.waits")
    }

    @Test("A specialist is asked and never told: nobody assigns to one directly (C04)")
    func asked() throws {
        var story = try Story.acknowledged()
        story.surroundings.supplyChain = Self.chain()
        story.surroundings.chain = [Story.prime, Story.local, Self.special]
        let assign = AssignReferral(provider: Self.special, adviser: Self.stella.person)
        #expect(story.refused(assign, by: Story.manager) == "assign.specialist")
    }

    @Test("An office takes somebody on and chooses the adviser afterwards; anybody else names one at once")
    func offices() throws {
        var story = try Story.acknowledged()
        story.surroundings.supplyChain = SupplyChain(
            prime: Story.prime, partners: [ChainPartner(organisation: Story.local, part: .office)])
        try story.perform(PassOn(to: Story.local, reason: "need", words: nil), by: Story.manager)
        try story.perform(TakeOn(adviser: nil), by: Self.localManager)
        #expect(story.file.referral?.holder == Story.local && story.file.referral?.assignment == nil)
        #expect(story.file.relation(of: Self.localManager, on: story.now.day) == .referred)
        try story.perform(AssignReferral(provider: Story.local, adviser: Story.dana.person), by: Self.localManager)
        #expect(story.file.referral?.state == .assigned)
        let specialist = try Self.sent(story, by: Self.localManager)
        #expect(specialist.refused(TakeOn(adviser: nil), by: Self.stella) == "chain.adviser")
    }

    @Test("What the jobcentre sent goes on whole, hop after hop (G-179)")
    func whole() throws {
        var story = try Self.sent(try Story.assigned(), by: Self.localManager)
        try story.perform(TakeOn(adviser: Self.stella.person), by: Self.stella)
        story.surroundings.supplyChain = Self.chain()
        try story.perform(PassOn(to: Story.local, reason: "need", words: nil), by: Self.stella)
        let referral = try #require(story.file.referral)
        #expect(referral.chain.hops.count == 2)
        #expect(referral.chain.hops.allSatisfy { $0.items == referral.transmitted?.items && $0.items.contains("name") })
        #expect(referral.group == "told" && referral.basis == .mandatory)
    }

    @Test("A warm handover has three people: two who work where the person was and is, and the person (C05, G-144)")
    func warm() throws {
        var story = try Self.sent(try Story.assigned(), by: Self.localManager)
        func record(
            _ from: Author = Self.localManager, _ to: Author = Self.stella, there: Bool = true,
            on text: String = "2012-05-31"
        ) -> RecordHandover {
            RecordHandover(
                meeting: WarmHandover(
                    from: .init(from.person, at: from.organisation), to: .init(to.person, at: to.organisation),
                    mode: .faceToFace, on: day(text)), customerWasThere: there, words: nil)
        }
        story.surroundings.handoverPeopleWork = true
        #expect(story.refused(record(there: false), by: Self.localManager) == "handover.alone")
        #expect(story.refused(record(Self.stella), by: Self.localManager) == "handover.same")
        #expect(story.refused(record(on: "2012-05-29"), by: Self.localManager) == "handover.day")
        #expect(story.refused(record(on: "2012-06-01"), by: Self.localManager) == "handover.day")
        let rival = Author(person: Story.omar, organisation: Story.rival, role: .providerAdviser)
        #expect(story.refused(record(Self.localManager, rival), by: Self.localManager) == "handover.organisations")
        #expect(story.refused(record(Story.jane, Self.stella), by: Story.jane) == nil)
        story.surroundings.handoverPeopleWork = false
        #expect(story.refused(record(), by: Self.localManager) == "handover.people")
        story.surroundings.handoverPeopleWork = true
        try story.perform(record(), by: Self.localManager)
        let meeting = try #require(story.file.referral?.chain.handovers.first?.meeting)
        #expect(meeting.from.person == Self.localManager.person && meeting.to.person == Self.stella.person)
    }
}
