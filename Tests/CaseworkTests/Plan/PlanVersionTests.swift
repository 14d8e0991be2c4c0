import Kernel
import Testing

@testable import Casework

@Suite("Agreed versions of a plan")
struct PlanVersionTests {
    private func agree(_ action: Identifier<PlanAction>) -> AgreeAction {
        AgreeAction(action: action, forCustomer: true, route: .signed)
    }

    @Test("A version stands once nothing waits for an answer, and another with the next thing agreed (C07, G-007)")
    func counted() throws {
        var room = try PlanRoom()
        try room.perform(SetGoal(words: Words("To cook.")))
        let first = try room.propose("Ring the college")
        let second = try room.propose("Bring the letter")
        try room.perform(agree(first))
        #expect(room.plan.versions.isEmpty, "the other waits for an answer")
        try room.perform(agree(second))
        let one = try #require(room.plan.versions.first)
        #expect(one.number == 1 && one.event.id == room.events.last?.id)
        #expect(one.parties == [.customer, .organisation(Story.council)])
        try room.perform(CompleteAction(action: first, on: room.now.day, evidence: .seen, words: nil))
        try room.perform(GiveCopy(route: .byHand))
        try room.perform(DropAction(action: second, reason: .changed, words: nil))
        #expect(room.plan.versions == [one], "nothing new was agreed")
        // What somebody sets for themselves needs nobody's leave, and what is objected to is not agreed.
        let third = try room.propose("Visit the shop", by: room.customer)
        room.agree(to: [.plan], with: Story.local)
        let fourth = try room.propose("Find a place", .organisation(Story.local))
        try room.perform(
            ObjectToAction(action: fourth, forCustomer: true, route: .signed, words: Words("Not there")))
        #expect(room.plan.versions.map(\.number) == [1, 2])
        let terms = try room.action(third).terms
        try room.perform(
            ChangeAction(action: third, text: Words("Visit the bakery"), terms: terms, why: nil))
        #expect(room.plan.versions.count == 2)
        try room.perform(agree(third))
        #expect(room.plan.versions.map(\.number) == [1, 2, 3])
        #expect(CaseFile(id: room.file.id, folding: room.events) == room.file)
    }

    @Test("A copy is of the version that stood when it was given; their own yes on their page is one too (G-007, ours)")
    func delivered() throws {
        var room = try PlanRoom()
        let first = try room.propose("Ring the college")
        try room.perform(AgreeAction(action: first, forCustomer: true, route: .online), by: room.customer)
        try room.perform(GiveCopy(route: .byHand))
        let second = try room.propose("Bring the letter")
        try room.perform(agree(second))
        let (one, two) = (room.plan.versions[0], room.plan.versions[1])
        #expect(room.plan.deliveries(of: one).map(\.route) == [.online, .byHand])
        #expect(room.plan.deliveries(of: two).isEmpty, "nobody has given it to them")
        try room.perform(GiveCopy(route: .post))
        #expect(room.plan.deliveries(of: one).count == 2)
        let posted = try #require(room.plan.deliveries(of: two).first)
        #expect(posted.route == .post && posted.event.id == room.events.last?.id)
    }

    @Test("Whoever wrote an action last is told for a week that somebody else changed it, and nobody else is (G-005)")
    func overwritten() throws {
        var room = try PlanRoom()
        let other = Author(
            person: Identifier(high: 0x7000, low: 1 << 63 | 0x52), organisation: Story.council, role: .adviser)
        let action = try room.propose("Ring the college")
        func told(_ reader: Author) -> Due? {
            room.standing(reader).dues.first { $0.code == .actionOverwritten }
        }
        func change(_ text: String) -> ChangeAction {
            ChangeAction(
                action: action, text: Words(text), terms: PlanActionTerms(owner: .customer), why: nil)
        }
        try room.perform(change("Visit the college"))
        #expect(told(room.staff) == nil, "it was their own")
        try room.perform(change("Write to the college"), by: other)
        #expect(told(room.staff)?.act == .editPlan && told(room.staff)?.overdue == false)
        #expect(told(other) == nil && told(room.customer) == nil)
        room.at("2012-06-25")
        #expect(told(room.staff) != nil)
        room.at("2012-06-26")
        #expect(told(room.staff) == nil)
        try room.perform(change("Go to the college"))
        #expect(told(room.staff) == nil && told(other) != nil, "then it is the other's turn")
        try room.perform(DropAction(action: action, reason: .changed, words: nil))
        #expect(told(other) == nil)
    }

    @Test("The paper that shows a step is done is named by its digest; one stored before there were papers has none")
    func paper() throws {
        var room = try PlanRoom()
        let action = try room.propose("Get the certificate")
        func done(_ document: String?) -> CompleteAction {
            CompleteAction(
                action: action, on: room.now.day, evidence: .certificate, words: nil, document: document)
        }
        let digest = String(repeating: "0a", count: 32)
        for wrong in ["", "certificate.pdf", String(repeating: "0A", count: 32)] {
            #expect(room.refused(done(wrong)) == "plan.document", "\(wrong)")
        }
        let facts = try room.perform(done(digest))
        #expect(try room.action(action).document == digest && facts.map(\.document) == [digest])
        let fact = PlanFact.actionDone(action, on: room.now.day, .certificate, .shut, document: digest)
        #expect(try PlanFact(kind: fact.kind, version: 1, clear: fact.clear, sealed: nil) == fact)
        let without = PlanFact.actionDone(action, on: room.now.day, .certificate, .shut)
        #expect(without.clear["document"] == nil)
        #expect(try PlanFact(kind: without.kind, version: 1, clear: without.clear, sealed: nil) == without)
    }
}
