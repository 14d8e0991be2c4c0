import Foundation
import Kernel
import Testing

@testable import Casework

@Suite("Why something in the plan is not left a choice")
struct WhyRequiredTests {
    @Test("An action is a choice unless it is set otherwise, and then it says why (G-120, C07)")
    func asked() throws {
        var room = try PlanRoom(attached: false)
        func terms(_ mandatory: Bool) -> PlanActionTerms {
            PlanActionTerms(owner: .customer, due: day("2012-07-02"), mandatory: mandatory)
        }
        func propose(_ mandatory: Bool, why: Words?) -> ProposeAction {
            ProposeAction(
                text: Words("Come to the club"), terms: terms(mandatory), explained: true, whyRequired: why)
        }
        #expect(!PlanActionTerms(owner: .customer).mandatory)
        let unsaid = try #require(
            refusal { _ = try propose(true, why: nil).decide(on: room.file, in: room.context(room.staff)) })
        #expect(unsaid.code == "plan.mandatory-why" && unsaid.rule == "G-120" && unsaid.field == "required-why")
        try room.perform(propose(false, why: Words("Of no use to a choice.")))
        let action = try #require(room.plan.openActions.last)
        #expect(action.whyRequired == .shut)

        func change(_ mandatory: Bool, why: Words? = nil) -> ChangeAction {
            ChangeAction(
                action: action.id, text: Words("Come to the club"), terms: terms(mandatory), why: nil,
                explained: true, whyRequired: why)
        }
        #expect(room.refused(change(true)) == "plan.mandatory-why")
        try room.perform(change(true, why: Words("Missed twice.")))
        #expect(try room.action(action.id).whyRequired.value?.text == "Missed twice.")
        #expect(room.refused(change(true)) == "plan.unchanged")
        try room.perform(change(true, why: Words("The place is held for her.")))
        #expect(try room.action(action.id).whyRequired.value?.text == "The place is held for her.")
        try room.perform(change(false))
        #expect(try room.action(action.id).whyRequired == .shut, "a choice again")
        #expect(room.refused(change(true)) == "plan.mandatory-why", "and asked anew")
    }

    @Test("What was said of it before still holds where only the day is moved (G-120)")
    func kept() throws {
        var room = try PlanRoom(attached: false)
        let id = try room.propose("Come to the club", due: "2012-07-02", mandatory: true, explained: true)
        let why = try room.action(id).whyRequired
        #expect(why != .shut)
        try room.perform(
            ChangeAction(
                action: id, text: Words("Come to the club"),
                terms: PlanActionTerms(owner: .customer, due: day("2012-07-16"), mandatory: true), why: nil,
                explained: true))
        #expect(try room.action(id).whyRequired == why)
    }

    @Test("The reason is sealed with the words, and an action stored before there were reasons has none")
    func coding() throws {
        let terms = PlanActionTerms(owner: .customer, due: day("2012-07-02"), mandatory: true)
        let facts: [PlanFact] = [
            .actionProposed(
                Identifier(high: 1, low: 2), terms, PlanOrigin(whyRequired: .open(Words("secret"))),
                .open(Words("A club"))),
            .actionChanged(
                Identifier(high: 1, low: 2), terms,
                PlanChange(text: .open(Words("A club")), why: .shut, whyRequired: .open(Words("secret")))),
        ]
        for fact in facts {
            #expect(!fact.clear.text.contains("secret"))
            #expect(try PlanFact(kind: fact.kind, version: 1, clear: fact.clear, sealed: fact.sealed?.json) == fact)
        }
        let old = try PlanFact(
            kind: facts[0].kind, version: 1, clear: facts[0].clear, sealed: ["words": "A club", "again": "As before"])
        guard case .actionProposed(_, _, let origin, _) = old else { throw JSONFault("not an action") }
        #expect(origin.whyRequired == .shut && origin.again.value?.text == "As before")
    }
}
