import Casework
import Kernel
import Records
import Testing

@testable import Office

@Suite("People at Wakefield (reference J5)")
struct WakefieldPeopleTests {
    @Test("Six lone parents take a course with a crèche, and the four who go on to basic skills are four (J-076)")
    func cohort() async throws {
        let first = try await ReportedLife(.wakefield, agrees: [.plan, .household])
        var cohort = [first]
        for number in UInt64(2)...6 {
            cohort.append(
                try await ReportedLife(.wakefield, agrees: [.plan, .household], at: first.desk, number: number))
        }
        for place in cohort.indices {
            try await cohort[place].does(
                ReportChange(
                    .household, ChangeDetail(code: HouseholdKind.loneParent.rawValue), from: cohort[place].today,
                    source: .customer, route: .inPerson))
            let childcare = try await cohort[place].stands(inTheWay: "childcare", first: true)
            try await cohort[place].plans("Come to the course, with the crèche beside it", for: childcare)
        }
        try first.on("2011-10-17")
        for place in cohort.indices {
            let course = try #require(cohort[place].plan.openActions.first).id
            try await cohort[place].done(course, .certificate)
            if place < 4 {
                let skills = try await cohort[place].stands(inTheWay: "basic-skills")
                try await cohort[place].plans("Begin the basic skills class", for: skills)
            }
        }
        #expect(
            cohort.allSatisfy {
                $0.file.circumstances.status(of: .household, on: $0.today).detail?.code
                    == HouseholdKind.loneParent.rawValue
            })
        #expect(cohort.filter { life in life.plan.actions.contains { $0.state == .done } }.count == 6)
        #expect(
            cohort.filter { life in life.plan.openBarriers.contains { $0.named.code == "basic-skills" } }.count == 4)
        try await first.close()
    }

    @Test(
        "The same adviser at every meeting, and what was told once is never told again, to a colleague either (J-078)")
    func continuity() async throws {
        var life = try await ReportedLife(.wakefield, agrees: [.plan, .household])
        let caring = ReportChange(
            .caring, ChangeDetail(code: CaringKind.adult.rawValue, hours: 20, words: "My father."), from: life.today,
            source: .customer, route: .inPerson)
        try await life.does(NameLead(life.desk.adviser.person), as: life.desk.adviser)
        #expect(life.file.lead(on: life.today)?.person == life.desk.adviser.person)
        try await life.meets("2011-09-06", .first)
        try await life.does(caring)
        try await life.wants("Work that ends before he comes home.")
        for day in ["2011-09-20", "2011-10-04", "2011-10-18"] { try await life.meets(day) }
        #expect(Set(life.file.appointments.map(\.adviser)) == [life.desk.adviser.person])

        let colleague = Author(
            person: .init(high: 1, low: 8), organisation: life.desk.adviser.organisation, role: .adviser)
        let seen = try await life.desk.office.open(life.subject, as: colleague).seen
        #expect(seen.plan?.openGoals.first?.words.value?.text == "Work that ends before he comes home.")
        let held = seen.circumstances?.status(of: .caring, on: life.today).held
        #expect(held?.detail.open.words == "My father." && held?.event.by == life.desk.adviser)
        let again = ReportChange(
            .caring, caring.detail, from: caring.from, source: .customer, route: .inPerson)
        #expect(await life.refused(again, as: colleague)?.code == "change.same")
        try await life.close()
    }

    @Test("Eight weeks at a florist's wholesaler become a job to keep, and what he wanted is reached (J-075)")
    func placement() async throws {
        var life = try await ReportedLife(.wakefield, agrees: [.plan])
        func onJSA(_ isOn: Bool, from day: String) throws -> StateBenefit {
            StateBenefit(
                statement: BenefitStatement(
                    benefit: "JSA", on: isOn, from: try CalendarDay(day), until: nil, certainty: .known,
                    source: .jobcentre))
        }
        try await life.does(onJSA(true, from: "2011-05-05"))
        try await life.meets("2011-09-06", .first)
        try await life.wants("To work with plants and flowers.")
        let goal = try #require(life.plan.openGoals.first).id
        try await life.does(
            ProposeAction(
                text: Words("Eight weeks at the florist's wholesaler, from 12 September"),
                terms: PlanActionTerms(owner: .customer, goal: goal, due: CalendarDay("2011-11-07"))))
        let step = try #require(life.plan.openActions.first).id
        try await life.does(AgreeAction(action: step, forCustomer: true, route: .inPerson))
        // It is on the programme's own menu, as a choice (B-071).
        #expect(life.desk.office.programmes.values.first?.menu.contains { $0.id == "work-experience" } == true)
        #expect(life.plan.openActions.allSatisfy { !$0.terms.mandatory && $0.state == .agreed })
        #expect(try await !life.dues().contains(.actionOverdue))

        try life.on("2011-11-07")
        try await life.done(step, .letter, "They keep him on, and he has their award.")
        try await life.tellsOfWork("A permanent job at the florist's wholesaler.")
        try await life.does(onJSA(false, from: "2011-11-07"))
        try await life.does(CloseGoal(goal: goal, reached: true, words: nil))
        guard case .done(_, let day, .letter, _)? = life.plan.actions.first?.end else {
            Issue.record("The placement is kept, with what shows how it ended")
            return
        }
        let work = life.file.circumstances.status(of: .work, on: life.today)
        #expect(day == life.today && work.detail?.words == "A permanent job at the florist's wholesaler.")
        #expect(life.file.circumstances.status(benefit: "JSA", on: life.today).on == false)
        #expect(life.plan.openGoals.isEmpty && life.plan.actions.first?.terms.goal == goal)
        try await life.close()
    }

    @Test("With friendly help at the club at St George's e-mail is in the way no longer (J-080)")
    func club() async throws {
        var life = try await ReportedLife(.wakefield, agrees: [.plan])
        let digital = try await life.stands(inTheWay: "digital", first: true)
        #expect(
            life.desk.office.tools.barriers.suggestions(for: "digital").contains { $0.code == "digital-session" })
        try await life.does(
            ProposeAction(
                text: Words("Come to the club at St George's on Thursday, and send one application with help"),
                terms: PlanActionTerms(owner: .customer, barrier: digital), suggestion: "digital-session"))
        let step = try #require(life.plan.openActions.first).id
        try await life.does(AgreeAction(action: step, forCustomer: true, route: .inPerson))
        #expect(life.plan.openActions.allSatisfy { !$0.terms.mandatory && $0.state == .agreed })

        try life.on("2011-09-15", hour: 15)
        try await life.done(step, .seen, "Sent it, with somebody beside them.")
        try await life.does(CloseBarrier(barrier: digital, words: Words("Sends them alone now.")))
        let done = try #require(life.plan.actions.first)
        #expect(done.state == .done && done.terms.barrier == digital && done.suggestion == "digital-session")
        #expect(life.plan.openBarriers.isEmpty)
        try await life.close()
    }

    @Test("Of six who are invited two come: the register says who, and what they share is written nowhere (J-081)")
    func turnout() async throws {
        let desk = try await TestDesk.open(
            .sqlite, at: "2011-09-05T09:00:00.000Z", programmes: ["wakefield-2011", TestDesk.programme])
        let session = try InformationSession(
            id: Identifier(high: 300, low: 1), host: desk.manager.organisation, programme: TestDesk.programme,
            format: .group, starts: Instant(london: CalendarDay("2011-09-14"), hour: 10, minute: 0), minutes: 60,
            place: "St George's", places: 6)
        try await desk.office.hold(session, as: desk.manager)
        var group: [ReportedLife] = []
        for number in UInt64(1)...6 {
            var life = try await ReportedLife(.wakefield, at: desk, number: number)
            try await life.does(InviteToSession(session: session.id))
            group.append(life)
        }
        let before = try await group[0].outgoing()
        try group[0].on("2011-09-14", hour: 12)
        for place in group.indices {
            let invitation = try #require(group[place].file.joining.invitations.last).id
            try await group[place].does(RecordSession(invitation: invitation, came: place < 2), as: desk.provider)
        }
        let register = try await desk.office.session(session.id, as: desk.manager)
        #expect(register.listed.taken == 6)
        #expect(register.places.count { $0.state == .attended } == 2)
        #expect(register.places.count { $0.state == .missed } == 4)
        // That they have records is why they were asked together, and is recorded of none of them (K-004); nothing follows
        // from not coming.
        #expect(group.allSatisfy { $0.file.circumstances.entries(of: .convictions).isEmpty && $0.plan.isEmpty })
        #expect(try await group[0].outgoing() == before)
        try await desk.close()
    }
}
