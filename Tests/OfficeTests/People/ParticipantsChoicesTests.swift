import Casework
import Kernel
import Testing

@testable import Office

@Suite("What people on the Work Programme chose, and what they had to do (reference J4)")
struct ParticipantsChoicesTests {
    @Test("A placement he fears is a choice once he says so: what he must do becomes what he may do (J-044)")
    func placement() async throws {
        var life = try await ReportedLife.attached(agrees: [.health])
        try await life.stands(inTheWay: "mental-health", first: true)
        let text = Words("Four weeks at the warehouse, unpaid")
        try await life.does(
            ProposeAction(
                text: text,
                terms: PlanActionTerms(owner: .customer, due: CalendarDay("2012-07-09"), mandatory: true),
                explained: true, whyRequired: Words("The place is held for him, and for four weeks only.")))
        let placement = try #require(life.plan.openActions.first).id
        // It is pointed out that something else comes first (G-020).
        let conflicts = life.plan.conflicts(with: life.file.appointments, from: life.today).map(\.kind)
        #expect(conflicts == [.order])
        let dropped = await life.refused(
            DropAction(action: placement, reason: .objected, words: nil), as: life.oneself)
        #expect(dropped?.code == "plan.drop-mandatory")
        try await life.does(
            ObjectToAction(
                action: placement, forCustomer: false, route: .online,
                words: Words("Unpaid work among strangers would destroy me.")), as: life.oneself)
        #expect(life.plan.openActions.map(\.state) == [.objected])
        let before = try await life.outgoing()
        try await life.does(
            ChangeAction(
                action: placement, text: text,
                terms: PlanActionTerms(owner: .customer, due: CalendarDay("2012-07-09")),
                why: Words("He is afraid of it, and has said why.")))
        #expect(life.plan.openActions.map(\.terms.mandatory) == [false])
        #expect(life.plan.conflicts(with: life.file.appointments, from: life.today).isEmpty)
        // What may be done may be left undone.
        try await life.does(DropAction(action: placement, reason: .objected, words: nil), as: life.oneself)
        #expect(life.plan.openActions.isEmpty)
        #expect(life.plan.actions.first?.changes.first?.was.mandatory == true, "what it was stays to be read")
        #expect(try await life.outgoing() == before)
        try await life.close()
    }

    @Test("The mother of a twelve-year-old is told what the rule asks and what is hers to choose (J-047)")
    func choiceAndRule() async throws {
        var life = try await ReportedLife.attached(aged: 40, agrees: [.household])
        let programme = try #require(life.desk.office.programmes[TestDesk.programme])
        let customer = try #require(life.file.customer)
        // The rule: a child under five makes it a choice on ESA, and one of twelve does not (D-006).
        func basis(_ circumstances: [String]) throws -> Basis {
            let claim = ClaimAnswers(
                benefit: "ESA", since: try CalendarDay("2010-06-06"),
                circumstances: ["wca-decided=2012-05-01", "wrag", "income-related", "prognosis=6"] + circumstances)
            let asked = ReferCustomer(programme: TestDesk.programme, area: life.desk.area, claim: claim)
            return try asked.finding(
                customer, in: programme, nation: .england, on: CalendarDay("2012-06-11")
            ).required().basis
        }
        #expect(try basis(["child-under-5"]) == .voluntary)
        #expect(try basis([]) == .mandatory)
        #expect(life.file.referral?.basis == .mandatory, "and on JSA she must take part")

        // The choice: which hours, and what she wants.
        try await life.does(
            ReportChange(
                .household, ChangeDetail(code: HouseholdKind.loneParent.rawValue, words: "A daughter of 12."),
                from: life.today, source: .customer, route: .inPerson))
        try await life.wants("Work in school hours, till she is older.")
        let hours = try await life.stands(inTheWay: "school-hours", first: true)
        try await life.does(
            AddCommitment(
                times: CommitmentTimes(
                    kind: .caring, weekday: .monday, from: 15 * 60, until: 18 * 60,
                    runs: DayRange(from: life.today, until: nil)), words: nil))
        try await life.books("2012-06-18", hour: 16, despite: "A neighbour has the daughter till five.")
        let clash = life.plan.conflicts(with: life.file.appointments, from: life.today).map(\.kind)
        #expect(clash == [.appointment])
        let action = try await life.plans("Ask three schools about kitchen work", for: hours)
        #expect(life.plan.openActions.first { $0.id == action }?.terms.mandatory == false)
        // Nothing is required of her before what it means was said, and never at once (G-041, D-062).
        func required(by day: String, explained: Bool) throws -> ProposeAction {
            ProposeAction(
                text: Words("Apply for one full-time job"),
                terms: PlanActionTerms(owner: .customer, due: try CalendarDay(day), mandatory: true),
                explained: explained)
        }
        let unexplained = try await life.refused(required(by: "2012-07-09", explained: false))
        #expect(unexplained?.code == "plan.mandatory-unexplained")
        let soon = try await life.refused(required(by: "2012-06-11", explained: true))
        #expect(soon?.code == "plan.mandatory-soon")
        try await life.close()
    }

    @Test("Work on a building site is a step to the course he saves for; the goal stands until it is reached (J-048)")
    func goalTrack() async throws {
        var life = try await ReportedLife.attached(aged: 26)
        try await life.wants("Finish my training as a chef.")
        let goal = try #require(life.plan.openGoals.first).id
        func step(_ text: String) throws -> ProposeAction {
            ProposeAction(text: Words(text), terms: PlanActionTerms(owner: .customer, goal: goal))
        }
        try await life.does(step("Save 40 pounds a week from the building site"))
        try await life.does(step("Ask the college what the second year costs"))
        let steps = life.plan.openActions.filter { $0.terms.goal == goal }.map(\.id)
        try await life.does(
            RecordJobStart(
                started: life.today, kind: .employed, hours: WeeklyHours(40),
                details: JobDetails(employer: "Not named in the report", title: "Labourer")))
        #expect(life.file.employment.heldJobs.count == 1)
        #expect(life.plan.openGoals.map(\.id) == [goal], "a job that is not the goal does not end it")
        try life.on("2012-09-10")
        for one in steps { try await life.done(one) }
        try await life.does(CloseGoal(goal: goal, reached: true, words: Words("Begins the second year today.")))
        #expect(life.plan.actions.filter { $0.terms.goal == goal }.map(\.state) == [.done, .done])
        guard case .closed(_, reached: true, _)? = life.plan.goals.first?.end else {
            Issue.record("The goal is reached, and stays to be read")
            return
        }
        try await life.close()
    }

    @Test("Age and a record stand in the way together: each has its own step, and one may go before the other (J-053)")
    func pair() async throws {
        var life = try await ReportedLife.attached(aged: 29, agrees: [.convictions])
        try await life.wants("An apprenticeship, though I am nearly 30.")
        let age = try await life.stands(inTheWay: "age")
        let record = try await life.stands(inTheWay: "record")
        let grown = try await life.plans("Ask the college which apprenticeships take people over 25", for: age)
        try await life.plans("Write with us what to tell an employer, and when", for: record)
        #expect(Set(life.plan.openActions.compactMap(\.terms.barrier)) == [age, record])
        #expect(life.file.circumstances.entries(of: .convictions).isEmpty, "no conviction is recorded for it (K-004)")
        // The council is a helper of his choice, and is shown the plan alone.
        try await life.does(
            GiveConsent(
                terms: ConsentTerms(
                    recipient: life.desk.administrator.organisation, categories: [.plan], purpose: "support"),
                until: life.today.adding(months: 6), how: .inPerson))
        let helper = Author(
            person: .init(high: 1, low: 30), organisation: life.desk.administrator.organisation, role: .adviser)
        let seen = try await life.desk.office.open(life.subject, as: helper).seen
        #expect(seen.plan?.openBarriers.map(\.isPrivate) == [false, true])

        try life.on("2012-07-09")
        try await life.done(grown, .letter, "There is no upper age at the college.")
        try await life.does(CloseBarrier(barrier: age, words: nil))
        #expect(life.plan.openBarriers.map(\.id) == [record], "the one is gone, and the other is not")
        try await life.close()
    }
}
