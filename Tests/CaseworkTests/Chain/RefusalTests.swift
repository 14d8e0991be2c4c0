import Kernel
import Testing

@testable import Casework

@Suite("When nobody else can take somebody on")
struct RefusalTests {
    private func refused(_ story: Story, by sender: Author) throws -> Story {
        var story = try ChainTests.sent(story, by: sender)
        try story.perform(TurnDown(reason: "full", words: nil), by: ChainTests.stella)
        return story
    }

    private func due(_ story: Story) -> Due? { story.standing().dues.first { $0.code == .turnedDown } }

    @Test("A refusal comes back to whoever has them, until they are sent on again or kept (C04, G-085)")
    func comesBack() throws {
        var story = try refused(try Story.assigned(), by: ChainTests.localManager)
        let back = try #require(due(story))
        #expect(back.act == .passOn && back.organisation == Story.local && back.day == day("2012-05-31"))
        #expect(
            back.sentence
                == "Turned down on 31 May 2012 by the organisation they were sent on to: no place. Send them on elsewhere, or say that you keep them."
        )
        let again = try ChainTests.sent(story, by: ChainTests.localManager)
        #expect(due(again) == nil && again.standing().dues.contains { $0.code == .answerTransfer })
        #expect(story.refused(KeepThem(), by: ChainTests.stella) == "chain.not-keeper")
        try story.perform(KeepThem(), by: ChainTests.localManager)
        #expect(due(story) == nil && story.file.referral?.chain.hops.last?.kept != nil)
        #expect(story.refused(KeepThem(), by: ChainTests.localManager) == "chain.not-refused")
    }

    @Test("Given to an adviser after a refusal, they are with somebody and nothing waits")
    func assigned() throws {
        var story = try refused(try Story.acknowledged(), by: Story.manager)
        #expect(due(story)?.organisation == Story.prime)
        try story.perform(AssignReferral(provider: Story.local, adviser: Story.dana.person), by: Story.manager)
        #expect(due(story) == nil && story.refused(KeepThem(), by: Story.manager) == "chain.not-refused")
    }

    @Test("Nobody is given to a partner that does not take their group, but by whoever has them already (C04)")
    func groups() throws {
        func chain(_ groups: [String]) -> SupplyChain {
            var chain = ChainTests.chain()
            chain.partners[0].groups = groups
            return chain
        }
        let assign = AssignReferral(provider: Story.local, adviser: Story.dana.person)
        let change = ChangeAdviser(provider: Story.local, adviser: Story.omar, reason: "left", handover: nil)
        var story = try Story.acknowledged()
        var prime = story
        try prime.perform(AssignReferral(provider: Story.prime, adviser: Story.omar), by: Story.manager)
        for (groups, refusal) in [(["chose"], "chain.group"), (["told"], nil), ([], nil)] as [([String], String?)] {
            story.surroundings.supplyChain = chain(groups)
            #expect(story.refused(assign, by: Story.manager) == refusal, "\(groups)")
            prime.surroundings.supplyChain = chain(groups)
            #expect(prime.refused(change, by: Story.manager) == refusal, "\(groups)")
        }
        var held = try Story.assigned()
        held.surroundings.supplyChain = chain(["chose"])
        #expect(held.refused(change, by: Story.manager) == nil)
    }
}
