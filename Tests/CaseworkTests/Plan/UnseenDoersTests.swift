import Kernel
import Testing

@testable import Casework

@Suite("Actions of those who cannot see the plan")
struct UnseenDoersTests {
    /// An action for an organisation that the person lets see the plan, agreed by the person.
    private func agreed() throws -> (PlanRoom, Identifier<PlanAction>) {
        var room = try PlanRoom(attached: false)
        room.agree(to: [.identity, .plan], with: Story.rival)
        let action = try room.propose("Keep a place on the course", .organisation(Story.rival))
        try room.perform(AgreeAction(action: action, forCustomer: true, route: .signed))
        return (room, action)
    }

    private func dues(_ code: DueCode, in room: PlanRoom) -> [Due] {
        let sight = Sight(role: .providerAdviser, relation: .attached, matrix: .test, on: room.now.day)
        return sight.see(room.file).standing(
            on: room.now.day, now: room.now, programmes: [room.programme.id: room.programme], rules: .madeUp
        ).dues.filter { $0.code == code }
    }

    @Test("Once their sharing is withdrawn it is for somebody else, and no answer of theirs is waited for (K-007)")
    func withdrawn() throws {
        var (room, action) = try agreed()
        #expect(dues(.unseenDoer, in: room).isEmpty && dues(.answerProposal, in: room).count == 1)
        let consent = try #require(room.file.consents.given.last)
        try room.perform(WithdrawConsent(consent: consent.id, how: .online), by: room.customer)
        #expect(dues(.unseenDoer, in: room).map(\.act) == [.editPlan])
        #expect(dues(.unseenDoer, in: room).first?.sentence.contains("has an action on it") == true)
        #expect(dues(.answerProposal, in: room).isEmpty)
        let seen = room.file.sight(in: room.context(room.customer)).see(room.file)
        #expect(seen.unseenDoers == [Story.rival])
        #expect(
            !room.standing().dues.contains { $0.code == .unseenDoer },
            "whoever does not see what is shared is told nothing of it")
        try room.perform(DropAction(action: action, reason: .other, words: Words("They see the plan no more.")))
        #expect(dues(.unseenDoer, in: room).isEmpty)
    }

    @Test("So it is from the day after the last day of their sharing (K-007)")
    func lastDay() throws {
        var (room, _) = try agreed()
        try room.propose("Write a reference", .organisation(Story.rival))
        let last = try #require(room.file.consents.given.last).until
        room.now = Instant(london: last, hour: 10, minute: 0)
        #expect(dues(.unseenDoer, in: room).isEmpty)
        room.now = Instant(london: last.adding(days: 1), hour: 10, minute: 0)
        #expect(dues(.unseenDoer, in: room).first?.sentence.contains("has 2 actions on it") == true)
    }
}
