import Kernel
import Testing

@testable import Casework

@Suite("A promise by staff that is late is said to be, and whose it is (G-013)")
struct LatePromiseTests {
    private let owner = PlanOwner.adviser(Story.dana.person, at: Story.local)
    private let boss = Author(person: Story.omar, organisation: Story.local, role: .providerManager)

    private func late(_ room: PlanRoom, _ reader: Author) -> [Due] {
        room.standing(reader).dues.filter { $0.code == .actionOverdue }
    }

    @Test("Promised by Friday, it is late on Monday to the adviser and to their manager, with or without a yes (G-013)")
    func friday() throws {
        var room = try PlanRoom(attached: false)
        let figure = try room.propose("Work out how much better off she would be", owner, due: "2012-06-22")
        room.at("2012-06-22")
        #expect(late(room, Story.dana).isEmpty && late(room, boss).isEmpty)
        room.at("2012-06-25")
        let own = try #require(late(room, Story.dana).first)
        #expect(own.sentence.hasPrefix("You promised an action by 22 June 2012, not recorded as done."))
        #expect(own.overdue && own.organisation == Story.local && own.owner == nil)
        let theirs = try #require(late(room, boss).first)
        #expect(theirs.owner == owner && theirs.sentence.hasPrefix("An adviser promised an action by 22 June 2012"))
        #expect(try room.action(figure).latePromise(on: room.now.day) == owner)
        try room.perform(
            ObjectToAction(action: figure, forCustomer: true, route: .byPhone, words: Words("I know it already.")))
        #expect(late(room, Story.dana).isEmpty, "what they said is answered first")
    }

    @Test("What the customer does, and what nobody took on yet, is asked of whoever works on the plan, apart (G-013)")
    func apart() throws {
        var room = try PlanRoom(attached: false)
        try room.propose("Ring the college", due: "2012-06-22")
        try room.propose("Pay the fare", .organisation(Story.local), due: "2012-06-21")
        try room.propose("Send the form", owner, due: "2012-06-20")
        try room.propose("Ask the bank", owner, due: "2012-06-22")
        let asked = try room.propose(
            "Keep a place", .organisation(Story.local), due: "2012-06-22", by: room.customer)
        #expect(try room.action(asked).waitingFor == [.organisation(Story.local)])
        room.at("2012-06-25")
        let found = late(room, Story.dana)
        #expect(found.count == 3)
        #expect(found.contains { $0.sentence.hasPrefix("You promised 2 actions by 20 June 2012 or later") })
        #expect(found.contains { $0.sentence.hasPrefix("Your organisation promised an action by 21 June 2012") })
        #expect(
            found.contains { $0.organisation == nil && $0.sentence.hasPrefix("2 actions were due by 22 June 2012") })
    }
}
